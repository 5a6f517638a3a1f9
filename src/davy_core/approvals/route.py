"""Find the stages of a permit's route: the first row whose every named condition fits.

A row that `adds` does not decide: its stages follow those of the row that does.
A row names what it asks for; what it does not name it does not ask. What nobody knows (None) may fit: then
the row with more signatures decides. No row fits: no route, and the permit is refused.

A stage may ask one of its posts only for some answers of the request (`asked_if`); a question that nobody
answered, or left empty, asks the post. A stage that would be left without any post asks all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from davy_core.approvals.adding import with_more

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
    work: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def find_route(rows: Sequence[Mapping[str, Any]], case: Case) -> list[dict[str, Any]]:
    """The resolved stages of the row that decides, as plain data to be pinned; empty when none fits.

    Raises AttributeError for a condition that no case has: a route table nobody can judge is no route
    table."""
    found = list(_candidates(rows, case))
    if not found:
        return []
    ways = [[resolved(stage, case.work) for stage in row["stages"]] for row in found]
    return with_more(max(ways, key=signatures), _additions(rows, case))


def _additions(rows: Sequence[Mapping[str, Any]], case: Case) -> list[dict[str, Any]]:
    """The stages of every adding row that fits, or may fit."""
    fitting = (row for row in rows if row.get("adds") and False not in _answers(row, case))
    return [resolved(stage, case.work) for row in fitting for stage in row["stages"]]


def signatures(stages: Sequence[Mapping[str, Any]]) -> int:
    """How many signatures these stages ask for at the least."""
    return sum(1 if stage.get("mode", "any") == "any" else len(stage["posts"]) for stage in stages)


def _candidates(rows: Sequence[Mapping[str, Any]], case: Case) -> Iterator[Mapping[str, Any]]:
    """The first row that surely fits, and those before it that may fit."""
    for row in rows:
        answers = _answers(row, case)
        if row.get("adds") or False in answers:
            continue
        yield row
        if None not in answers:
            return


def _answers(row: Mapping[str, Any], case: Case) -> list[bool | None]:
    return [_fits(getattr(case, key), wanted) for key, wanted in row["when"].items()]


def _fits(value: object, wanted: object) -> bool | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        asked = wanted if isinstance(wanted, list | tuple) else (wanted,)
        return not set(value).isdisjoint(asked)
    return value in wanted if isinstance(wanted, list | tuple) else value == wanted


def asked_posts(stage: Mapping[str, Any], work: Mapping[str, object]) -> list[str]:
    """The posts of a stage that these answers of the request ask for. A post with `asked_if` is asked when
    any of its alternatives may fit; all others are asked always."""
    conditions = stage.get("asked_if", {})
    asked = [
        post
        for post in stage["posts"]
        if post not in conditions or any(_may_fit(work, alternative) for alternative in conditions[post])
    ]
    return asked or list(stage["posts"])


def _may_fit(work: Mapping[str, object], alternative: Mapping[str, Sequence[object]]) -> bool:
    """Whether no answer surely says otherwise. A list that is empty is no answer."""
    for question, wanted in alternative.items():
        told = work.get(question)
        several = list(told) if isinstance(told, list | tuple) else [told]
        known = told is not None and several != [] and told != ""
        if known and not any(answer in wanted for answer in several):
            return False
    return True


def resolved(row: Mapping[str, Any], work: Mapping[str, object] = MappingProxyType({})) -> dict[str, Any]:
    """A stage as it is pinned to a permit with these answers."""
    return {
        "id": row["id"],
        "posts": asked_posts(row, work),
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
