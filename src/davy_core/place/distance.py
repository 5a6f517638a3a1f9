"""Distance between two places in metres, and whether a measured position lies within a fence.

Coordinates are WGS-84 degrees, as receivers report them. A position is a circle, not a point: its accuracy is
the radius within which the device believes itself to be. A fence is satisfied only if the whole circle fits.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Circle", "Fence", "Place", "Polygon", "Position", "Presence", "is_beyond", "metres", "presence"]

_EARTH_RADIUS_M = 6_371_008.8  # mean radius of the WGS-84 ellipsoid; the error over a plant is below 0.5 %


class Presence(StrEnum):
    """The answer to "is he within the fence": unknown is never yes (safety rule S21)."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Place:
    """A point on the ground: degrees north and east. Raises ValueError for what is no such point."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        # Written so that NaN fails: every comparison with NaN is false.
        if not (-90.0 <= self.lat <= 90.0 and -180.0 <= self.lon <= 180.0):
            raise ValueError(f"not a place in degrees: {self.lat!r}, {self.lon!r}")


@dataclass(frozen=True)
class Position:
    """A measured place; ``accuracy_m`` is the radius in metres that the device claims, None if none."""

    place: Place
    accuracy_m: float | None

    def __post_init__(self) -> None:
        if self.accuracy_m is not None and not 0.0 <= self.accuracy_m < math.inf:
            raise ValueError(f"not an accuracy in metres: {self.accuracy_m!r}")


@dataclass(frozen=True)
class Circle:
    """A round fence, radius in metres."""

    centre: Place
    radius_m: float

    def __post_init__(self) -> None:
        if not 0.0 < self.radius_m < math.inf:
            raise ValueError(f"not a radius in metres: {self.radius_m!r}")


@dataclass(frozen=True)
class Polygon:
    """A fence along straight lines between its corners, in either direction, not crossing itself.

    Raises ValueError for fewer than three corners and for an extent above half a degree: a plant is smaller,
    and the flat calculation used here would no longer be exact.
    """

    corners: tuple[Place, ...]

    def __post_init__(self) -> None:
        if len(self.corners) < 3:
            raise ValueError("a polygon has at least three corners")
        for values in ([c.lat for c in self.corners], [c.lon for c in self.corners]):
            if max(values) - min(values) > 0.5:
                raise ValueError("a fence is smaller than half a degree")


Fence = Circle | Polygon


def metres(a: Place, b: Place) -> float:
    """Great-circle distance in metres (haversine)."""
    north = math.radians(b.lat - a.lat)
    east = math.radians(b.lon - a.lon)
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_chord = math.sin(north / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, half_chord)))


def presence(position: Position | None, fence: Fence) -> Presence:
    """Whether the position's whole accuracy circle lies inside the fence, wholly outside, or neither.

    No position, no claimed accuracy, or an accuracy worse than the fence itself is unknown, however far away
    the centre of the circle lies: such a device has not measured where it is (S21).
    """
    if position is None or position.accuracy_m is None:
        return Presence.UNKNOWN
    inward, size = _depth(position.place, fence)
    if position.accuracy_m > size:
        return Presence.UNKNOWN
    if inward >= position.accuracy_m:
        return Presence.INSIDE
    if inward < -position.accuracy_m:
        return Presence.OUTSIDE
    return Presence.UNKNOWN


def is_beyond(position: Position, fence: Fence) -> bool:
    """Whether the whole accuracy circle lies beyond the fence, however vague the position is."""
    if position.accuracy_m is None:
        return False
    inward, _ = _depth(position.place, fence)
    return inward < -position.accuracy_m


def _depth(place: Place, fence: Fence) -> tuple[float, float]:
    """Metres from the place to the border, positive inside; and the fence's own radius."""
    if isinstance(fence, Circle):
        return fence.radius_m - metres(place, fence.centre), fence.radius_m
    corners = [_flat(place, corner) for corner in fence.corners]
    sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
    border = min(_to_side(start, end) for start, end in sides)
    inside = sum(_crosses(start, end) for start, end in sides) % 2 == 1
    return (border if inside else -border), _half_extent(corners)


_Flat = tuple[float, float]


def _flat(origin: Place, place: Place) -> _Flat:
    """Metres east and north of the origin; exact enough over a plant."""
    north_degree = math.radians(1.0) * _EARTH_RADIUS_M
    east_degree = north_degree * math.cos(math.radians(origin.lat))
    return (place.lon - origin.lon) * east_degree, (place.lat - origin.lat) * north_degree


def _to_side(start: _Flat, end: _Flat) -> float:
    """Distance from (0, 0) to the straight line between two corners."""
    along = (end[0] - start[0], end[1] - start[1])
    length_squared = along[0] ** 2 + along[1] ** 2
    share = 0.0
    if length_squared > 0.0:
        share = max(0.0, min(1.0, -(start[0] * along[0] + start[1] * along[1]) / length_squared))
    return math.hypot(start[0] + share * along[0], start[1] + share * along[1])


def _crosses(start: _Flat, end: _Flat) -> bool:
    """Whether the side crosses the ray from (0, 0) to the east; an odd number of crossings means inside."""
    if (start[1] > 0.0) == (end[1] > 0.0):
        return False
    at = start[0] - start[1] * (end[0] - start[0]) / (end[1] - start[1])
    return at > 0.0


def _half_extent(corners: list[_Flat]) -> float:
    """Half of the narrower side of the box around the corners: the size an accuracy is compared with."""
    wide = max(c[0] for c in corners) - min(c[0] for c in corners)
    high = max(c[1] for c in corners) - min(c[1] for c in corners)
    return min(wide, high) / 2
