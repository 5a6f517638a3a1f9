"""What is true of one alarm, folded from its events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Step:
    """Something a person did about the alarm: when, and who (a person id)."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Shelf:
    """Who silenced the alarm (a person id), when, and until when."""

    at: datetime
    by: str
    until: datetime


@dataclass(frozen=True)
class Alarm:
    """One alarm. `permit` is None for an alarm about the plant itself; `subject` is what it is about: a
    requirement, a person, a stage or a reminder. `count` is how often it was raised while open, `told` the
    persons it was sent to. `episode` numbers the alarms of one permit, kind, code and subject from 1. It
    waits for an answer since `called_at` (None in a row of an older release: since it was raised), and rang
    `rings` times again, at last at `rung_at`."""

    id: str
    permit: str | None
    number: str | None
    kind: str
    code: str | None
    subject: str
    severity: str
    owner: str
    episode: int
    raised_at: datetime
    last_at: datetime
    told: tuple[str, ...] = ()
    count: int = 1
    state: str = "raised"
    acknowledged: Step | None = None
    handled: Step | None = None
    closed: Step | None = None
    rings: int = 0
    rung_at: datetime | None = None
    shelf: Shelf | None = None
    called_at: datetime | None = field(default=None, compare=False)


def apply(alarm: Alarm | None, event_type: str, data: Data) -> Alarm:
    """The alarm after this event; it never refuses. Raises KeyError for an unknown event type, ValueError for
    an event before the alarm was opened."""
    if event_type == "AlarmOpened":
        return _opened(data)
    if alarm is None:
        raise ValueError(f"{event_type} before the alarm was opened")
    return STEPS[event_type](alarm, data)


def _opened(data: Data) -> Alarm:
    at = instant(data["at"])
    return Alarm(
        id=data["alarm"],
        permit=data.get("permit"),
        number=data.get("number"),
        kind=data["kind"],
        code=data.get("code"),
        subject=data["subject"],
        severity=data["severity"],
        owner=data["owner"],
        episode=data["episode"],
        raised_at=at,
        last_at=at,
        told=tuple(data["told"]),
        called_at=at,
    )


def _recurred(alarm: Alarm, data: Data) -> Alarm:
    last_at = max(alarm.last_at, instant(data["at"]))
    return replace(alarm, count=alarm.count + 1, last_at=last_at)


def _reopened(alarm: Alarm, data: Data) -> Alarm:
    return _called(_recurred(alarm, data), data)


def _called(alarm: Alarm, data: Data) -> Alarm:
    """It asks for attention as if it were new."""
    again = replace(alarm, state="raised", told=tuple(data["told"]), called_at=instant(data["at"]))
    return replace(again, acknowledged=None, handled=None, closed=None, rings=0, rung_at=None, shelf=None)


def _rang(alarm: Alarm, data: Data) -> Alarm:
    return replace(alarm, rings=alarm.rings + 1, rung_at=instant(data["at"]), told=tuple(data["told"]))


def _shelved(alarm: Alarm, data: Data) -> Alarm:
    return replace(alarm, shelf=Shelf(instant(data["at"]), data["by"], instant(data["until"])))


def _unshelved(alarm: Alarm, data: Data) -> Alarm:
    return _called(alarm, data) if data["calls"] else replace(alarm, shelf=None)


def _step(data: Data) -> Step:
    return Step(instant(data["at"]), data["by"])


def _acknowledged(alarm: Alarm, data: Data) -> Alarm:
    return replace(alarm, state="acknowledged", acknowledged=_step(data))


def _handled(alarm: Alarm, data: Data) -> Alarm:
    return replace(
        alarm, state="handled", handled=_step(data), acknowledged=alarm.acknowledged or _step(data)
    )


def _closed(alarm: Alarm, data: Data) -> Alarm:
    return replace(alarm, state="closed", closed=_step(data), shelf=None)


STEPS: Mapping[str, Callable[[Alarm, Data], Alarm]] = {
    "AlarmRecurred": _recurred,
    "AlarmReopened": _reopened,
    "AlarmAcknowledged": _acknowledged,
    "AlarmHandled": _handled,
    "AlarmClosed": _closed,
    "AlarmRang": _rang,
    "AlarmShelved": _shelved,
    "AlarmUnshelved": _unshelved,
}
