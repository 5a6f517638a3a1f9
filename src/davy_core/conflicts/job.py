"""One work as the matrix sees it: what is done, where in space, when, and by whom.

Metres and WGS-84 degrees. What is not known is None, and None is never far away, never another height and
never another time (S23: unknown is not yes).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from davy_core.place.distance import Circle, Fence, Place, metres

NOTHING: Mapping[str, object] = MappingProxyType({})
STILL_THERE = frozenset({"active", "paused", "finished"})
"""States in which people or their things are at the place, whatever the hour says."""
COUNTS = frozenset({"issued"}) | STILL_THERE


@dataclass(frozen=True)
class Spot:
    """A work point: `error_m` is how far the true place may lie from the position, 0 for a surveyed point."""

    site: str
    area: str
    point: str
    equipment: str | None = None
    bund: bool = False
    place: Place | None = None
    error_m: float = 0.0
    height_m: float | None = None


@dataclass(frozen=True)
class Job:
    """One permit's work. `start` and `end` are when it may be under way: the window, and for a work that is
    still there after it, everything until now."""

    id: str
    type: str
    spot: Spot
    start: datetime | None
    end: datetime | None
    work: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    responsible: str | None = None
    links: frozenset[str] = frozenset()

    def meets(self, other: Job) -> bool:
        """Whether both may be under way at one instant. An end that equals the other's start is no
        meeting."""
        late = self.end is not None and other.start is not None and self.end <= other.start
        early = other.end is not None and self.start is not None and other.end <= self.start
        return not late and not early

    def of_one_job(self, other: Job) -> bool:
        """Whether both are works of one job: led by the same person, and one names the other or both are at
        one point (the renewal of a permit that ended, S12)."""
        led = self.responsible is not None and self.responsible == other.responsible
        named = other.id in self.links or self.id in other.links
        return led and (named or self.spot.point == other.spot.point)


def under_way(
    start: datetime, end: datetime, state: str, clearance: str, now: datetime
) -> tuple[datetime, datetime]:
    """From when to when a permit's work may be under way: its window, stretched to now while somebody or
    something is still there (S6, S23)."""
    if state in STILL_THERE or clearance == "open":
        return start, max(end, now + timedelta(seconds=1))
    return start, end


def counts(state: str, clearance: str) -> bool:
    """Whether a permit in this state is live for the matrix: issued, active, paused, finished, or ended and
    not yet cleared (S23)."""
    return state in COUNTS or clearance == "open"


def within(fence: Fence | None) -> tuple[Place | None, float]:
    """Where a point without coordinates may be: the middle of its area's fence, and how far from it at most.
    Without a fence nobody can tell."""
    if fence is None:
        return None, 0.0
    if isinstance(fence, Circle):
        return fence.centre, fence.radius_m
    lat = [c.lat for c in fence.corners]
    lon = [c.lon for c in fence.corners]
    middle = Place((min(lat) + max(lat)) / 2, (min(lon) + max(lon)) / 2)
    return middle, max(metres(middle, corner) for corner in fence.corners)
