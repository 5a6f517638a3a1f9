"""The gas part of the form: substances as columns, samples as rows, the newest when there are many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "gas"]

Plain = dict[str, Any]
Row = Mapping[str, Any]
MOST_ROWS = 6
MOST_COLUMNS = 6
RANK = {"pass": 0, "unknown": 1, "fail": 2}
TRACES = frozenset({"mg/m3", "ppm"})  # units in which poison is told
UNITS = {"mg/m3": "mg/m³", "%vol": "%"}


def gas(card: Row, template: Row, local: Callable[[Any], str | None]) -> Plain | None:
    """Columns and rows; `left_out` counts the samples that stand in the electronic ticket only. None when the
    work asks for no gas analysis."""
    plan = card["gas"]["plan"]
    rounds = card["gas"]["rounds"]
    if plan is None and not rounds:
        return None
    columns = _columns(plan, rounds)
    names = {point["id"]: point["zh"] for point in template.get("gas", {}).get("points", ())}
    order = plan["points"] if plan else []
    rows = [row for one in rounds for row in _rows(one, columns, names, order, local)]
    kept = rows if len(rows) <= MOST_ROWS else [rows[0], *rows[-(MOST_ROWS - 1) :]]
    return {
        "columns": [
            {"name": c["name"], "unit": UNITS.get(c["unit"], c["unit"]), "limit": c["limit"]} for c in columns
        ],
        "rows": kept,
        "left_out": len(rows) - len(kept),
    }


def _columns(plan: Row | None, rounds: Sequence[Row]) -> list[Plain]:
    columns = [
        {
            "substance": d["substance"],
            "unit": d["unit"],
            "name": d["name"]["zh"],
            "limit": _limit(d, _measured_limit(rounds, d["substance"], d["unit"])),
        }
        for d in (plan["demands"] if plan else ())
    ]
    for reading in (r for one in rounds for r in one["readings"]):
        if not any(_fits(reading, column) for column in columns):
            columns.append(
                {
                    "substance": reading["substance"],
                    "unit": reading["unit"],
                    "name": reading["substance"],
                    "limit": _limit(None, reading.get("limit")),
                }
            )
    return columns[:MOST_COLUMNS]


def _fits(reading: Row, column: Plain) -> bool:
    """Whether a reading belongs in a column: one gas may be asked for twice, as combustible and as toxic."""
    same = reading["substance"] == column["substance"]
    return bool(same and (reading["unit"] in TRACES) is (column["unit"] in TRACES))


def _measured_limit(rounds: Sequence[Row], substance: str, unit: str) -> str | None:
    found = (r for one in reversed(rounds) for r in one["readings"] if r["substance"] == substance)
    return next((r["limit"] for r in found if r.get("limit") and r.get("limit_unit") == unit), None)


def _limit(told: Row | None, measured: str | None) -> str | None:
    """A range, or the most that is allowed; as the plan tells it, else as it was judged."""
    if told is None or not told["high"]:
        return None if measured is None else f"≤{measured}"
    low, high = told["low"], told["high"]
    return f"{low}～{high}" if low else f"≤{high}"


def _rows(
    one: Row, columns: Sequence[Plain], names: Row, order: Sequence[str], local: Callable[[Any], str | None]
) -> list[Plain]:
    measured = [reading["point"] for reading in one["readings"]]
    points = [point for point in dict.fromkeys([*order, *measured]) if point in measured]
    rows = []
    for point in points:
        here = [reading for reading in one["readings"] if reading["point"] == point]
        rows.append(
            {
                "at": local(min(reading["sampled_at"] for reading in here)),
                "point": names.get(point, point),
                "by": _by(one, here),
                "values": [_value(here, column) for column in columns],
            }
        )
    return rows


def _by(one: Row, here: Sequence[Row]) -> str | None:
    """Who answered for the sample, and the instrument that the server took it from."""
    taken = [f"{r['taken']['serial']} #{r['taken']['seq']}" for r in here if r.get("taken")]
    named = [one["by"]["name"]] if one["by"] else []
    return " ".join(dict.fromkeys([*named, *taken])) or None


def _value(here: Sequence[Row], column: Plain) -> Plain | None:
    """The worst reading of a substance at a point. A unit other than the column's is told with the value."""
    mine = [reading for reading in here if _fits(reading, column)]
    if not mine:
        return None
    worst = max(mine, key=lambda reading: RANK.get(reading["verdict"], 2))
    unit = "" if worst["unit"] == column["unit"] else f" {UNITS.get(worst['unit'], worst['unit'])}"
    return {"text": f"{worst['value']}{unit}", "verdict": worst["verdict"]}
