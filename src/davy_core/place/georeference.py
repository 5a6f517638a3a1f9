"""Carry positions on the ground onto a drawn plan: an affine map by least squares over control points.

A plan that nobody can trust is refused, not drawn: points on one line, a mirrored or skewed plan, points that
do not agree with each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["LEAST", "Control", "Georeference", "Unfit", "fit"]

LEAST = 3
FLATTEST = 0.05
"""Points whose spread across is less than this part of their spread along lie on one line."""
SKEWEST = 1.25
"""A plan drawn to scale has one scale; more than this between its two directions is a mistyped number."""
WORST_M, WORST_PART = 5.0, 0.02
"""How far a control point may lie from where the map puts it: metres, or this part of the points' spread."""
CLEARLY = 1.5
"""A point is only named as the wrong one when it lies this much farther off than every other."""
METRES_PER_DEGREE = 111_194.93  # of latitude, on a sphere of 6,371 km


@dataclass(frozen=True)
class Control:
    """A place of the drawing, y down, and its WGS-84 position in degrees."""

    x: float
    y: float
    lat: float
    lon: float


@dataclass(frozen=True)
class Georeference:
    """The map from the ground to the drawing: ``x = x0 + a * east + b * north``,
    ``y = y0 + c * east + d * north``, east and north in metres from `lat`, `lon`.

    `residual_m` is the root mean square of how far the control points lie off, `worst_m` the largest; with
    three points both are zero and prove nothing.
    """

    lat: float
    lon: float
    x0: float
    y0: float
    a: float
    b: float
    c: float
    d: float
    points: int
    residual_m: float
    worst_m: float

    @property
    def metres_per_unit(self) -> float:
        """How many metres of ground one unit of the drawing is."""
        return 1 / math.sqrt(abs(self.a * self.d - self.b * self.c))

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """x and y on the drawing of a position."""
        east, north = _metres(lat, lon, self.lat, self.lon)
        return self.x0 + self.a * east + self.b * north, self.y0 + self.c * east + self.d * north


@dataclass(frozen=True)
class Unfit:
    """Why the points give no map: `too_few`, `on_one_line`, `mirrored`, `skewed`, or `residual`: one lies
    `worst_m` metres off; `worst`, counted from 0, when it is clear which: among four corners it never is."""

    why: str
    worst: int | None = None
    worst_m: float | None = None


def fit(points: Sequence[Control]) -> Georeference | Unfit:
    """The best affine map through the points, or why there is none."""
    n = len(points)
    if n < LEAST:
        return Unfit("too_few")
    lat, lon = sum(p.lat for p in points) / n, sum(p.lon for p in points) / n
    x0, y0 = sum(p.x for p in points) / n, sum(p.y for p in points) / n
    ground = [_metres(p.lat, p.lon, lat, lon) for p in points]
    drawn = [(p.x - x0, p.y - y0) for p in points]
    if _flat(ground) or _flat(drawn):
        return Unfit("on_one_line")
    a, b = _solve(ground, [x for x, _ in drawn])
    c, d = _solve(ground, [y for _, y in drawn])
    if a * d - b * c >= 0:  # north goes up where y goes down: a plan turns over exactly once
        return Unfit("mirrored")
    if _stretch(a, b, c, d) > SKEWEST:
        return Unfit("skewed")
    off = [_off((a, b, c, d), g, p) for g, p in zip(ground, drawn, strict=True)]
    worst = max(range(n), key=off.__getitem__)
    span = max(math.dist(g, h) for g in ground for h in ground)
    if off[worst] > max(WORST_M, WORST_PART * span):
        clear = all(off[worst] > CLEARLY * m for i, m in enumerate(off) if i != worst)
        return Unfit("residual", worst if clear else None, off[worst])
    rms = math.sqrt(sum(m * m for m in off) / n)
    return Georeference(lat, lon, x0, y0, a, b, c, d, n, rms, off[worst])


def _metres(lat: float, lon: float, lat0: float, lon0: float) -> tuple[float, float]:
    """East and north of the origin; a plant is small enough for the ground to be flat."""
    return (
        (lon - lon0) * METRES_PER_DEGREE * math.cos(math.radians(lat0)),
        (lat - lat0) * METRES_PER_DEGREE,
    )


def _moments(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    return (
        sum(u * u for u, _ in points),
        sum(u * v for u, v in points),
        sum(v * v for _, v in points),
    )


def _flat(points: Sequence[tuple[float, float]]) -> bool:
    """Whether points about their middle lie on one line, or on one spot."""
    uu, uv, vv = _moments(points)
    middle, half = (uu + vv) / 2, math.hypot((uu - vv) / 2, uv)
    return middle + half == 0 or max(0.0, middle - half) < FLATTEST**2 * (middle + half)


def _solve(ground: Sequence[tuple[float, float]], wanted: Sequence[float]) -> tuple[float, float]:
    """The coefficients of east and north that come nearest to the wanted values."""
    uu, uv, vv = _moments(ground)
    uw = sum(u * w for (u, _), w in zip(ground, wanted, strict=True))
    vw = sum(v * w for (_, v), w in zip(ground, wanted, strict=True))
    whole = uu * vv - uv * uv
    return (uw * vv - vw * uv) / whole, (vw * uu - uw * uv) / whole


def _stretch(a: float, b: float, c: float, d: float) -> float:
    """The larger scale of the map over its smaller one."""
    middle, half = (a * a + b * b + c * c + d * d) / 2, abs(a * d - b * c)
    root = math.sqrt(max(0.0, middle * middle - half * half))
    return math.sqrt((middle + root) / max(middle - root, 1e-30))


def _off(
    matrix: tuple[float, float, float, float], ground: tuple[float, float], drawn: tuple[float, float]
) -> float:
    """How many metres a point lies from where the map says it is, measured on the ground."""
    a, b, c, d = matrix
    rx, ry = drawn[0] - a * ground[0] - b * ground[1], drawn[1] - c * ground[0] - d * ground[1]
    whole = a * d - b * c
    return math.hypot((rx * d - ry * b) / whole, (ry * a - rx * c) / whole)
