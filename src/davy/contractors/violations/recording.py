"""Records what a firm did wrong, what it says to it, and that it is withdrawn. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.here import TenantRequest
from davy.attachments.models import Attachment
from davy.attachments.store import hold
from davy.contractors.models import FirmViolation
from davy.contractors.registers import firms, violations
from davy.problems.response import Problem

__all__ = ["answer", "record", "standing", "withdraw"]


def record(request: TenantRequest, values: Mapping[str, Any]) -> FirmViolation:
    """A violation from now on. Raises Problem for a firm or photo that is not known, a day to come, and an
    account of nobody."""
    firms.find(request, values["firm_id"])
    if request.user.person_id is None:
        raise Problem("submission_nobody")
    if values["happened_on"] > request.company.today():
        raise Problem("ledger_dates", missing=[{"at": "happened_on", "wrong": "future"}])
    photo = values.get("photo", "")
    if photo and not Attachment.objects.filter(company_id=request.company.id, sha256=photo).exists():
        raise Problem("attachment_unknown", missing=[{"sha256": photo}])
    row = violations.add(request, {**values, "by_id": request.user.person_id})
    hold(request.company.id, "firm_violation", row.id, "", row.photo)
    return row


def answer(request: TenantRequest, firm_id: UUID, violation_id: UUID, text: str) -> FirmViolation:
    """What the firm says to it, once. Raises Problem for another firm's, and where it was said."""
    found = violations.all(request).select_for_update().filter(firm_id=firm_id, id=violation_id).first()
    if found is None:
        raise Problem("not_found")
    if found.answer:
        raise Problem("violation_answered")
    by = {"answered_by_id": request.user.person_id, "answered_at": clock.now()}
    return violations.change(request, found.id, {"answer": text, **by})


def withdraw(request: TenantRequest, violation_id: UUID, why: str) -> FirmViolation:
    """It no longer counts nor costs; it stays with the reason. Raises Problem for an account of nobody."""
    found = violations.find(request, violation_id)
    if request.user.person_id is None:
        raise Problem("submission_nobody")
    if found.withdrawn_at is not None:
        return found
    by = {"withdrawn_by_id": request.user.person_id, "withdrawn_at": clock.now()}
    return violations.change(request, found.id, {"withdrawn_why": why, **by})


def standing(found: list[FirmViolation], year: int) -> tuple[int, Decimal]:
    """How many of the year stand, and what they cost in yuan together."""
    counted = [one for one in found if one.withdrawn_at is None and one.happened_on.year == year]
    return len(counted), sum((one.amount for one in counted), Decimal("0.00"))
