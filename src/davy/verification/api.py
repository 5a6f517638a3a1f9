"""HTTP for the verification of certificates: reading. Answers, freezes and thaws are commands of the stream
`person`. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.problems.response import Problem
from davy.verification import history, listing
from davy.verification.shapes import FrozenOut, VerifiedDetailOut, VerifiedPageOut, VerifiedWanted

__all__ = ["router"]

router = Router(tags=["verification"])


@router.get("/verification/certificates", response=VerifiedPageOut)
@allow("verification", "read")
def list_verified(request: TenantRequest, wanted: Query[VerifiedWanted]) -> dict[str, Any]:
    """Certificates that have a source, each with what was verified of it; what is wrong in front."""
    page = (wanted.page, wanted.size)
    found = listing.listed(request.company.id, clock.now(), q=wanted.q, state=wanted.state, page=page)
    whole = _whole(request)
    return {**found, "items": [listing.hidden(one, whole=whole) for one in found["items"]]}


@router.get("/verification/certificates/{uuid:certificate_id}", response=VerifiedDetailOut)
@allow("verification", "read")
def get_verified(request: TenantRequest, certificate_id: UUID) -> dict[str, Any]:
    """One certificate: the page on which to ask, what each source proves, and what was answered."""
    found = history.detail(request.company.id, certificate_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return listing.hidden(found, whole=_whole(request))


@router.get("/verification/freezes", response=list[FrozenOut])
@allow("verification", "read")
def list_freezes(request: TenantRequest) -> list[dict[str, Any]]:
    """Who is frozen by verification or by hand; those whose thaw waits for a second person first."""
    return history.freezes(request.company.id)


def _whole(request: TenantRequest) -> bool:
    return may(request.user.roles, "people_private", "read")
