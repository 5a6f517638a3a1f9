"""The readings of one day, sealed hour by hour: whose, how many, and the root over them.

Readings of one instrument come in the order of the broker's log, so a seal tells from which number of it
(`after`, not included) to which (`upto`). What comes later for an hour that was sealed gets a seal of its own
that says so; no seal is ever replaced, and no reading stands under two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse

__all__ = ["GRACE", "HOUR", "NONE", "Day", "Facts", "Line", "Seal", "apply", "decide", "reached"]

HOUR = timedelta(hours=1)
GRACE = timedelta(minutes=10)
"""How long after its end an hour is sealed (j): what is on its way by then stands in its first seal."""
NONE = -1
"""The number before the first one of any log."""


@dataclass(frozen=True)
class Line:
    """The readings of one instrument under one seal; `root` in hex."""

    instrument: str
    after: int
    upto: int
    count: int
    root: str


@dataclass(frozen=True)
class Seal:
    """One seal of the hour that begins at `starts`; `late`: that hour had been sealed before."""

    starts: datetime
    late: bool
    lines: tuple[Line, ...]


Day = tuple[Seal, ...]


@dataclass(frozen=True)
class Facts:
    """Whether Davy seals by itself and the day is that of the stream; what there is that no seal covers."""

    now: datetime
    own: bool
    fits: bool
    found: Sequence[Line] = ()


def reached(day: Day, starts: datetime) -> Mapping[str, int]:
    """Up to which number the readings of that hour are sealed, by instrument."""
    lines = [line for seal in day if seal.starts == starts for line in seal.lines]
    return {line.instrument: line.upto for line in lines}  # a later seal begins where the one before ends


def decide(day: Day | None, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Seal what no seal covers of a whole hour that is over; nothing where all is covered."""
    starts = instant(body["from"])
    whole = (starts.minute, starts.second, starts.microsecond) == (0, 0, 0)
    if not (facts.own and facts.fits and whole):
        return refuse("sealing_by_itself")
    if facts.now < starts + HOUR + GRACE:
        return refuse("sealing_too_early", at=iso(starts + HOUR + GRACE))
    if not facts.found:
        return accept()
    data: dict[str, Any] = {
        "at": iso(facts.now),
        "by": "clock",
        "from": iso(starts),
        "to": iso(starts + HOUR),
        "late": any(seal.starts == starts for seal in day or ()),
        "count": sum(line.count for line in facts.found),
        "instruments": [asdict(line) for line in facts.found],
    }
    return accept(Event("ReadingsSealed", data))


def apply(day: Day | None, event_type: str, data: Mapping[str, Any]) -> Day:
    """The seals of the day after the event. Raises KeyError for an unknown type."""
    if event_type != "ReadingsSealed":
        raise KeyError(event_type)
    lines = tuple(Line(**line) for line in data["instruments"])
    return (*(day or ()), Seal(instant(data["from"]), data["late"], lines))
