"""Writes security events: what happened to logins and rights, for the auditor and for the attempt limits."""

from uuid import UUID

from django.http import HttpRequest

from davy.accounts.here import address
from davy.accounts.models import SecurityEvent, hashed_login
from davy.db import tenant

__all__ = ["record"]


def record(
    kind: str,
    *,
    company_id: UUID,
    account_id: UUID | None = None,
    login: str = "",
    request: HttpRequest | None = None,
) -> None:
    """Add one event in a transaction of its own, or in the caller's if that is of the same company.

    A caller that is about to roll back must record outside of its transaction.
    """
    with tenant.company(company_id):
        SecurityEvent.objects.create(
            company_id=company_id,
            kind=kind,
            account_id=account_id,
            login=hashed_login(login) if login else "",
            address=address(request),
            path="" if request is None else request.path[:200],
        )
