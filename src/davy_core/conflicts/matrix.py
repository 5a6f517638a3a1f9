"""The conflict matrix: pairs of works, how they must lie to each other, and what then follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Effect = Literal["block", "coordinator", "warn"]
Same = Literal["point", "equipment", "area", "bund", "answer"]


@dataclass(frozen=True)
class Work:
    """A kind of work: one of these types and, where `asks` names fields of its request, one of these answers
    to each. An answer that nobody gave may be any."""

    types: frozenset[str]
    asks: Mapping[str, tuple[object, ...]]


@dataclass(frozen=True)
class Within:
    """No farther apart on the ground than this, whatever the heights (GB 30871-2022 5.2.9: above and below
    too), what either work reaches beyond its point taken off."""

    metres: float


@dataclass(frozen=True)
class Sharing:
    """One point, equipment, area or bund, or one `answer` to the same field. A work at no registered
    equipment is taken as being at any that is within `near_m`."""

    what: Same
    answer: str = ""
    near_m: float = 0.0


@dataclass(frozen=True)
class Crossing:
    """One above the other: no farther apart on the ground than `metres`, and more than `over_m` in height."""

    metres: float
    over_m: float


Where = Within | Sharing | Crossing


@dataclass(frozen=True)
class Row:
    """One row: a work of the first kind and one of the second, in this relation, at one time. With
    `other_crew` it is not asked within one job, whose one leader sets its works apart; nor is any row that
    does not block."""

    id: str
    clause: str
    first: tuple[Work, ...]
    second: tuple[Work, ...]
    where: tuple[Where, ...]
    effect: Effect
    says: Mapping[str, str]
    then: Mapping[str, str]
    other_crew: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reach:
    """How far a type of work reaches beyond its point: an answer of its request in metres, `most_m` when
    nobody gave it, and never taken as more."""

    field: str
    most_m: float


@dataclass(frozen=True)
class Matrix:
    """All rows. `analysis` are the items that the coordinator goes through before he signs (4.7)."""

    id: str
    version: str
    rows: tuple[Row, ...]
    reach: Mapping[str, Reach]
    analysis: tuple[Mapping[str, str], ...]

    @cached_property
    def farthest_m(self) -> float:
        """No two works farther apart than this can conflict by distance, on the ground in metres."""
        own = max((_metres(w) for row in self.rows for w in row.where), default=0.0)
        return own + 2 * max((r.most_m for r in self.reach.values()), default=0.0)

    def near_m(self, kind: str) -> float:
        """How far apart on the ground a work of this type and another may be at most and still conflict by
        distance, before either's own reach is added."""
        sides = {row.id: (*row.first, *row.second) for row in self.rows}
        own = [row for row in self.rows if any(kind in work.types for work in sides[row.id])]
        return max((_metres(w) for row in own for w in row.where), default=0.0)

    def reach_m(self, kind: str) -> float:
        """The most that a type of work may reach beyond its point; 0 for a type that does not."""
        rule = self.reach.get(kind)
        return 0.0 if rule is None else rule.most_m

    def anywhere(self, kind: str) -> frozenset[str]:
        """The types of work that may conflict with this type however far away they are: those that share a
        pipe by its name."""
        found: set[str] = set()
        for row in self.rows:
            if any(isinstance(w, Sharing) and w.what == "answer" for w in row.where):
                for one, other in ((row.first, row.second), (row.second, row.first)):
                    if any(kind in w.types for w in one):
                        found |= {t for w in other for t in w.types}
        return frozenset(found)


def _metres(where: Where) -> float:
    match where:
        case Within() | Crossing():
            return where.metres
        case Sharing():
            return where.near_m
