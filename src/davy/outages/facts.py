"""Gather what a decision may know about an outage or a block of sheets: once, after its lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.attachments import store as attachments
from davy.door.envelope import Envelope
from davy.door.streams import Gathered, Sender
from davy.outages import queries
from davy.outages.contract import book
from davy.people import queries as people
from davy.permits import outages as gate
from davy.rulebook import books, law
from davy.sites import queries as sites
from davy_core.outages.facts import OutageFacts
from davy_core.outages.ground import meet
from davy_core.outages.state import Block, Outage

__all__ = ["gather_block", "gather_outage", "held_in", "posts_at", "posts_held"]


def gather_outage(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The outage and the snapshot for one command."""
    company, body = envelope.company, envelope.body
    gate.hold(company)
    outage = queries.outage(company, envelope.stream_id)
    site, areas = (outage.site, outage.areas) if outage else (body.get("site"), body.get("areas", ()))
    facts = _facts(envelope, sender, now, site=site, areas=areas)
    others = [o for o in queries.outages_of(company, site) if o.id != str(envelope.stream_id)] if site else []
    number = outage.number if outage else queries.next_outage(company, now)
    return Gathered(outage, OutageFacts(**facts, others=tuple(others), number=number))


def gather_block(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The block and the snapshot for one command."""
    company, body = envelope.company, envelope.body
    gate.hold(company)
    block = queries.block(company, envelope.stream_id)
    site, areas = (block.site, block.areas) if block else (body.get("site"), body.get("areas", ()))
    facts = _facts(envelope, sender, now, site=site, areas=areas)
    if "place" in body:
        facts["place_known"] = _place_known(company, body["place"])
    if "carried_to" in body:
        facts["permit_known"] = gate.is_permit(company, body["carried_to"])
    if block is None:
        number, first = queries.next_block(company)
        facts |= {"number": number, "first": first, "printed": _printed(company, str(body.get("template")))}
    else:
        facts["limits"] = books.pinned(company, block.basis).limits if body.get("readings") else None
    if block is not None:
        facts["posts_at"] = posts_at(block, lambda area: held_in(company, area, facts["person"]))
    if block is not None and site:
        facts["others"] = tuple(_met(queries.outages_of(company, site), block, body))
    return Gathered(block, OutageFacts(**facts))


def _met(found: Iterable[Outage], block: Block, body: Mapping[str, Any]) -> Iterable[Outage]:
    """The outages that the block, or the place that the command names, is in."""
    named = body.get("place", {}).get("area")
    return (o for o in found if meet(block.areas, o.areas) or (named and o.covers(named)))


def _facts(
    envelope: Envelope, sender: Sender, now: datetime, *, site: Any, areas: Sequence[str]
) -> dict[str, Any]:
    company = envelope.company
    person = str(sender.person) if sender.person else None
    wanted = queries.areas_of(company, site, areas) if site else []
    every, some = posts_held([held_in(company, area, person) for area in wanted])
    # `to` of a sheet that is filled in is when its work ended.
    taker = envelope.body.get("to") if envelope.kind == "hand_over_block" else None
    named = [p for p in (person, taker) if p]
    return {
        "now": now,
        "occurred_at": min(envelope.occurred_at, now),
        "book": book(),
        "sender": sender.kind,
        "person": person,
        "posts": every,
        "posts_any": some,
        "people": {p.id: p.status for p in people.facts(company, named, now.date()).values()},
        "attachments": _attachments(company, envelope.body),
        "place_known": bool(wanted) and (not areas or len(wanted) == len(set(areas))),
    }


def posts_held(found: Sequence[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Of what somebody holds area by area: the posts that he may act by because he holds one of their kind
    (that declare, print or look after a place) in every area, and those that he holds in any."""
    known = book()
    some = frozenset().union(*found)
    every = {
        code
        for group in (known.posts, known.printers, known.leaders)
        if found and all(held & group for held in found)
        for code in some & group
    }
    return frozenset(every), some


def posts_at(block: Block, held: Callable[[UUID], frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """By area in which a sheet of the block was worked on: the posts that somebody holds there."""
    areas = {sheet.used.place.area for sheet in block.sheets if sheet.used is not None}
    return {area: held(UUID(area)) for area in areas}


def held_in(company: UUID, area: UUID, person: str | None) -> frozenset[str]:
    """The posts that a person holds or stands in for, as they count in an area."""
    if person is None:
        return frozenset()
    held = people.posts(company, area)
    return frozenset(code for code, p in held.items() if person in {p.holder, p.deputy})


def _printed(company: UUID, template: str) -> Mapping[str, Any] | None:
    """What the law gives to print; None for an unknown work."""
    if template not in law.templates():
        return None
    current = books.current(company, template)
    packs = tuple(f"{pack['id']} {pack['version']}" for pack in law.packs(template))
    return {"type": current.type, "basis": current.basis, "packs": packs}


def _place_known(company: UUID, place: Mapping[str, Any]) -> bool:
    area, point = UUID(place["area"]), place.get("point")
    found = sites.place(company, point_id=UUID(point)) if point else sites.place(company, area_id=area)
    return found is not None and found.area_id == area and str(found.site_id) == place["site"]


def _attachments(company: UUID, body: Mapping[str, Any]) -> frozenset[str]:
    asked = [str(one) for one in body.get("photos", ())]
    return frozenset(asked) - frozenset(attachments.missing(company, asked)) if asked else frozenset()
