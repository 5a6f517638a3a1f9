"""What the file of a firm holds, and what it lacks on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml
from yaml import CSafeLoader

__all__ = ["Paper", "Standing", "kinds", "lacking", "standing"]

Standing = Literal["valid", "soon", "expired", "not_yet", "no_end"]
SOON_DAYS = 30


@dataclass(frozen=True)
class Paper:
    """What of a paper decides for how long it counts; days are included."""

    kind: str
    valid_from: date | None
    valid_to: date | None
    unlimited: bool


@cache
def kinds() -> Mapping[str, Mapping[str, Any]]:
    """The kinds of papers by id: both names, and whether a firm must have one."""
    text = resources.files("davy_law").joinpath("contractors", "papers.yaml").read_text(encoding="utf-8")
    return {row["id"]: row for row in yaml.load(text, Loader=CSafeLoader)["papers"]}


def standing(paper: Paper, today: date) -> Standing:
    """valid, soon (ends within thirty days), expired, not_yet, or no_end: nobody told until when it counts,
    and so it counts for nothing."""
    if paper.valid_from is not None and paper.valid_from > today:
        return "not_yet"
    if paper.unlimited:
        return "valid"
    if paper.valid_to is None:
        return "no_end"
    if paper.valid_to < today:
        return "expired"
    return "soon" if (paper.valid_to - today).days <= SOON_DAYS else "valid"


def lacking(found: Iterable[Paper], today: date) -> tuple[str, ...]:
    """The kinds a firm must have and has none of that counts on that day."""
    good = {paper.kind for paper in found if standing(paper, today) in {"valid", "soon"}}
    return tuple(kind for kind, row in kinds().items() if row["must"] and kind not in good)
