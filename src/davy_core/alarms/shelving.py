"""Silencing an alarm for a while, by name and with a reason, and how it comes back by itself.

It is counted on while it is silent, and what it stopped stays stopped (S7).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from davy_core.alarms.book import AlarmBook
from davy_core.alarms.ringing import longest_shelf
from davy_core.alarms.state import Alarm, Shelf
from davy_core.instants import iso
from davy_core.outcome import Accepted, Event, Outcome, accept, refuse

__all__ = ["ended", "shelve", "silences", "unshelve"]


def shelve(alarm: Alarm, body: Mapping[str, Any], book: AlarmBook, person: str, now: datetime) -> Outcome:
    """Silence it for `minutes`, with the reason as its note."""
    longest = longest_shelf(alarm.kind, alarm.severity, book)
    if longest is None:
        return refuse("alarm_never_shelved")
    if alarm.shelf:
        return refuse("alarm_shelved_already")
    span = timedelta(minutes=body["minutes"])
    if span > longest:
        return refuse("alarm_shelf_too_long", most=int(longest / timedelta(minutes=1)))
    data = {"at": iso(now), "by": person, "until": iso(now + span)}
    return accept(Event("AlarmShelved", data, {"note": str(body["note"])}))


def unshelve(alarm: Alarm, person: str, now: datetime) -> Outcome:
    """End the silence before its time."""
    if not alarm.shelf:
        return refuse("alarm_not_shelved")
    return _back(alarm, alarm.shelf, person, now)


def ended(alarm: Alarm, shelf: Shelf, now: datetime) -> Accepted:
    """The silence is over."""
    return _back(alarm, shelf, "clock", now)


def silences(alarm: Alarm, now: datetime) -> bool:
    """Whether one that is raised again is only counted: it was handled, and lies on the shelf."""
    return alarm.state == "handled" and alarm.shelf is not None and now < alarm.shelf.until


def _back(alarm: Alarm, shelf: Shelf, by: str, now: datetime) -> Accepted:
    """It calls anew when nobody had dealt with it, or when it was raised while it was silent."""
    calls = alarm.state == "raised" or alarm.last_at > shelf.at
    data = {"at": iso(now), "by": by, "calls": calls, "told": list(alarm.told)}
    return accept(Event("AlarmUnshelved", data))
