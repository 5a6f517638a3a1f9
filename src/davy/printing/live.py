"""What bound instruments told, as curves on paper: the permit's limits and the instrument's set points, and
every gap left white."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from davy.instruments.kinds import words
from davy_core.instants import instant

__all__ = ["MOST", "drawn"]

Row = Mapping[str, Any]
MOST = 12
"""Curves on one paper; what is left is told, and all of it is in the bundle."""
_WIDE, _HIGH = 480, 110
_LEFT, _EDGE = 4, 4
_FAR = 4
"""A limit so many times above all else is told and not drawn: it would press the curve to the ground."""


def drawn(told: Row | None, points: Mapping[str, str], zone: ZoneInfo) -> list[dict[str, Any]]:
    """A drawing of each channel that something limits, in the order in which they are told. `points`: what
    places of the plan are called."""
    if told is None:
        return []
    shown = [one for one in told["series"] if _judged(one)]
    return [_drawing(one, told, points, zone) for one in shown]


def _judged(one: Row) -> bool:
    return one["channel"] != "battery" and bool(one["limit"] or one["set_points"])


def _drawing(one: Row, told: Row, points: Mapping[str, str], zone: ZoneInfo) -> dict[str, Any]:
    begin, end = told["begin"], told["end"]
    values = [Decimal(v) for name in ("least", "greatest") for v in one[name]]
    lines = [(Decimal(value), "set") for value in one["set_points"].values()]
    reach = max([*values, *(v for v, _ in lines), Decimal(1) / 100])
    limits = [(value, "limit") for value in _bounds(one)]
    lines += [pair for pair in limits if not lines or pair[0] <= reach * _FAR]
    top = max([reach, *(v for v, _ in lines)]) * Decimal("1.1")
    bottom = min([*values, Decimal(0)])
    parts = list(_parts(one, told["step_s"]))
    gaps = list(_gaps(parts, one["gaps"], begin, end))
    place = _Place(begin, end, bottom, top)
    body = "".join(place.gap(*gap) for gap in gaps) + "".join(place.line(*line) for line in lines)
    body += "".join(place.band(part) for part in parts)
    frame = f'<path d="M4 4V{_HIGH - 4}H{_WIDE - 4}" fill="none" stroke="#666" stroke-width="0.8"/>'
    named = words()["channels"].get(one["channel"], {})
    return {
        "name": named.get("zh", one["channel"]),
        "unit": one["unit"],
        "serial": one["serial"],
        "point": points.get(one["point"], one["point"]) or "",
        "worst": f"{min(values):f}–{max(values):f}" if _low(one) else f"{max(values):f}",
        "limit": "、".join(f"{value:f}" for value in _bounds(one)),
        "sets": "、".join(one["set_points"].values()),
        "top": f"{top:.1f}",
        "above": len(lines) < len(limits) + len(one["set_points"]),
        "from": begin.astimezone(zone).strftime("%m-%d %H:%M"),
        "to": end.astimezone(zone).strftime("%m-%d %H:%M"),
        "gaps": len(gaps),
        "missing": sum(int(gap["missing"]) for gap in one["gaps"]),
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}">{body}{frame}</svg>',
    }


def _bounds(one: Row) -> list[Decimal]:
    limit = one["limit"] or {}
    return [Decimal(limit[side]) for side in ("low", "high") if limit.get(side) is not None]


def _low(one: Row) -> bool:
    """Whether too little harms too, as with oxygen."""
    return (one["limit"] or {}).get("low") is not None or "low" in one["set_points"]


Point = tuple[datetime, Decimal, Decimal]


def _parts(one: Row, step_s: int) -> Iterator[list[Point]]:
    """The points between gaps: where nothing came for longer than the instrument may be silent, the line
    ends."""
    silence = timedelta(seconds=max(one["silence_s"], 2 * step_s))
    part: list[Point] = []
    for at, least, greatest in zip(one["at"], one["least"], one["greatest"], strict=True):
        if part and at - part[-1][0] > silence:
            yield part
            part = []
        part.append((at, Decimal(least), Decimal(greatest)))
    if part:
        yield part


def _gaps(
    parts: Sequence[Sequence[Point]], lost: Sequence[Row], begin: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Where the line ends, and where numbers are missing."""
    for before, after in pairwise(parts):
        yield before[-1][0], after[0][0]
    for gap in lost:
        since, until = instant(gap["from"]), instant(gap["to"])
        yield max(since, begin), min(until, end)


class _Place:
    """Where instants and values lie on the drawing."""

    def __init__(self, begin: datetime, end: datetime, bottom: Decimal, top: Decimal) -> None:
        self.begin, self.span = begin, max((end - begin).total_seconds(), 1)
        self.bottom, self.high = bottom, top - bottom

    def x(self, at: datetime) -> float:
        """From the left."""
        share = min(max((at - self.begin).total_seconds() / self.span, 0), 1)
        return _LEFT + share * (_WIDE - 2 * _LEFT)

    def y(self, value: Decimal) -> float:
        """From above."""
        return _HIGH - _EDGE - float((value - self.bottom) / self.high) * (_HIGH - 2 * _EDGE)

    def band(self, part: Sequence[Point]) -> str:
        """From the least to the greatest of each step, and a line along the greatest."""
        up = [f"{self.x(at):.1f},{self.y(greatest):.1f}" for at, _, greatest in part]
        down = [f"{self.x(at):.1f},{self.y(least):.1f}" for at, least, _ in reversed(part)]
        if len(part) == 1:
            at, least, greatest = part[0]
            x = self.x(at)
            return (
                f'<path d="M{x:.1f} {self.y(least) + 0.6:.1f}V{self.y(greatest) - 0.6:.1f}" stroke="#000"/>'
            )
        return (
            f'<polygon points="{" ".join(up + down)}" fill="#bbb"/>'
            f'<polyline points="{" ".join(up)}" fill="none" stroke="#000" stroke-width="1"/>'
        )

    def gap(self, begin: datetime, end: datetime) -> str:
        """A hatched strip: nothing is known of that time."""
        x, wide = self.x(begin), max(self.x(end) - self.x(begin), 0.8)
        return f'<rect x="{x:.1f}" y="4" width="{wide:.1f}" height="{_HIGH - 8}" fill="#f3c9c9"/>'

    def line(self, value: Decimal, what: str) -> str:
        """A limit of the permit (red, long dashes) or a set point of the instrument (grey, dots)."""
        look = {
            "limit": 'stroke="#c00" stroke-width="1" stroke-dasharray="6 4"',
            "set": 'stroke="#777" stroke-width="0.7" stroke-dasharray="1.5 3"',
        }[what]
        return f'<path d="M4 {self.y(value):.1f}H{_WIDE - 4}" fill="none" {look}/>'
