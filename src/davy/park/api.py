"""HTTP for sharing with the companies of a park. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.door.jobs import defer
from davy.park import consenting, judging, showing
from davy.park.shapes import (
    ConsentedOut,
    ConsentIn,
    JoinIn,
    LookIn,
    ParkCodeIn,
    ParkHitOut,
    ParkLineOut,
    ParkLookOut,
    ParkOut,
    ParkWhyIn,
    PartnerOut,
)

__all__ = ["router"]

router = Router(tags=["park"])


@router.get("/park", response=ParkOut)
@allow("park", "read")
def get_park(request: TenantRequest) -> dict[str, Any]:
    """Partners and what they say of our people."""
    company, now = request.company.id, clock.now()
    told = {"partners": showing.partners(company, now), "hits": showing.hits(company)}
    return {**told, "unmasked": showing.unmasked(company)}


@router.get("/park/lines", response=list[ParkLineOut])
@allow("park", "read")
def list_lines(request: TenantRequest) -> list[dict[str, Any]]:
    """The log of sharing, the newest first."""
    return showing.lines(request.company.id)


@router.post("/park/invitations", response={201: ConsentedOut})
@allow("park", "write")
def invite(request: TenantRequest, body: ConsentIn) -> Status[dict[str, Any]]:
    """Consent to share with a company of the park; the code is passed to it by hand, and shown this once."""
    partner, code = consenting.invite(request, body)
    return Status(201, {"partner": showing.partner(partner, clock.now()), "code": code})


@router.post("/park/joins", response={201: ConsentedOut})
@allow("park", "write")
def join(request: TenantRequest, body: JoinIn) -> Status[dict[str, Any]]:
    """Consent to share with who invited us; the code goes back to him by hand, and is shown this once."""
    partner, code = consenting.join(request, body, body.code)
    return Status(201, {"partner": showing.partner(partner, clock.now()), "code": code})


@router.post("/park/partners/{uuid:partner_id}/finish", response=PartnerOut)
@allow("park", "write")
def finish(request: TenantRequest, partner_id: UUID, body: ParkCodeIn) -> dict[str, Any]:
    """Enter the code that came back: sharing begins."""
    partner = consenting.finish(request, partner_id, body.code)
    defer("park.pull", {"company": str(request.company.id), "partner": str(partner.id)})
    return showing.partner(partner, clock.now())


@router.post("/park/partners/{uuid:partner_id}/pull", response=PartnerOut)
@allow("park", "write")
def pull_now(request: TenantRequest, partner_id: UUID) -> dict[str, Any]:
    """Have the partner asked now; what came of it stands here a moment later."""
    partner = consenting.of(request.company.id, partner_id)
    defer("park.pull", {"company": str(request.company.id), "partner": str(partner.id)})
    return showing.partner(partner, clock.now())


@router.post("/park/partners/{uuid:partner_id}/end", response=PartnerOut)
@allow("park", "write")
def end(request: TenantRequest, partner_id: UUID, body: ParkWhyIn) -> dict[str, Any]:
    """Take our consent back: from now on nothing is answered and nothing of the partner is kept."""
    return showing.partner(consenting.end(request, partner_id, body.why), clock.now())


@router.post("/park/hits/{uuid:hit_id}/resolve", response=ParkHitOut)
@allow("park", "write")
def resolve(request: TenantRequest, hit_id: UUID, body: ParkWhyIn) -> dict[str, Any]:
    """Judge that a hit is a mistake: it keeps nobody from work any more, as long as the partner says the
    same."""
    hit = judging.resolve(request, hit_id, body.why)
    return next(one for one in showing.hits(request.company.id) if one["id"] == hit.id)


@router.post("/park/looks", response=ParkLookOut)
@allow("park", "write")
def look(request: TenantRequest, body: LookIn) -> dict[str, Any]:
    """What the partners say of one of our people; who looked and what for is kept."""
    return {"standing": judging.look(request, body.person_id, body.why)}
