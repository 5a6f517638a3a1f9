"""What the plant makes of what a firm handed in: confirmed, it becomes the row it asks for; or refused."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.access import may
from davy.accounts.here import TenantRequest
from davy.attachments.store import hold
from davy.contractors.handed.handing import row_of
from davy.contractors.models import Submission
from davy.contractors.registers import admissions, papers, submissions
from davy.people.models import Person
from davy.people.registers import certificates
from davy.problems.response import Problem

__all__ = ["confirm", "refuse"]

_REGISTER: dict[str, Any] = {"paper": papers, "certificate": certificates, "admission": admissions}
_HELD = {"paper": "firm_paper", "certificate": "certificate"}


def confirm(request: TenantRequest, submission_id: UUID) -> Submission:
    """Enter the row that was asked for, by the account that confirms. Raises Problem where another decided
    already, where deciding is not the account's, and for whatever the register refuses today."""
    found = _open(request, submission_id)
    values = row_of(found)
    if found.kind == "admission":
        values["granted_by_id"] = request.user.person_id
    if found.person_id is not None:
        _still_there(request, found.person_id, found.firm_id)
    made = _REGISTER[found.kind].add(request, values)
    if found.kind in _HELD:
        hold(request.company.id, _HELD[found.kind], made.id, "", made.scan)
    return _decided(request, found, {"state": "confirmed", "made_id": made.id})


def refuse(request: TenantRequest, submission_id: UUID, why: str) -> Submission:
    """Say no, with the reason that the firm reads."""
    return _decided(request, _open(request, submission_id), {"state": "refused", "why": why})


def _open(request: TenantRequest, submission_id: UUID) -> Submission:
    """The submission, locked, while it waits. One that was decided stays as it is."""
    found = submissions.all(request).select_for_update().filter(id=submission_id).first()
    if found is None:
        raise Problem("not_found")
    if found.kind == "admission" and not may(request.user.roles, "admissions", "write"):
        raise Problem("submission_not_yours")
    if request.user.person_id is None:
        raise Problem("submission_nobody")
    if found.state != "waiting":
        raise Problem("submission_decided")
    return found


def _still_there(request: TenantRequest, person_id: UUID, firm_id: UUID) -> None:
    whose = Person.objects.filter(company_id=request.company.id, id=person_id, firm_id=firm_id)
    if not whose.exclude(status="left").exists():
        raise Problem("submission_person_left")


def _decided(request: TenantRequest, found: Submission, values: dict[str, Any]) -> Submission:
    by = {"decided_by_id": request.user.person_id, "decided_at": clock.now()}
    return submissions.change(request, found.id, {**values, **by})
