"""HTTP for the verification of certificates: reading. Answers, freezes and thaws are commands of the stream
`person`. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from ninja import Query, Router, Status

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.door.jobs import defer
from davy.problems.response import Problem
from davy.verification import asking, history, keeping, listing, looking, queries
from davy.verification.models import Night, Source
from davy.verification.shapes import (
    ConnectorIn,
    ConnectorOut,
    FrozenOut,
    LookedUpIn,
    LookedUpOut,
    NightDetailOut,
    NightOut,
    TriedOut,
    VerifiedDetailOut,
    VerifiedPageOut,
    VerifiedWanted,
)

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


@router.post("/verification/look", response=LookedUpOut)
@allow("verification_look", "write")
def look_at(request: TenantRequest, body: LookedUpIn) -> dict[str, Any]:
    """Whose card, badge or number it is: his face, his certificates and how they stand, his running permits.
    Who looked at whom is kept."""
    now = clock.now()
    today = now.astimezone(ZoneInfo(request.company.timezone)).date()
    found = looking.look(request.company.id, body.text, now, today)
    if found["person"] is not None:
        audit.write(
            company_id=request.company.id,
            account_id=request.user.id,
            resource="verification_look",
            resource_id=found["person"]["id"],
            before=None,
            after={"word": found["word"]},
        )
    return {**found, "at": now}


@router.get("/verification/source", response=ConnectorOut | None)
@allow("verification_source", "read")
def get_source(request: TenantRequest) -> dict[str, Any] | None:
    """The query service of the company; null where none is entered. Its key is never told."""
    there = keeping.connector(request)
    return _source(there) if there else None


@router.put("/verification/source", response=ConnectorOut)
@allow("verification_source", "write")
def put_source(request: TenantRequest, body: ConnectorIn) -> dict[str, Any]:
    """Enter or change the query service."""
    return _source(keeping.keep(request, body))


@router.post("/verification/source/try/{uuid:certificate_id}", response=TriedOut)
@allow("verification_source", "write")
def try_source(request: TenantRequest, certificate_id: UUID) -> dict[str, Any]:
    """Ask the service about one certificate and show what was understood. Nothing is recorded by it."""
    row = queries.paper(request.company.id, certificate_id)
    if row is None:
        raise Problem("not_found")
    answer, trouble = keeping.tried(request, queries.claim(row))
    return {"answer": answer, "trouble": trouble}


@router.get("/verification/nights", response=list[NightOut])
@allow("verification", "read")
def list_nights(request: TenantRequest) -> list[Night]:
    """The last sixty runs, the newest first."""
    return list(Night.objects.filter(company_id=request.company.id).order_by("-started_at")[:60])


@router.post("/verification/nights", response={201: NightOut})
@allow("verification_source", "write")
def begin_night(request: TenantRequest) -> Status[Night]:
    """Begin a run now, whatever the hour; one that goes on is the answer."""
    company = request.company
    day = company.today()
    made = asking.begin(company.id, day, str(request.user.person_id or request.user.id))
    if made is not None:
        defer("verification.night", {"company": str(company.id), "night": str(made)})
    return Status(201, Night.objects.get(company_id=company.id, state="going"))


@router.get("/verification/nights/{uuid:night_id}", response=NightDetailOut)
@allow("verification", "read")
def get_night(request: TenantRequest, night_id: UUID) -> dict[str, Any]:
    """The report of one run: whom it did not confirm, and why."""
    found = asking.night(request.company.id, night_id)
    if found is None:
        raise Problem("not_found")
    shown = NightOut.from_orm(found).dict()
    return {**shown, "rows": asking.standing(request.company.id, night_id)}


def _source(there: Source) -> dict[str, Any]:
    same = ("url", "private_net", "enabled", "hour", "names")
    return {**{name: getattr(there, name) for name in same}, "has_token": bool(there.secret)}
