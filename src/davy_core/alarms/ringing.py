"""How an alarm goes on: it rings again until somebody acknowledges it, higher up after a while, and can be
shelved for a time and a reason.

The figures are engineering judgement (contracts/alarms.yaml). Shelving silences a bell, never a stop: what
stops work is decided on the permit, whatever becomes of its alarm (S7).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from davy_core.alarms.book import AlarmBook
from davy_core.alarms.state import Alarm

__all__ = ["higher", "longest_shelf", "next_ring"]


def next_ring(alarm: Alarm, book: AlarmBook) -> datetime | None:
    """When the clock has to look at it again: at the end of its shelf, or for the next repetition. None when
    nothing is left to ring."""
    if alarm.state == "closed":
        return None
    if alarm.shelf:
        return alarm.shelf.until
    pauses = book.bells[alarm.severity].pauses
    if alarm.state != "raised" or not pauses:
        return None
    return (alarm.rung_at or _called_at(alarm)) + pauses[min(alarm.rings, len(pauses) - 1)]


def higher(alarm: Alarm, book: AlarmBook, now: datetime) -> tuple[str, ...]:
    """The duties that are called beside those told before, once nobody has acknowledged it for so long."""
    bell = book.bells[alarm.severity]
    return bell.higher if now - _called_at(alarm) >= bell.higher_after else ()


def longest_shelf(kind: str, severity: str, book: AlarmBook) -> timedelta | None:
    """For how long such an alarm may be shelved at the most, None when it may not be."""
    return book.kind(kind).shelf or book.bells[severity].shelf


def _called_at(alarm: Alarm) -> datetime:
    return alarm.called_at or alarm.raised_at
