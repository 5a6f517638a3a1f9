"""Gather what a decision may know about an isolation: once, after its lock. The permits that matter are
locked too, so that none of them goes live beside a decision that counted on its rest (S24)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.attachments import store as attachments
from davy.door.envelope import Envelope
from davy.door.streams import Gathered, Sender
from davy.door.terminals import terminal_of
from davy.evidence import store as evidence
from davy.isolations import queries
from davy.isolations.contract import book
from davy.people import queries as people
from davy.permits import facts as permits
from davy.permits import outages
from davy.rulebook import books, law
from davy.sites import queries as sites
from davy_core.explosion.marks import Zone
from davy_core.explosion.terminal import is_outside
from davy_core.isolations.facts import IsolationFacts
from davy_core.isolations.state import Isolation
from davy_core.permits.nearby import OutageSeen
from davy_core.permits.stamp import CHECK_IN_FENCE_M
from davy_core.permits.state import Permit

__all__ = ["blinds_have_permits", "gather", "guarded"]

BLIND = "blind"
NEEDED = "isolation.verified"
"""The requirement without which a permit would not notice that its isolation is missing."""
NUMBERING = frozenset({"plan_isolation", "add_point"})
ENERGY = frozenset({"begin_blind", "remove_point", "take_lock_off", "start_test"})
"""Commands by which energy may come back to where somebody works."""


def gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The isolation and the snapshot for one command."""
    company, body = envelope.company, envelope.body
    isolation = queries.load(company, envelope.stream_id)
    found = _permits(company, _named(isolation, body))
    person = str(sender.person) if sender.person else None
    lists = [*body.get("isolators", ()), *body.get("verifiers", ())]
    known = people.facts(company, [*lists, *([person] if person else [])], now.date())
    point = isolation.point(str(body.get("point"))) if isolation else None
    facts = IsolationFacts(
        now=now,
        occurred_at=min(envelope.occurred_at, now),
        book=book(),
        sender=sender.kind,
        person=person,
        posts=_posts(company, isolation, body, person),
        people={p.id: p.status for p in known.values()},
        permits=found,
        guarded=frozenset(p.id for p in found.values() if guarded(company, p)),
        attachments=_attachments(company, body),
        numbers_elsewhere=queries.blind_numbers(company) if envelope.kind in NUMBERING else frozenset(),
        locks_elsewhere=_locks(company, envelope.stream_id, body),
        blind_permits=blinds_have_permits(),
        place_known=isolation is not None or _place_known(company, body),
        number=queries.next_number(company, now) if isolation is None else isolation.number,
        paper=_paper(company, isolation, now) if envelope.kind in ENERGY else None,
        **(_terminal(envelope, sender, isolation) if "photo" in body else {}),
    )
    if envelope.kind != "begin_blind" or point is None:
        return Gathered(isolation, facts)
    return Gathered(isolation, queries.with_lines(company, envelope.stream_id, point.line, facts))


def blinds_have_permits() -> bool:
    """Whether blinding is a work that has its permit here."""
    return BLIND in law.kinds().values()


def _named(isolation: Isolation | None, body: Mapping[str, Any]) -> list[str]:
    asked = [body[key] for key in ("permit", "to") if body.get(key)]
    return sorted({*(isolation.relying() if isolation else ()), *map(str, asked)})


def _permits(company: UUID, ids: Iterable[str]) -> dict[str, Permit]:
    """The permits as they are while this transaction lasts. A stranger's id locks nothing of ours."""
    found: dict[str, Permit] = {}
    for permit_id in ids:
        if permits.load(company, UUID(permit_id)) is None:
            continue
        evidence.lock(company, "permit", UUID(permit_id))
        locked = permits.load(company, UUID(permit_id))
        if locked is not None:
            found[permit_id] = locked[0]
    return found


def guarded(company: UUID, permit: Permit) -> bool:
    """Whether the rules that this permit stands on ask for the isolation at all."""
    if permit.basis is None:
        return True
    return any(r.id == NEEDED for r in books.pinned(company, permit.basis).requirements)


def _posts(
    company: UUID, isolation: Isolation | None, body: Mapping[str, Any], person: str | None
) -> frozenset[str]:
    area = isolation.place.area if isolation else body.get("place", {}).get("area")
    if person is None or area is None:
        return frozenset()
    found = people.posts(company, UUID(area))
    return frozenset(code for code, post in found.items() if person in {post.holder, post.deputy})


def _paper(company: UUID, isolation: Isolation | None, now: datetime) -> OutageSeen | None:
    """Looked up after the permits are locked, as their own commands do; nobody tells of a sheet meanwhile."""
    if isolation is None:
        return None
    place = sites.place(company, area_id=UUID(isolation.place.area))
    return outages.around(company, place, now) if place else None


def _terminal(envelope: Envelope, sender: Sender, isolation: Isolation | None) -> dict[str, Any]:
    """What took the photo, how its area is classed, and whether he stood outside it (S26)."""
    place, terminal = _where(envelope.company, isolation), terminal_of(envelope.company, sender)
    if place is None:
        return {"terminal": terminal}
    terminal = replace(terminal, off_area=permits.off_area(envelope, place))
    fix = permits.fix_of(envelope, place)
    away = (fix.distance_m, fix.accuracy_m) if fix else (None, 0.0)
    return {
        "terminal": terminal,
        "zone": Zone(place.ex_zone, place.ex_group, place.ex_temperature),
        "outside": is_outside(terminal, CHECK_IN_FENCE_M, *away),
    }


def _where(company: UUID, isolation: Isolation | None) -> sites.PlaceFacts | None:
    if isolation is None:
        return None
    point, area = isolation.place.point, UUID(isolation.place.area)
    return sites.place(company, point_id=UUID(point)) if point else sites.place(company, area_id=area)


def _place_known(company: UUID, body: Mapping[str, Any]) -> bool:
    """Whether site, area and point are those of one place, and the equipment is known."""
    place = body.get("place")
    if place is None:
        return False
    area, point, equipment = UUID(place["area"]), place.get("point"), body.get("equipment")
    found = sites.place(company, point_id=UUID(point)) if point else sites.place(company, area_id=area)
    if found is None or found.area_id != area or str(found.site_id) != place["site"]:
        return False
    return equipment is None or queries.has_equipment(company, UUID(equipment))


def _locks(company: UUID, isolation: UUID, body: Mapping[str, Any]) -> frozenset[str]:
    asked = [str(body[key]) for key in ("lock", "number") if body.get(key)]
    return queries.locks_elsewhere(company, isolation, asked) if asked else frozenset()


def _attachments(company: UUID, body: Mapping[str, Any]) -> frozenset[str]:
    asked = [str(body[key]) for key in ("photo", "drawing") if body.get(key)]
    return frozenset(asked) - frozenset(attachments.missing(company, asked)) if asked else frozenset()
