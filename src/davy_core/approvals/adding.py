"""Stages beside those that a route has: only what nobody signs for yet is added, at the end.

The last stage of a route is signed on site (GB 30871-2022 4.11 a), also when it was added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["beyond", "with_more"]

Row = Mapping[str, Any]


def with_more(stages: Sequence[Row], more: Sequence[Row]) -> list[dict[str, Any]]:
    """The stages, and after them those of `more` whose posts do not surely sign already."""
    found = [dict(stage) for stage in stages]
    return [*found, *beyond(found, more)]


def beyond(stages: Sequence[Row], more: Sequence[Row]) -> list[dict[str, Any]]:
    """What of `more` the stages do not have, each with a name of its own and the last on site; empty when
    they have all of it."""
    found: list[dict[str, Any]] = []
    for stage in more:
        if not _has([*stages, *found], stage):
            found.append({**stage, "id": _name(stage["id"], [*stages, *found])})
    if found:
        found[-1]["on_site"] = True
    return found


def _has(stages: Sequence[Row], wanted: Row) -> bool:
    """Whether what the stage asks for is surely signed for: by a stage of its posts and its mode, or because
    each of its posts signs anyhow."""
    posts = set(wanted["posts"])
    if any(set(s["posts"]) == posts and s["mode"] == wanted["mode"] for s in stages):
        return True
    sure = {p for s in stages if s["mode"] != "any" or len(s["posts"]) == 1 for p in s["posts"]}
    return bool(posts & sure) if wanted["mode"] == "any" else posts <= sure


def _name(wanted: str, stages: Sequence[Row]) -> str:
    taken = {stage["id"] for stage in stages}
    return next(n for n in (wanted, *(f"{wanted}_{i}" for i in range(2, 99))) if n not in taken)
