"""Somebody who answers for safety looks a person up, or judges a hit. Inside a tenant block."""

from __future__ import annotations

from uuid import UUID

from davy import clock
from davy.accounts import audit
from davy.accounts.here import TenantRequest
from davy.park import keys, noting, queries
from davy.park.masking import mask, match
from davy.park.models import Hit, Masked, Partner
from davy.people.models import Person
from davy.problems.response import Problem
from davy_core.park.standing import ParkStanding

__all__ = ["look", "resolve"]


def look(request: TenantRequest, person_id: UUID, why: str) -> ParkStanding:
    """What the partners say of him now, written into the log of each. Raises Problem ``not_found``."""
    company, now = request.company.id, clock.now()
    if not Person.objects.filter(company_id=company, id=person_id).exists():
        raise Problem("not_found")
    for partner in Partner.objects.select_for_update().filter(company_id=company, state="active"):
        mask(partner, keys.opened(bytes(partner.sealed), company, partner.id), now)
        match(partner, now)
        own = Masked.objects.filter(company_id=company, partner_id=partner.id, person_id=person_id).first()
        told = own.masked if own else ""
        noting.note(partner, "looked", masked=told, why=why, account_id=request.user.id)
    return queries.standings(company, [str(person_id)], now)[str(person_id)]


def resolve(request: TenantRequest, hit_id: UUID, why: str) -> Hit:
    """A hit is a mistake, or was talked over with the partner. Raises Problem ``not_found``, and
    ``park_hit_over`` for one that does not stand."""
    company = request.company.id
    hit = Hit.objects.select_for_update().filter(company_id=company, id=hit_id).first()
    if hit is None:
        raise Problem("not_found")
    if hit.ended_at is not None or hit.resolved_at is not None:
        raise Problem("park_hit_over")
    hit.resolved_at, hit.resolved_by_id, hit.why = clock.now(), request.user.person_id, why
    hit.save(update_fields=["resolved_at", "resolved_by_id", "why"])
    audit.write(
        company_id=company,
        account_id=request.user.id,
        resource="park",
        resource_id=hit.id,
        before={"stands": True},
        after={"stands": False},
    )
    partner = Partner.objects.get(company_id=company, id=hit.partner_id)
    noting.note(partner, "resolved", masked=hit.masked, why=hit.kind, account_id=request.user.id)
    return hit
