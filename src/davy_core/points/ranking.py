"""Who stands where: equal points share a place; small groups are not told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Place:
    """Somebody's place: 1 is the best."""

    who: str
    points: int
    place: int


def ranked(points: Mapping[str, int]) -> list[Place]:
    """Everybody in order; of equal points in the order of their names."""
    found: list[Place] = []
    best = sorted(points.items(), key=lambda one: (-one[1], one[0]))
    for _, some in groupby(best, key=lambda one: one[1]):
        place = len(found) + 1
        found += [Place(who, count, place) for who, count in some]
    return found


def told_to_all(places: Iterable[Place], *, top: int, least_group: int) -> list[Place]:
    """Whom everybody may see by name: the first `top` places that earned anything, and nobody where the group
    is smaller than `least_group`. Nobody's low place is ever told to others."""
    everybody = list(places)
    if len(everybody) < least_group:
        return []
    return [one for one in everybody if one.place <= top and one.points > 0]
