"""HTTP for goods and claims. Thin; nobody decides his own claim."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from django.db.models import QuerySet
from ninja import Router, Status

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.people import queries as people
from davy.points import shapes
from davy.points.goods import claiming
from davy.points.looking import alone
from davy.points.models import Claim, Good
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut

__all__ = ["router"]

router = Router(tags=["points"])
goods = Register(Good, "goods")
LISTED = 200
State = Literal["asked", "approved", "handed", "refused", "cancelled"]


@router.get("/points/goods", response=list[shapes.GoodOut])
@allow("own_points", "read")
def list_goods(request: TenantRequest) -> list[Good]:
    """What is offered for points, the cheapest first."""
    return list(goods.all(request).filter(retired_on=None).order_by("price", "name"))


@router.get("/points/own/claims", response=list[shapes.ClaimOut])
@allow("own_points", "read")
def list_own_claims(request: TenantRequest) -> list[dict[str, Any]]:
    """What I asked for, the newest on top."""
    person = request.user.person_id
    return [] if person is None else _told(request, Claim.objects.filter(person_id=person))


@router.post("/points/own/claims", response={201: shapes.ClaimOut, 404: ProblemOut, 409: ProblemOut})
@allow("own_points", "write")
def ask_for_good(request: TenantRequest, body: shapes.ClaimIn) -> Status[dict[str, Any]]:
    """Ask for one piece; its points are set aside until somebody decides."""
    account = request.user
    if account.person_id is None:
        raise Problem("not_found")
    made = claiming.ask(request.company.id, account.id, account.person_id, body.wish, body.good_id)
    return Status(201, _one(request, made))


@router.post(
    "/points/own/claims/{uuid:claim_id}/cancel",
    response={200: shapes.ClaimOut, 404: ProblemOut, 409: ProblemOut},
)
@allow("own_points", "write")
def cancel_claim(request: TenantRequest, claim_id: UUID) -> dict[str, Any]:
    """I do not want it any more; possible until somebody decided."""
    account = request.user
    if account.person_id is None:
        raise Problem("not_found")
    return _one(request, claiming.cancel(request.company.id, account.id, account.person_id, claim_id))


@router.get("/points/stock", response=list[shapes.GoodOut])
@allow("goods", "read")
def list_stock(request: TenantRequest) -> list[Good]:
    """All goods, those offered first."""
    return list(goods.all(request).order_by("-retired_on", "price", "name"))


@router.post("/points/stock", response={201: shapes.GoodOut, 409: ProblemOut})
@allow("goods", "write")
def add_good(request: TenantRequest, body: shapes.GoodIn) -> Status[Good]:
    """Offer something."""
    return Status(201, goods.add(request, body.dict()))


@router.post("/points/stock/{uuid:good_id}", response={200: shapes.GoodOut, 404: ProblemOut})
@allow("goods", "write")
def change_good(request: TenantRequest, good_id: UUID, body: shapes.GoodChange) -> Good:
    """Another price, more of it, or no longer offered; what was asked for keeps its price."""
    alone(request.company.id, str(good_id))
    found = Good.objects.select_for_update().filter(company_id=request.company.id, id=good_id).first()
    if found is None:
        raise Problem("not_found")
    changed: dict[str, Any] = {}
    if body.price is not None:
        changed["price"] = body.price
    if body.more is not None:
        changed["stock"] = found.stock + body.more
    if body.retired is not None:
        changed["retired_on"] = request.company.today() if body.retired else None
    return goods.change(request, good_id, changed)


@router.get("/points/claims", response=list[shapes.ClaimOut])
@allow("claims", "read")
def list_claims(request: TenantRequest, state: State | None = None) -> list[dict[str, Any]]:
    """What people asked for, the newest on top."""
    return _told(request, Claim.objects.filter(state=state) if state else Claim.objects.all())


@router.post(
    "/points/claims/{uuid:claim_id}/decide",
    response={200: shapes.ClaimOut, 403: ProblemOut, 404: ProblemOut, 409: ProblemOut},
)
@allow("claims", "write")
def decide_claim(request: TenantRequest, claim_id: UUID, body: shapes.ClaimDecision) -> dict[str, Any]:
    """Approve, refuse with the reason, or hand over; never one's own."""
    account = request.user
    made = claiming.decide(
        request.company.id, account.id, account.person_id, claim_id, to=body.to, why=body.why
    )
    return _one(request, made)


def _one(request: TenantRequest, claim: Claim) -> dict[str, Any]:
    return _told(request, Claim.objects.filter(id=claim.id))[0]


def _told(request: TenantRequest, some: QuerySet[Claim]) -> list[dict[str, Any]]:
    company = request.company.id
    found = list(some.filter(company_id=company).order_by("-asked_at", "-id")[:LISTED])
    names = people.names(company, {one.person_id for one in found})
    titles = dict(goods.all(request).values_list("id", "name"))
    same = ("id", "price", "state", "asked_at", "decided_at", "handed_at", "why")
    return [
        {
            **{name: getattr(one, name) for name in same},
            "good": titles[one.good_id],
            "person": {"id": one.person_id, "name": names.get(str(one.person_id), "")},
        }
        for one in found
    ]
