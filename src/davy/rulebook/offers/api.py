"""HTTP for the rules that are offered beyond the law: which there are, and which are in use here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Field, Router, Schema

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Input
from davy.db import tenant
from davy.problems.shapes import ProblemOut, Words
from davy.rulebook.offers import switching

__all__ = ["router"]

router = Router(tags=["rulebook"])


class SiteRule(Schema):
    """One rule of an offer: at which steps it is asked for, or that it is watched while work goes on and
    pauses it, and what it says."""

    id: str
    at: list[str]
    watched: bool
    says: Words


class SiteRuleOffer(Schema):
    """Rules that a company may take into use together. `base` names the state that a change goes on from;
    `other`: what is in use is not the version that is offered now."""

    name: str
    title: Words
    pack: str
    base: UUID | None
    on: bool
    other: bool
    rules: list[SiteRule]


class SiteRulesOut(Schema):
    """All offers."""

    offers: list[SiteRuleOffer]
    may_write: bool


class SiteRuleSwitch(Input):
    """Whether it is in use from now on, and why."""

    on: bool
    base: UUID | None = None
    reason: str = Field(min_length=2, max_length=200)


@router.get("/rulebook/offers", response=SiteRulesOut)
@allow("site_rules", "read")
def get_offers(request: TenantRequest) -> dict[str, Any]:
    """The rules on offer, and which are in use for new permits."""
    return _shown(request)


@router.put("/rulebook/offers/{name}", response={200: SiteRulesOut, 404: ProblemOut, 409: ProblemOut})
@allow("site_rules", "write")
def put_offer(request: TenantRequest, name: str, body: SiteRuleSwitch) -> dict[str, Any]:
    """Take an offer into use or out of it; permits that run keep their rules."""
    switching.switch(
        request.company.id, request.user.id, name, body.base, on=body.on, reason=body.reason.strip()
    )
    return _shown(request)


def _shown(request: TenantRequest) -> dict[str, Any]:
    with tenant.company(request.company.id):
        found = switching.read(request.company.id)
    return {"offers": found, "may_write": may(request.user.roles, "site_rules", "write")}
