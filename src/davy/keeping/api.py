"""HTTP for holds, erasures and what is past its period: reading only. They are changed by commands. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.keeping import due, queries
from davy.keeping.shapes import DueIn, DueOut, ErasureOut, HoldOut, PreviewOut, RetentionOut
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["keeping"])


@router.get("/keeping/holds", response=list[HoldOut])
@allow("holds", "read")
def list_holds(request: TenantRequest) -> list[dict[str, Any]]:
    """The legal holds, those that stand first."""
    return queries.holds(request.company.id)


@router.get("/keeping/erasures", response=list[ErasureOut])
@allow("erasures", "read")
def list_erasures(request: TenantRequest) -> list[dict[str, Any]]:
    """The requests to erase a person, those that are open first."""
    return queries.erasures(request.company.id)


@router.get("/keeping/people/{uuid:person_id}", response=PreviewOut)
@allow("erasures", "read")
def preview_erasure(request: TenantRequest, person_id: UUID) -> dict[str, Any]:
    """What would go and what would stay if this person were erased now, and why. Who looked is kept."""
    found = queries.preview(request.company.id, person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="erasures",
        resource_id=person_id,
        before=None,
        after={"looked": True},
    )
    return found


@router.get("/keeping/due", response=DueOut)
@allow("retention", "read")
def list_due(request: TenantRequest, wanted: Query[DueIn]) -> dict[str, Any]:
    """What is past its period, the oldest first, each with what keeps it all the same."""
    return due.listed(request.company.id, clock.now(), wanted.kind, wanted.only, wanted.page)


@router.get("/keeping/rules", response=RetentionOut)
@allow("retention", "read")
def keeping_rules(request: TenantRequest) -> dict[str, Any]:
    """How long what is kept, whether nights remove what is past that, and what was removed."""
    return due.told(request.company.id)
