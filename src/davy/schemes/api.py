"""HTTP for schemes: the list, one with its sections and remarks, one version against the one before. Thin."""

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
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut
from davy.schemes import queries, shown, versions
from davy.schemes.contract import words
from davy.schemes.shapes import SchemeLine, SchemeOut, SchemeVersionOut, SchemeWords

__all__ = ["router"]

router = Router(tags=["schemes"])


class SchemesIn(Schema):
    """Which schemes; `standing`: only those whose version in force has not ended. `before` is `changed_at` of
    the last one of the page before."""

    state: Literal["draft", "review", "approved", "withdrawn"] | None = None
    standing: bool = False
    type: str | None = None
    area: UUID | None = None
    q: str | None = None
    before: datetime | None = None
    size: int = Field(100, ge=1, le=200)


@router.get("/schemes", response=list[SchemeLine])
@allow("schemes", "read")
def list_schemes(request: TenantRequest, wanted: Query[SchemesIn]) -> list[dict[str, Any]]:
    """Schemes, the last changed on top."""
    found = queries.board(
        request.company.id,
        state=wanted.state,
        kind=wanted.type,
        area=wanted.area,
        text=wanted.q,
        standing_at=clock.now() if wanted.standing else None,
        before=wanted.before,
        size=wanted.size,
    )
    return [shown.line(row) for row in found]


@router.get("/schemes/words", response=SchemeWords)
@allow("schemes", "read")
def scheme_words(request: HttpRequest) -> dict[str, Any]:
    """What its sections, states, duties and steps are called."""
    return words()


@router.get("/schemes/{uuid:scheme_id}", response={200: SchemeOut, 404: ProblemOut})
@allow("schemes", "read")
def get_scheme(request: TenantRequest, scheme_id: UUID) -> HttpResponse:
    """One scheme: its sections, versions and remarks, what the reader may do now, and who works by it."""
    found = shown.detail(request.company.id, scheme_id, request.user.person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})


@router.get("/schemes/{uuid:scheme_id}/versions/{int:n}", response={200: SchemeVersionOut, 404: ProblemOut})
@allow("schemes", "read")
def get_scheme_version(request: TenantRequest, scheme_id: UUID, n: int) -> HttpResponse:
    """One version as it was frozen, section by section against the version before it."""
    found = versions.version(request.company.id, scheme_id, n)
    if found is None:
        raise Problem("not_found")
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})
