"""Find the stages of a permit's route: the first row whose every named condition fits.

A row names what it asks for; what it does not name it does not ask. What nobody knows (None) may fit: then
the row with more signatures decides. No row fits: no route, and the permit is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MODES = ("any", "all", "sequence")
"""或签: any one of the posts; 会签: all of them; 依次: all of them, in the order in which they stand."""


@dataclass(frozen=True)
class Case:
    """What a route depends on; None is what nobody knows. `downgraded`: 一级 lowered to 二级, the whole unit
    being down (5.1.4 ¶2). `time`: the kinds of special period that the window meets (S22). `risk`: the colour
    of the permit's risk. `area_class`: that of the place."""

    type: str
    level: str
    escalated: bool | None
    contractor: bool | None
    downgraded: bool | None
    risk: str | None = None
    area_class: str | None = None
    time: tuple[str, ...] | None = ()
    template: str = ""


def find_route(rows: Sequence[Mapping[str, Any]], case: Case) -> list[dict[str, Any]]:
    """The resolved stages of the row that decides, as plain data to be pinned; empty when none fits.

    Raises AttributeError for a condition that no case has: a route table nobody can judge is no route
    table."""
    found = list(_candidates(rows, case))
    if not found:
        return []
    row = max(found, key=lambda one: signatures(one["stages"]))
    return [_stage(stage) for stage in row["stages"]]


def signatures(stages: Sequence[Mapping[str, Any]]) -> int:
    """How many signatures these stages ask for at the least."""
    return sum(1 if stage.get("mode", "any") == "any" else len(stage["posts"]) for stage in stages)


def _candidates(rows: Sequence[Mapping[str, Any]], case: Case) -> Iterator[Mapping[str, Any]]:
    """The first row that surely fits, and those before it that may fit."""
    for row in rows:
        answers = [_fits(getattr(case, key), wanted) for key, wanted in row["when"].items()]
        if False in answers:
            continue
        yield row
        if None not in answers:
            return


def _fits(value: object, wanted: object) -> bool | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        asked = wanted if isinstance(wanted, list | tuple) else (wanted,)
        return not set(value).isdisjoint(asked)
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


def hastened(stages: Sequence[Mapping[str, Any]], within_s: int) -> list[dict[str, Any]]:
    """The same stages with deadlines that add up to no more than `within_s` seconds: the green channel
    shortens deadlines and nothing else (S20)."""
    each = within_s // max(len(stages), 1)
    return [{**stage, "deadline_s": min(stage["deadline_s"], each)} for stage in stages]


def seconds(duration: str) -> int:
    """Whole seconds of a duration such as 7200s. Raises ValueError for any other spelling."""
    if not duration.endswith("s"):
        raise ValueError(f"a duration is written like 7200s, not {duration}")
    return int(duration[:-1])
