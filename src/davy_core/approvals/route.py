"""Find the stages of a permit's route: the first row whose every named condition fits.

A row names what it asks for; what it does not name it does not ask. No row fits: no route, and the permit
is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def find_route(
    rows: Sequence[Mapping[str, Any]], work_type: str, level: str, kinds: Sequence[str], contractor: bool
) -> list[dict[str, Any]]:
    """The resolved stages of the first fitting row, as plain data to be pinned; empty when none fits."""
    for row in rows:
        if _fits(row["when"], work_type, level, kinds, contractor):
            return [_stage(stage) for stage in row["stages"]]
    return []


def _fits(
    when: Mapping[str, Any], work_type: str, level: str, kinds: Sequence[str], contractor: bool
) -> bool:
    covered = {"escalated": bool(kinds), "contractor": contractor}
    if when["type"] != work_type or ("level" in when and level not in when["level"]):
        return False
    return all(when[key] == value for key, value in covered.items() if key in when)


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
