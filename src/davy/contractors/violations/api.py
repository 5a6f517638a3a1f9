"""HTTP for the violations of firms: recorded and withdrawn by the plant, answered by the firm. Thin."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from ninja import Router, Status

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.contractors import shapes as contractors
from davy.contractors.bounds import own_firm
from davy.contractors.models import FirmViolation
from davy.contractors.notices.telling import tell_answered, tell_violation
from davy.contractors.registers import firms, violations
from davy.contractors.shown import names
from davy.contractors.violations import recording, shapes
from davy.insight import writing
from davy.permits.of_firm import numbers, of_firm
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["contractors"])
_SAME = ("id", "happened_on", "what", "clause", "amount", "photo", "answer", "answered_at")
_MOST = 500
_HEADINGS = ("日期", "事实", "依据", "费用（元）", "作业票", "单位申辩", "撤销理由", "记录人")


@router.get("/contractors/{uuid:firm_id}/violations", response=shapes.FirmViolationsOut)
@allow("firm_violations", "read")
def list_violations(request: TenantRequest, firm_id: UUID) -> dict[str, Any]:
    """The violations of a firm, withdrawn ones too, the latest first; and the permits one can be tied to."""
    firms.find(request, firm_id)
    found = _of(request, firm_id)
    count, cost = recording.standing(found, request.company.today().year)
    choices = [one for one in of_firm(request.company.id, firm_id, 50) if one["number"]]
    return {"items": _told(request, found), "this_year": count, "cost": cost, "permits": choices}


@router.get("/contractors/{uuid:firm_id}/violations.xlsx", response={200: None})
@allow("firm_violations", "read")
def export_violations(request: TenantRequest, firm_id: UUID) -> HttpResponse:
    """The same as a sheet to take away."""
    firms.find(request, firm_id)
    told = _told(request, _of(request, firm_id))
    columns = ("what", "clause", "amount", "permit_number", "answer", "withdrawn_why", "by")
    lines = [[str(one["happened_on"]), *(str(one[name] or "") for name in columns)] for one in told]
    out = io.BytesIO()
    writing.write(
        writing.Table("违章", _HEADINGS, lines), out, "xlsx", zone=ZoneInfo(request.company.timezone)
    )
    answer = HttpResponse(out.getvalue(), content_type=writing.media_type("xlsx"))
    answer.headers["Content-Disposition"] = 'attachment; filename="violations.xlsx"'
    return answer


@router.post("/contractors/violations", response={201: shapes.FirmViolationOut})
@allow("firm_violations", "write")
def record_violation(request: TenantRequest, body: shapes.FirmViolationIn) -> Status[dict[str, Any]]:
    """Record what a firm did wrong and what it costs; the firm is told and may answer."""
    if body.permit_id is not None:
        theirs = {one["id"] for one in of_firm(request.company.id, body.firm_id, _MOST)}
        if body.permit_id not in theirs:
            raise Problem("reference_unknown", field="permit_id")
    row = recording.record(request, body.dict())
    tell_violation(row)
    return Status(201, _told(request, [row])[0])


@router.post("/contractors/violations/{uuid:firm_violation_id}/withdraw", response=shapes.FirmViolationOut)
@allow("firm_violations", "write")
def withdraw_violation(
    request: TenantRequest, firm_violation_id: UUID, body: contractors.Why
) -> dict[str, Any]:
    """It no longer counts nor costs; it stays on the file with the reason, which the firm reads."""
    row = recording.withdraw(request, firm_violation_id, body.why)
    tell_violation(row)
    return _told(request, [row])[0]


@router.get("/own-firm/violations", response=list[shapes.OwnViolationOut])
@allow("own_firm", "read")
def list_own_violations(request: TenantRequest) -> list[dict[str, Any]]:
    """What the plant holds against my firm, and what my firm said to it."""
    return _told(request, _of(request, own_firm(request).id))


@router.post("/own-firm/violations/{uuid:firm_violation_id}/answer", response=shapes.OwnViolationOut)
@allow("own_firm", "write")
def answer_violation(
    request: TenantRequest, firm_violation_id: UUID, body: shapes.FirmViolationAnswer
) -> dict[str, Any]:
    """Say what my firm has to say to it, once; whoever recorded it is told."""
    row = recording.answer(request, own_firm(request).id, firm_violation_id, body.answer)
    tell_answered(row)
    return _told(request, [row])[0]


def _of(request: TenantRequest, firm_id: UUID) -> list[FirmViolation]:
    return list(violations.all(request).filter(firm_id=firm_id).order_by("-happened_on", "-id")[:_MOST])


def _told(request: TenantRequest, found: list[FirmViolation]) -> list[dict[str, Any]]:
    called = names(
        request, [who for one in found for who in (one.by_id, one.answered_by_id, one.withdrawn_by_id)]
    )
    known = numbers(request.company.id, [one.permit_id for one in found if one.permit_id])
    return [
        {
            **{name: getattr(one, name) for name in _SAME},
            "permit_number": known.get(one.permit_id) if one.permit_id else None,
            "withdrawn_at": one.withdrawn_at,
            "withdrawn_why": one.withdrawn_why,
            "by": called.get(one.by_id),
            "answered_by": called.get(one.answered_by_id),
            "withdrawn_by": called.get(one.withdrawn_by_id),
        }
        for one in found
    ]
