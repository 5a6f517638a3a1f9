"""HTTP for what firms handed in, as the plant decides it. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page
from davy.contractors import shapes as contractors
from davy.contractors.api import look_again
from davy.contractors.handed import deciding, shapes
from davy.contractors.handed.telling import told
from davy.contractors.models import Submission
from davy.contractors.registers import submissions
from davy.contractors.shown import names
from davy.people.models import Firm

__all__ = ["router"]

router = Router(tags=["contractors"])


@router.get("/contractors/submissions", response=Page[shapes.SubmittedOut])
@allow("submissions", "read")
def list_submissions(request: TenantRequest, wanted: Query[shapes.SubmissionsWanted]) -> dict[str, Any]:
    """What firms handed in, the oldest that waits in front, then what was decided last."""
    found = submissions.all(request).order_by("decided_at", "at", "id")
    if wanted.state is not None:
        found = found.filter(state=wanted.state)
    if wanted.firm_id is not None:
        found = found.filter(firm_id=wanted.firm_id)
    page = Page.of(found, wanted, lambda row: row)
    return {**page, "items": _told(request, page["items"])}


@router.post("/contractors/submissions/{uuid:submission_id}/confirm", response=shapes.SubmittedOut)
@allow("submissions", "write")
def confirm(request: TenantRequest, submission_id: UUID) -> dict[str, Any]:
    """It counts from now on: the row that was asked for is entered. One at a time, never in bulk."""
    made = deciding.confirm(request, submission_id)
    look_again(request.company.id)
    return _told(request, [made])[0]


@router.post("/contractors/submissions/{uuid:submission_id}/refuse", response=shapes.SubmittedOut)
@allow("submissions", "write")
def refuse(request: TenantRequest, submission_id: UUID, body: contractors.Why) -> dict[str, Any]:
    """It never counts; the firm reads why."""
    return _told(request, [deciding.refuse(request, submission_id, body.why)])[0]


def _told(request: TenantRequest, found: list[Submission]) -> list[dict[str, Any]]:
    firms = dict(
        Firm.objects.filter(company_id=request.company.id, id__in={one.firm_id for one in found}).values_list(
            "id", "name"
        )
    )
    called = names(request, [who for one in found for who in (one.by_id, one.decided_by_id)])
    lets_in = may(request.user.roles, "admissions", "write")
    writes = may(request.user.roles, "submissions", "write")
    return [
        {
            **shown,
            "firm_id": one.firm_id,
            "firm_name": firms.get(one.firm_id, ""),
            "by": called.get(one.by_id),
            "decided_by": called.get(one.decided_by_id),
            "may_decide": one.state == "waiting" and writes and (one.kind != "admission" or lets_in),
        }
        for one, shown in zip(found, told(request, found), strict=True)
    ]
