"""HTTP for the logins of a contractor firm, in the file of the firm."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from ninja import Field, Router, Schema, Status

from davy.accounts import audit
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.models import FIRM_OFFICER, Account
from davy.accounts.reference import Input
from davy.contractors.registers import firms
from davy.contractors.shown import names
from davy.people.models import Person
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["contractors"])


class FirmLoginIn(Input):
    """A login for somebody of the firm."""

    person_id: UUID
    username: str = Field(min_length=1, max_length=64)
    password: str


class FirmLoginOut(Schema):
    """A login of a firm: whose, and whether it still opens."""

    id: UUID
    firm_id: UUID
    person_id: UUID
    person_name: str | None
    username: str
    is_active: bool
    created_at: datetime


@router.get("/contractors/{uuid:firm_id}/logins", response=list[FirmLoginOut])
@allow("firm_logins", "read")
def list_logins(request: TenantRequest, firm_id: UUID) -> list[dict[str, Any]]:
    """The logins of a firm, those that open first."""
    firms.find(request, firm_id)
    found = Account.objects.filter(company_id=request.company.id, firm_id=firm_id)
    return _told(request, list(found.order_by("-is_active", "username")))


@router.post("/contractors/{uuid:firm_id}/logins", response={201: FirmLoginOut})
@allow("firm_logins", "write")
def give_login(request: TenantRequest, firm_id: UUID, body: FirmLoginIn) -> Status[dict[str, Any]]:
    """Give somebody of the firm its login: he sees and enters what is of his own firm, and nothing else.

    It is another account than the one he works with, if he has one: a role of the plant never goes with
    it."""
    firm = firms.find(request, firm_id)
    of_firm = Person.objects.filter(company_id=request.company.id, id=body.person_id, firm_id=firm.id)
    if not of_firm.exclude(status="left").exists():
        raise Problem("firm_login_person", missing=[{"at": "person_id"}])
    try:
        validate_password(body.password)
    except ValidationError:
        raise Problem("password_weak", missing=[{"at": "password"}]) from None
    try:
        with transaction.atomic():
            account = Account.objects.create_account(
                company_id=request.company.id,
                username=body.username,
                password=body.password,
                roles=[FIRM_OFFICER],
                person_id=body.person_id,
                firm_id=firm.id,
            )
    except IntegrityError:
        raise Problem("username_taken", missing=[{"at": "username"}]) from None
    _audit(request, account, None)
    return Status(201, _told(request, [account])[0])


@router.post("/contractors/logins/{uuid:login_id}/end", response=FirmLoginOut)
@allow("firm_logins", "write")
def end_login(request: TenantRequest, login_id: UUID) -> dict[str, Any]:
    """It opens no longer, and its sessions end at once. It is never opened again: another is given."""
    account = Account.objects.filter(
        company_id=request.company.id, id=login_id, firm_id__isnull=False
    ).first()
    if account is None:
        raise Problem("not_found")
    if account.is_active:
        account.is_active = False
        account.save(update_fields=["is_active"])
        _audit(request, account, {"is_active": True})
    return _told(request, [account])[0]


def _told(request: TenantRequest, found: list[Account]) -> list[dict[str, Any]]:
    called = names(request, [one.person_id for one in found])
    same = ("id", "firm_id", "person_id", "username", "is_active", "created_at")
    return [
        {**{name: getattr(one, name) for name in same}, "person_name": called.get(one.person_id)}
        for one in found
    ]


def _audit(request: TenantRequest, account: Account, before: dict[str, Any] | None) -> None:
    after: dict[str, Any] = {"is_active": account.is_active}
    if before is None:
        after |= {name: str(getattr(account, name)) for name in ("firm_id", "person_id", "username")}
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="accounts",
        resource_id=account.id,
        before=before,
        after=after,
    )
