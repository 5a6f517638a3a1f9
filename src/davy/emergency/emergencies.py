"""The stream of emergencies as the door knows it: what its decision may know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.alarms import duties
from davy.alarms import queries as alarms
from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.emergency import queries, store
from davy.emergency.contract import book
from davy.people import queries as people
from davy_core.emergencies import unconfirmed
from davy_core.emergencies.apply import apply
from davy_core.emergencies.decide import decide
from davy_core.emergencies.facts import EmergencyCommand, EmergencyFacts
from davy_core.emergencies.state import Emergency, Present
from davy_core.notices.from_emergency import of_emergency
from davy_core.outcome import Outcome

__all__ = ["EMERGENCY", "holders", "posts_held"]

POSTED = {"control": "control_room", "shift_leader": "shift_leader"}
"""Duties that a post of the area gives where there is no permit to ask."""


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company, body = envelope.company, envelope.body
    emergency = queries.load(company, envelope.stream_id)
    area = emergency.area if emergency else body.get("area")
    facts = EmergencyFacts(now, book(), sender.kind)
    if sender.kind == "person" and sender.person is not None:
        person = str(sender.person)
        held = posts_held(company, area, person)
        return Gathered(emergency, EmergencyFacts(now, book(), sender.kind, person, held))
    if envelope.kind == "open_emergency":
        facts = _opening(envelope, emergency, now, sender.kind)
    return Gathered(emergency, facts)


def _opening(envelope: Envelope, emergency: Emergency | None, now: datetime, sender: str) -> EmergencyFacts:
    """Who is there, which kinds of work, and whom it is told to: those of its alarm, whoever owns a first
    task, the posts that lead, and everybody on the roll."""
    company, body = envelope.company, envelope.body
    place = {"site": body.get("site"), "area": body.get("area")}
    named = UUID(body["permit"]) if "permit" in body else None
    # Of a stop that was not confirmed those are missed who are at that work, not everybody around it.
    asked_after = named if body["kind"] == unconfirmed.KIND else None
    found = queries.present(company, place, asked_after)
    types = _types(found, body.get("permit"))
    owners = [p for task in book().first(types) for p in holders(company, named, book().tasks[task].owner)]
    alarm = alarms.row_of(company, UUID(body["alarm"]))
    told = [
        *(alarm["told"] if alarm else ()),
        *owners,
        *_leaders(company, place["area"]),
        *(one["person"] for one in found),
    ]
    return EmergencyFacts(
        now=now,
        book=book(),
        sender=sender,
        present=tuple(Present(p["person"], p["permit"], p["inside"]) for p in found),
        types=types,
        told=tuple(dict.fromkeys(told)),
        number=emergency.number if emergency else queries.next_number(company, now),
    )


def _types(present: Sequence[dict[str, Any]], permit: str | None) -> frozenset[str]:
    """The kind of work of the permit that it is about and of every space with somebody inside; where nobody
    told of a permit, of all work of the place."""
    some = {p["type"] for p in present if p["inside"] or p["permit"] == permit}
    return frozenset(some or {p["type"] for p in present})


def posts_held(company: UUID, area: str | None, person: str) -> frozenset[str]:
    """The posts that somebody holds or stands in for, there."""
    found = people.posts(company, UUID(area) if area else None)
    here = {code for code, post in found.items() if person in {post.holder, post.deputy}}
    return frozenset(
        here or ({p.code for p in people.posts_of(company, UUID(person))} if area is None else ())
    )


def holders(company: UUID, permit: UUID | None, duty: str) -> tuple[str, ...]:
    """Who has a duty there; without a permit those whose posts give it."""
    if permit is None and duty in POSTED:
        return people.holders_of(company, POSTED[duty])
    return duties.holders(company, permit, duty)


def _leaders(company: UUID, area: str | None) -> Iterable[str]:
    if area is None:
        return (p for code in sorted(book().leaders) for p in people.holders_of(company, code))
    found = people.posts(company, UUID(area))
    held = (found[code] for code in sorted(book().leaders) if code in found)
    return (person for post in held for person in (post.holder, post.deputy) if person)


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, EmergencyCommand(str(envelope.stream_id), envelope.kind, envelope.body), facts)


def _follow(saving: Saving) -> Follow:
    told = of_emergency(saving.events, saving.before, saving.after)
    if not told:
        return Follow()
    place = queries.place_named(saving.envelope.company, saving.after)
    source = str(saving.envelope.cause_id or saving.envelope.id)
    notices = [{**one, "place": place} for one in told]
    return Follow(jobs=[("notify.deliver", {"source": source, "notices": notices})])


EMERGENCY = Stream(
    kind="emergency", gather=_gather, decide=_decide, apply=apply, save=store.save, follow=_follow
)
"""Opened by its job (`davy.emergency.opening`), led and ended by people."""
