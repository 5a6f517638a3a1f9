"""Handwriting as a picture: the strokes a finger drew, as SVG that fits the box it is printed in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["svg"]

Dot = tuple[float, float]
Stroke = list[Dot]
MOST = 20_000  # dots; beyond this it is no handwriting


def svg(text: str) -> str | None:
    """The drawing of strokes given as JSON text: groups of points {x, y}, or lists of [x, y].

    None when the text is no drawing: a form never fails because somebody's signature cannot be read."""
    strokes = [stroke for stroke in _strokes(text) if len(stroke) > 1]
    dots = [dot for stroke in strokes for dot in stroke]
    if not dots or len(dots) > MOST:
        return None
    left, top = min(x for x, _ in dots), min(y for _, y in dots)
    wide, high = max(x for x, _ in dots) - left, max(y for _, y in dots) - top
    pen = max(wide, high * 2.5, 1) / 90
    paths = "".join(f'<path d="{_line(stroke, left - pen, top - pen)}"/>' for stroke in strokes)
    box = f"0 0 {wide + 2 * pen:.1f} {high + 2 * pen:.1f}"
    look = (
        f'fill="none" stroke="#000" stroke-width="{pen:.2f}" stroke-linecap="round" stroke-linejoin="round"'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><g {look}>{paths}</g></svg>'


def _line(stroke: Stroke, left: float, top: float) -> str:
    return "M" + "L".join(f"{x - left:.1f} {y - top:.1f}" for x, y in stroke)


def _strokes(text: str) -> Iterator[Stroke]:
    try:
        groups = json.loads(text)
    except ValueError:
        return
    if not isinstance(groups, list):
        return
    for group in groups:
        points = group.get("points") if isinstance(group, dict) else group
        yield [dot for point in points if (dot := _dot(point))] if isinstance(points, list) else []


def _dot(point: Any) -> Dot | None:
    pair = [point.get("x"), point.get("y")] if isinstance(point, dict) else point
    if not isinstance(pair, Sequence) or len(pair) < 2:
        return None
    x, y = pair[0], pair[1]
    if not isinstance(x, int | float) or not isinstance(y, int | float):
        return None
    return (float(x), float(y)) if abs(x) < 1e6 and abs(y) < 1e6 else None
