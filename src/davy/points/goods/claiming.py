"""Goods for points: asked for by the person, decided and handed over by somebody else, never below zero."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from django.db.models import F

from davy import clock
from davy.accounts import audit
from davy.points import queries
from davy.points.looking import alone
from davy.points.models import Claim, Good
from davy.problems.response import Problem

__all__ = ["ask", "cancel", "decide"]

_NAMES = UUID("a4c64a0e-52a8-5a0f-8f0e-64d1a7f3c2b1")  # what a claim's id is derived under; never changes
OPEN = {"approve": ("asked",), "refuse": ("asked", "approved"), "hand": ("approved",), "cancel": ("asked",)}
BECOMES = {"approve": "approved", "refuse": "refused", "hand": "handed", "cancel": "cancelled"}


def ask(company_id: UUID, account_id: UUID, person_id: UUID, wish: str, good_id: UUID) -> Claim:
    """One piece for him. The points and the piece are set aside at once, so that two who ask at the same time
    never get the last one both, nor one person two for the points of one. `wish` is the phone's own id of
    the wish: sent twice it is one claim. Inside a tenant block. Raises Problem."""
    claim_id = uuid5(_NAMES, f"{company_id}\n{person_id}\n{wish}")
    alone(company_id, str(person_id))
    known = Claim.objects.filter(company_id=company_id, id=claim_id).first()
    if known is not None:
        return known
    good = Good.objects.filter(company_id=company_id, id=good_id).first()
    if good is None:
        raise Problem("not_found")
    spend, _ = queries.balance(company_id, person_id)
    if spend < good.price:
        raise Problem("points_short", has=max(0, spend), needs=good.price, name=good.name)
    if not _take(company_id, good_id):
        raise Problem("good_gone", name=good.name)
    claim = Claim.objects.create(
        id=claim_id,
        company_id=company_id,
        good_id=good_id,
        person_id=person_id,
        price=good.price,
        asked_at=clock.now(),
    )
    _note(company_id, account_id, claim, None)
    return claim


def cancel(company_id: UUID, account_id: UUID, person_id: UUID, claim_id: UUID) -> Claim:
    """He does not want it any more, before anybody decided. Raises Problem."""
    claim = _locked(company_id, claim_id)
    if claim.person_id != person_id:
        raise Problem("not_found")
    return _step(claim, account_id, "cancel", {})


def decide(
    company_id: UUID, account_id: UUID, by: UUID | None, claim_id: UUID, *, to: str, why: str
) -> Claim:
    """Approve, refuse with the reason, or hand over; never one's own. Raises Problem."""
    claim = _locked(company_id, claim_id)
    if by is None or by == claim.person_id:
        raise Problem("claim_own")
    if to == "refuse" and not why:
        raise Problem("claim_why_missing")
    now = clock.now()
    who = (
        {"handed_by_id": by, "handed_at": now}
        if to == "hand"
        else {"decided_by_id": by, "decided_at": now, "why": why}
    )
    return _step(claim, account_id, to, who)


def _locked(company_id: UUID, claim_id: UUID) -> Claim:
    found = Claim.objects.select_for_update().filter(company_id=company_id, id=claim_id).first()
    if found is None:
        raise Problem("not_found")
    return found


def _step(claim: Claim, account_id: UUID, to: str, values: dict[str, Any]) -> Claim:
    if claim.state not in OPEN[to]:
        raise Problem("claim_step_done")
    before = audit.snapshot(claim)
    claim.state = BECOMES[to]
    for name, value in values.items():
        setattr(claim, name, value)
    claim.save(force_update=True)
    if claim.state in {"refused", "cancelled"}:
        Good.objects.filter(company_id=claim.company_id, id=claim.good_id).update(stock=F("stock") + 1)
    _note(claim.company_id, account_id, claim, before)
    return claim


def _take(company_id: UUID, good_id: UUID) -> bool:
    """Whether there was one left, which is now set aside."""
    there = Good.objects.filter(company_id=company_id, id=good_id, stock__gte=1, retired_on=None)
    return there.update(stock=F("stock") - 1) == 1


def _note(company_id: UUID, account_id: UUID, claim: Claim, before: dict[str, Any] | None) -> None:
    audit.write(
        company_id=company_id,
        account_id=account_id,
        resource="claims",
        resource_id=claim.id,
        before=before,
        after=audit.snapshot(claim),
        private=frozenset({"why"}),
    )
