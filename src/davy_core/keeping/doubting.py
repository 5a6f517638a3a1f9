"""Whether the clock is believed when it says that a period is over.

A clock that stands in the future ends every period at once, and what it had removed does not come back. So
whatever was off by a day or more keeps everything for a week, and the nights until somebody switches them on
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

__all__ = ["OFF", "WAITS", "Clock", "Shift", "doubted", "renewed"]

OFF = timedelta(days=1)
"""By how much a clock may be off: what 366 days have beyond the year of AQ 3064.2-2025 4.2."""
WAITS = timedelta(days=7)
"""How long nothing is removed after that (j): within it somebody answers the alarm of a clock that jumped."""


@dataclass(frozen=True)
class Shift:
    """When the wall clock jumped, or nobody watched, and by how many seconds, forward or back."""

    at: datetime
    seconds: float


@dataclass(frozen=True)
class Clock:
    """When the clock that watches permits ran last (None: never), and all that was ever wrong with it."""

    beat: datetime | None
    shifts: Sequence[Shift] = ()


def doubted(clock: Clock, now: datetime) -> datetime | None:
    """Until when nothing is removed since the clock may be wrong; None when it is believed."""
    if clock.beat is None or abs(now - clock.beat) >= OFF:
        return now + WAITS
    # What lies in the future was recorded by a clock that was set back since, which is recorded too.
    lately = [shift for shift in clock.shifts if now - WAITS < shift.at <= now]
    if sum(abs(shift.seconds) for shift in lately) < OFF.total_seconds():
        return None
    return max(shift.at for shift in lately) + WAITS


def renewed(clock: Clock, switched: datetime, now: datetime) -> bool:
    """Whether somebody switched the nights on after the clock was off for the last time."""
    off = [one.at for one in clock.shifts if one.at <= now and abs(one.seconds) >= OFF.total_seconds()]
    return all(at < switched for at in off)
