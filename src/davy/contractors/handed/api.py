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
from davy.contractors.handed.doubting import doubts
from davy.contractors.handed.telling import told
from davy.contractors.models import Submission
from davy.contractors.notices.telling import tell_decided
from davy.contractors.registers import submissions
from davy.contractors.shown import names
from davy.people.models import Firm
from davy.problems.catalogue import refusal

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
    """It counts from now on: the row that was asked for is entered."""
    made = deciding.confirm(request, submission_id)
    look_again(request.company.id)
    tell_decided([made])
    return _told(request, [made])[0]


@router.post("/contractors/submissions/confirm", response=list[shapes.SubmissionDecided])
@allow("submissions", "write")
def confirm_seen(request: TenantRequest, body: shapes.SubmissionsSeen) -> list[dict[str, Any]]:
    """Confirm the rows of a file together, each with the doubts that were shown of it. What has another doubt
    by now, and who is to be let in, stays as it is and is told."""
    done = deciding.confirm_seen(request, [(one.submission_id, one.doubts) for one in body.rows])
    look_again(request.company.id)
    tell_decided([one.row for one in done if one.refused is None])
    words = [refusal(one.refused).says if one.refused else None for one in done]
    return [
        {
            "id": one.row.id,
            "confirmed": one.refused is None,
            "zh": why.zh if why else "",
            "en": why.en if why else "",
        }
        for one, why in zip(done, words, strict=True)
    ]


@router.post("/contractors/submissions/{uuid:submission_id}/refuse", response=shapes.SubmittedOut)
@allow("submissions", "write")
def refuse(request: TenantRequest, submission_id: UUID, body: contractors.Why) -> dict[str, Any]:
    """It never counts; the firm reads why."""
    sent_back = deciding.refuse(request, submission_id, body.why)
    tell_decided([sent_back])
    return _told(request, [sent_back])[0]


def _told(request: TenantRequest, found: list[Submission]) -> list[dict[str, Any]]:
    firms = dict(
        Firm.objects.filter(company_id=request.company.id, id__in={one.firm_id for one in found}).values_list(
            "id", "name"
        )
    )
    called = names(request, [who for one in found for who in (one.by_id, one.decided_by_id)])
    doubted = doubts(request, found)
    lets_in = may(request.user.roles, "admissions", "write")
    writes = may(request.user.roles, "submissions", "write")
    return [
        {
            **shown,
            "firm_id": one.firm_id,
            "doubts": doubted[one.id],
            "firm_name": firms.get(one.firm_id, ""),
            "by": called.get(one.by_id),
            "decided_by": called.get(one.decided_by_id),
            "may_decide": one.state == "waiting" and writes and (one.kind != "admission" or lets_in),
        }
        for one, shown in zip(found, told(request, found), strict=True)
    ]
