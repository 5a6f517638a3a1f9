"""Handwriting of the simulated people: everybody's signature looks like his own, and never quite the same."""

from __future__ import annotations

import json
import math
import random

__all__ = ["sign"]


def sign(name: str, occasion: str) -> str:
    """The strokes of a signature as JSON text, point groups as a signature pad gives them."""
    own, now = random.Random(name), random.Random(f"{name} {occasion}")
    lefts = [20.0 + 62 * n for n, character in enumerate(name) for _ in range(2 + ord(character) % 2)]
    groups = [{"penColor": "black", "points": _stroke(own, now, left)} for left in lefts]
    return json.dumps(groups, separators=(",", ":"))


def _stroke(own: random.Random, now: random.Random, left: float) -> list[dict[str, float]]:
    x, y = left + own.uniform(0, 24), own.uniform(20, 60)
    angle, bend = own.uniform(-0.6, 1.4), own.uniform(-0.5, 0.5)
    points = []
    for step in range(own.randint(5, 8)):
        points.append({"x": round(x, 1), "y": round(y, 1), "time": 1000 + step * 16, "pressure": 0.5})
        x += 9 * math.cos(angle) + now.uniform(-1.2, 1.2)
        y += 9 * math.sin(angle) + now.uniform(-1.2, 1.2)
        angle += bend
    return points
