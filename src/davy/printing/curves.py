"""Gas over time as curves: one a substance and unit, the worst reading of each round against its limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from davy_core.instants import instant

__all__ = ["curves"]

Row = Mapping[str, Any]
_WIDE, _HIGH = 480, 110
_LINE = 'fill="none" stroke="#000" stroke-width="1.2"'


def curves(rounds: Sequence[Row], names: Mapping[str, str], zone: ZoneInfo) -> list[dict[str, str]]:
    """Drawings with what stands at their edges, in the order in which substances were first measured; none of
    what was measured at one instant only. `names`: what a substance is called, by its code."""
    found: dict[tuple[str, str], list[tuple[datetime, Decimal, str | None, str]]] = {}
    for one in rounds:
        for r in one["readings"]:
            try:
                value = Decimal(str(r["value"]))
            except InvalidOperation:
                continue
            fits = r.get("limit_unit") in (None, r["unit"])
            limit = r.get("limit") if fits else None
            told = (instant(r["sampled_at"]), value, limit, r["verdict"])
            found.setdefault((r["substance"], r["unit"]), []).append(told)
    drawn = {key: sorted(rows, key=lambda row: row[0]) for key, rows in found.items()}
    return [
        {**_curve(rows, zone), "substance": names.get(key[0], key[0]), "unit": key[1]}
        for key, rows in drawn.items()
        if rows[0][0] < rows[-1][0]
    ]


def _curve(rows: Sequence[tuple[datetime, Decimal, str | None, str]], zone: ZoneInfo) -> dict[str, str]:
    first, last = rows[0][0], rows[-1][0]
    limits = [Decimal(limit) for _, _, limit, _ in rows if limit]
    top = max([value for _, value, _, _ in rows] + limits + [Decimal(1) / 100]) * Decimal("1.1")
    span = max((last - first).total_seconds(), 1)

    def place(at: datetime, value: Decimal) -> str:
        x = 4 + (at - first).total_seconds() / span * (_WIDE - 8)
        return f"{x:.1f},{_HIGH - 4 - float(value / top) * (_HIGH - 8):.1f}"

    dots = "".join(
        f'<circle cx="{(p := place(at, value).split(","))[0]}" cy="{p[1]}" r="3" fill="'
        f'{"#000" if verdict == "pass" else "#c00"}"/>'
        for at, value, _, verdict in rows
    )
    drawn = f'<polyline points="{" ".join(place(at, v) for at, v, _, _ in rows)}" {_LINE}/>{dots}'
    if limits:
        y = place(first, limits[-1]).split(",")[1]
        drawn += f'<path d="M4 {y}H{_WIDE - 4}" stroke="#c00" stroke-width="1" stroke-dasharray="6 4"/>'
    frame = f'<path d="M4 4V{_HIGH - 4}H{_WIDE - 4}" fill="none" stroke="#666" stroke-width="0.8"/>'
    local = [at.astimezone(zone).strftime("%m-%d %H:%M") for at in (first, last)]
    return {
        "limit": str(limits[-1]) if limits else "",
        "top": f"{top:.3g}",
        "from": local[0],
        "to": local[1],
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}">{frame}{drawn}</svg>',
    }
