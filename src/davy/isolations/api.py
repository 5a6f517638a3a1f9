"""HTTP for isolations: the list, one with its points, the register of blinds. Thin."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Query, Router, Schema
from pydantic import Field

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.isolations import queries, shown
from davy.isolations.contract import words
from davy.isolations.shapes import BlindRow, IsolationLine, IsolationOut, IsolationWords
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut

__all__ = ["router"]

router = Router(tags=["isolations"])


class IsolationsIn(Schema):
    """Which isolations: `standing` are those not over; `before` is `changed_at` of the last one
    of the page before."""

    state: Literal["standing", "open", "testing", "restored", "cancelled"] | None = None
    area: UUID | None = None
    permit: UUID | None = None
    q: str | None = None
    before: datetime | None = None
    size: int = Field(100, ge=1, le=200)


@router.get("/isolations", response=list[IsolationLine])
@allow("isolations", "read")
def list_isolations(request: TenantRequest, wanted: Query[IsolationsIn]) -> list[dict[str, Any]]:
    """Isolations, the last changed on top; with `permit`, those it relies on or has released."""
    found = queries.board(
        request.company.id,
        state=wanted.state,
        area=wanted.area,
        permit=wanted.permit,
        text=wanted.q,
        before=wanted.before,
        size=wanted.size,
    )
    return [shown.line(row) for row in found]


@router.get("/isolations/words", response=IsolationWords)
@allow("isolations", "read")
def isolation_words(request: HttpRequest) -> dict[str, Any]:
    """What its states, points, kinds, locks, duties and steps are called."""
    return words()


@router.get("/isolations/blinds", response=list[BlindRow])
@allow("isolations", "read")
def list_blinds(request: TenantRequest) -> list[dict[str, Any]]:
    """The register of blinds by their unified numbers (GB 30871-2022 7.3)."""
    return queries.register(request.company.id)


@router.get("/isolations/{uuid:isolation_id}", response={200: IsolationOut, 404: ProblemOut}, by_alias=True)
@allow("isolations", "read")
def get_isolation(request: TenantRequest, isolation_id: UUID) -> HttpResponse:
    """One isolation: its points and locks, who relies on it, what the reader may do now, what happened."""
    found = shown.detail(request.company.id, isolation_id, request.user.person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})
