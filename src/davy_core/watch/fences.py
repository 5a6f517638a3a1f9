"""Within a fence or not, in whole numbers: millimetres on a plane laid at the fence, judged without a float.

A position is a circle, as in davy_core.place: inside only when all of it fits, outside only when none does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from davy_core.watch.reading import Spot

Where = Literal["inside", "outside", "unknown"]
Point = tuple[int, int]
"""Millimetres east and north of a plane's origin."""
DEGREE_M = 111_194.927
"""Metres in one degree of latitude on the mean sphere (as davy_core.place.distance measures)."""
_SCALE = 1_000_000
_MILLIMETRES = DEGREE_M * 1000 / 10_000_000  # in one ten-millionth of a degree


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane at one place; over a plant the error is below that of any receiver. `east` and `north` are
    millionths of a millimetre in a ten-millionth of a degree."""

    lat: int
    lon: int
    east: int
    north: int

    def point(self, lat: int, lon: int) -> Point:
        """Where a place lies on it."""
        return (lon - self.lon) * self.east // _SCALE, (lat - self.lat) * self.north // _SCALE


def plane_at(lat: int, lon: int) -> Plane:
    """The plane at a place in ten-millionths of a degree. The one computation with a float, made once when a
    setting is prepared."""
    across = _MILLIMETRES * math.cos(math.radians(lat / 10_000_000))
    return Plane(lat, lon, round(across * _SCALE), round(_MILLIMETRES * _SCALE))


@dataclass(frozen=True, slots=True)
class Fence:
    """A circle of `radius` millimetres about the plane's origin, or else the outline through `ring`."""

    plane: Plane
    radius: int | None = None
    ring: tuple[Point, ...] = ()

    def where(self, spot: Spot | None) -> Where:
        """How a position lies to it; without one, or without its error circle, nobody knows."""
        if spot is None or spot.accuracy is None or spot.accuracy < 0:
            return "unknown"
        at = self.plane.point(spot.lat, spot.lon)
        if self.radius is not None:
            return _in_circle(at[0] ** 2 + at[1] ** 2, self.radius, spot.accuracy)
        if _crosses(at, spot.accuracy, self.ring):
            return "unknown"
        return "inside" if _in_ring(at, self.ring) else "outside"


def circle(lat: int, lon: int, radius: int) -> Fence:
    """A round fence; degrees in ten-millionths, radius in millimetres."""
    return Fence(plane_at(lat, lon), radius)


def outline(corners: Sequence[tuple[int, int]]) -> Fence:
    """The fence through these corners (latitude, longitude in ten-millionths of a degree).

    Raises ValueError for fewer than three."""
    if len(corners) < 3:
        raise ValueError("an outline has at least three corners")
    plane = plane_at(*corners[0])
    return Fence(plane, None, tuple(plane.point(*c) for c in corners))


def near(one: Point, other: Point, reach: int) -> bool:
    """Whether two points are at most `reach` millimetres apart."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 <= reach**2


def _in_circle(squared: int, radius: int, accuracy: int) -> Where:
    if accuracy <= radius and squared <= (radius - accuracy) ** 2:
        return "inside"
    return "outside" if squared > (radius + accuracy) ** 2 else "unknown"


def _in_ring(at: Point, ring: Sequence[Point]) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > at[1]) == (by > at[1]):
            continue
        side = (bx - ax) * (at[1] - ay) - (at[0] - ax) * (by - ay)
        if (side > 0) == (by > ay):
            inside = not inside
    return inside


def _crosses(at: Point, reach: int, ring: Sequence[Point]) -> bool:
    """Whether the border comes nearer than `reach`."""
    return any(_touches(at, reach, a, b) for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))


def _touches(at: Point, reach: int, a: Point, b: Point) -> bool:
    dx, dy = b[0] - a[0], b[1] - a[1]
    px, py = at[0] - a[0], at[1] - a[1]
    along, length = px * dx + py * dy, dx * dx + dy * dy
    if along <= 0 or length == 0:
        return px * px + py * py <= reach * reach
    if along >= length:
        return near(at, b, reach)
    return (px * dy - py * dx) ** 2 <= reach * reach * length
