"""The quality of an instrument's own time: synced only where its offset was measured lately and was small
(S4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

Quality = Literal["server", "device_synced", "device_free"]

SMALL = timedelta(seconds=5)
"""An offset up to this is small (j)."""
MEASURED = timedelta(hours=24)
"""So long a measured offset counts (j): what a gateway kept over an outage is still well dated."""
FUTURE = timedelta(seconds=60)
"""A time further ahead than this is nobody's clock but a mistake, or a lie (j)."""
OLDEST = timedelta(days=30)
"""What is older is not taken: its place in the record is closed (j)."""
INSTANT = timedelta(milliseconds=1)
"""The least time between two readings that can be told apart."""


@dataclass(frozen=True)
class Offset:
    """How far the instrument was behind the server when it was last seen to be near, and when that was."""

    by: timedelta
    measured_at: datetime


@dataclass(frozen=True)
class Dated:
    """When a reading was taken, by which clock, and what is known of the instrument's clock after it."""

    taken_at: datetime
    quality: Quality
    offset: Offset | None


def dated(told: datetime | None, received: datetime, known: Offset | None) -> Dated | str:
    """The time of a reading that came in at `received`, or the code by which it is set aside."""
    if told is None:
        return Dated(received, "server", known)
    behind = received - told
    if behind < -FUTURE:
        return "from_future"
    if behind > OLDEST:
        return "too_old"
    if abs(behind) <= SMALL:
        return Dated(told, "device_synced", Offset(behind, received))
    measured = known is not None and timedelta(0) <= received - known.measured_at <= MEASURED
    return Dated(told, "device_synced" if measured and behind > SMALL else "device_free", known)


def undated(when: Dated, newest: datetime | None) -> Dated:
    """The time of a reading that told none and came behind `newest`: some time before that, nobody knows when
    (S4). When it came says nothing: it must prove nothing, and is no air of now."""
    before = when.taken_at if newest is None else min(when.taken_at, newest - INSTANT)
    return replace(when, taken_at=before, quality="device_free")
