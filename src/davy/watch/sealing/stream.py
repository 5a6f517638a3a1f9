"""The stream of the readings of one day of a company, as the door knows it. It has no row: events are all."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.evidence import queries as evidence
from davy.readings import sealed
from davy.readings.store import day_of
from davy_core.instants import instant
from davy_core.outcome import Outcome
from davy_core.sealing import deciding
from davy_core.sealing.deciding import NONE, Day, Line
from davy_core.sealing.leaves import root_of

__all__ = ["SEALED", "day", "line", "unsealed"]


def day(company_id: UUID, when: date) -> Day:
    """The seals of that day as its events tell them. Inside a tenant block."""
    found: Day = ()
    for event in evidence.events(company_id, "readings", sealed.stream_of(company_id, when)):
        found = deciding.apply(found, event.type, event.data)
    return found


def line(company_id: UUID, instrument: str, starts: datetime, after: int, upto: int) -> Line:
    """What the readings that are there come to, of that hour and between these numbers."""
    contents = [one.content() for one in sealed.leaves(company_id, instrument, starts, after, upto)]
    return Line(instrument, after, upto, len(contents), root_of(contents).hex())


def unsealed(seals: Day, starts: datetime, newest: dict[str, int]) -> list[tuple[str, int, int]]:
    """Instruments of that hour with readings that no seal covers: from which number on, to which."""
    covered = deciding.reached(seals, starts)
    return [
        (instrument, covered.get(instrument, NONE), upto)
        for instrument, upto in newest.items()
        if upto > covered.get(instrument, NONE)
    ]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company, starts = envelope.company, instant(envelope.body["from"])
    when = day_of(starts)
    fits, own = envelope.stream_id == sealed.stream_of(company, when), sender.kind == "clock"
    seals = day(company, when) if fits else ()
    found: list[Line] = []
    if fits and own and now >= starts + deciding.HOUR + deciding.GRACE:
        newest = sealed.newest(company, starts, starts + deciding.HOUR).get(starts, {})
        found = [line(company, one, starts, *span) for one, *span in unsealed(seals, starts, newest)]
    return Gathered(seals or None, deciding.Facts(now, own, fits, found))


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return deciding.decide(state, envelope.body, facts)


def _save(_: Saving) -> None:
    """There is no row."""


def _follow(_: Saving) -> Follow:
    return Follow()


SEALED = Stream(
    kind="readings", gather=_gather, decide=_decide, apply=deciding.apply, save=_save, follow=_follow
)
