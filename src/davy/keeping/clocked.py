"""What is known of the clock that says when a period is over."""

from __future__ import annotations

from typing import Any

from davy import clock
from davy.clock import beat
from davy_core.keeping.doubting import Clock, Shift

__all__ = ["found"]


def found() -> Clock:
    """The last beat of the watching clock and all that was wrong with it; a gap that is being made up for
    counts as it stands."""
    told, now = beat.state(), clock.now()
    recorded: list[dict[str, Any]] = beat.incidents(beat.NEVER)
    shifts = [Shift(row["at"], row["seconds"]) for row in recorded]
    if told.gap_s is not None:
        shifts.append(Shift(now, told.gap_s))
    return Clock(told.at, tuple(shifts))
