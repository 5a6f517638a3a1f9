"""Who is called when the evidence, the clock or what is kept is in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from davy.accounts.models import Account
from davy.people.models import Post

__all__ = ["ROLES", "called"]


ROLES = ("safety_officer", "auditor")


def called(company_id: UUID, also: Iterable[str] = (), roles: Iterable[str] = ROLES) -> list[str]:
    """The ids of whoever has an account with one of these roles, and of whoever holds the control room or one
    of the posts `also` (by code). Inside the tenant block of the company."""
    accounts = Account.objects.filter(company_id=company_id, is_active=True, person_id__isnull=False)
    officers = accounts.filter(roles__overlap=list(roles)).values_list("person_id", flat=True)
    posts = Post.objects.filter(company_id=company_id, code__in=["control_room", *also])
    held = [person for pair in posts.values_list("holder_id", "deputy_id") for person in pair]
    return sorted({str(person) for person in (*officers, *held) if person is not None})
