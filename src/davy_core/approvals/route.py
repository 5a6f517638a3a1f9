"""Find the stages of a permit's route: the first row whose every named condition fits.

A row names what it asks for; what it does not name it does not ask. No row fits: no route, and the permit
is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from davy_core.risk.grades import WORST


@dataclass(frozen=True)
class Case:
    """What a route depends on. `downgraded`: 一级 lowered to 二级, the whole unit being down (5.1.4 ¶2).
    `risk`: the colour of the permit's risk; what nobody graded counts as the worst."""

    type: str
    level: str
    escalated: bool
    contractor: bool
    downgraded: bool
    risk: str = WORST
    template: str = ""


def find_route(rows: Sequence[Mapping[str, Any]], case: Case) -> list[dict[str, Any]]:
    """The resolved stages of the first fitting row, as plain data to be pinned; empty when none fits.

    Raises AttributeError for a condition that no case has: a route table nobody can judge is no route
    table."""
    for row in rows:
        if all(_fits(getattr(case, key), wanted) for key, wanted in row["when"].items()):
            return [_stage(stage) for stage in row["stages"]]
    return []


def _fits(value: str | bool, wanted: object) -> bool:
    return value in wanted if isinstance(wanted, list | tuple) else value == wanted


def _stage(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "posts": list(row["posts"]),
        "mode": row.get("mode", "any"),
        "on_site": bool(row.get("on_site", False)),
        "radius_m": row.get("radius_m", 5),
        "deadline_s": seconds(row.get("deadline", "7200s")),
        "superior": row.get("superior"),
        "covers": list(row.get("covers", ())),
    }


def seconds(duration: str) -> int:
    """Whole seconds of a duration such as 7200s. Raises ValueError for any other spelling."""
    if not duration.endswith("s"):
        raise ValueError(f"a duration is written like 7200s, not {duration}")
    return int(duration[:-1])
