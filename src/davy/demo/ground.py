"""From the plan of the simulated plant to the ground: north is up, one unit is half a metre."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from davy.demo import sources

__all__ = ["control_points", "corners", "place"]

METRES_PER_DEGREE = 111_194.93  # of latitude, on a sphere of 6,371 km


def place(x: float, y: float) -> tuple[float, float]:
    """WGS-84 latitude and longitude in degrees of a point of the plan."""
    plan = sources.places()["plan"]
    metres = float(plan["metres_per_unit"])
    lat = float(plan["lat"]) - y * metres / METRES_PER_DEGREE
    lon = float(plan["lon"]) + x * metres / (METRES_PER_DEGREE * math.cos(math.radians(float(plan["lat"]))))
    return round(lat, 7), round(lon, 7)


def corners(rect: Sequence[float]) -> list[list[float]]:
    """The four corners [lat, lon] of a rectangle x, y, width, height, one after the other."""
    x, y, width, height = rect
    return [list(place(*c)) for c in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))]


def control_points() -> list[dict[str, Any]]:
    """Three points of the drawing with their place on the ground."""
    plan = sources.places()["plan"]
    wide, high = float(plan["width"]), float(plan["height"])
    found = []
    for x, y in ((40.0, 40.0), (wide - 40.0, 40.0), (40.0, high - 40.0)):
        lat, lon = place(x, y)
        found.append({"x": x, "y": y, "lat": lat, "lon": lon})
    return found
