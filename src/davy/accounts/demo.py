"""The logins of a simulated company, which its login page shows to everybody. A real company shows none."""

from __future__ import annotations

from uuid import UUID

from davy.accounts.access import table
from davy.accounts.models import Account

__all__ = ["PASSWORD", "accounts"]

PASSWORD = "davy-demo-2026"  # noqa: S105 - of simulated companies only, and no secret there


def accounts(company_id: UUID) -> list[Account]:
    """The accounts one can log in to: by role in the order of the roles, then the first made first."""
    order = {role: number for number, role in enumerate(table().roles)}
    found = Account.objects.filter(company_id=company_id, is_active=True).order_by("created_at", "username")
    usable = [account for account in found if account.has_usable_password()]
    return sorted(usable, key=lambda a: min((order[r] for r in a.roles if r in order), default=len(order)))
