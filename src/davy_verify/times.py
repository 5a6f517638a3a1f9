"""Holds the times that events tell against those that outsiders vouched for: a stamp or a witness's line says
what the log had by then, and so what it had not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from davy_verify.finding import OPEN, Finding
from davy_verify.instants import instant
from davy_verify.streams import Stream

__all__ = ["Bound", "held"]

AHEAD = timedelta(minutes=1)
"""How far the plant's clock may be ahead of the outsider's (j)."""
BEHIND = timedelta(minutes=10)
"""How long an event may wait for its entry in the log, which is made each minute (j)."""


@dataclass(frozen=True)
class Bound:
    """The log had exactly its first `size` entries by `at`, says somebody outside who is trusted."""

    size: int
    at: datetime


def held(streams: Sequence[Stream], bounds: Sequence[Bound]) -> Iterator[Finding]:
    """What of the times cannot be so. Made-up times of a demonstration are passed over; they are told."""
    for bound in sorted(bounds, key=lambda one: (one.size, one.at)):
        after = before = 0
        for stream in streams:
            if not stream.whole:
                continue
            for event in stream.events:
                index = stream.entered_at(event["seq"])
                if index is None or "simulated" in event["data"]:
                    continue
                after += index < bound.size and _after(event, bound.at + AHEAD)
                before += index >= bound.size and _before(event, bound.at - BEHIND)
        about = {"at": bound.at.isoformat(timespec="seconds"), "size": bound.size}
        if after:
            yield Finding(OPEN, "dated_after", {"count": after, **about})
        if before:
            yield Finding(OPEN, "dated_before", {"count": before, **about})


def _after(event: Mapping[str, Any], at: datetime) -> bool:
    """Whether it says that it happened or was written later; a time that nobody can read is no proof."""
    times = [instant(event[name]) for name in ("occurred_at", "recorded_at")]
    return any(time is None or time > at for time in times)


def _before(event: Mapping[str, Any], at: datetime) -> bool:
    """Whether it says that it was written earlier. When it happened a phone may tell long afterwards."""
    time = instant(event["recorded_at"])
    return time is not None and time < at
