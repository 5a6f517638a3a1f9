"""What looks as if somebody worked for points: it holds them until a person has judged it, and takes none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import combinations

from davy_core.points.rules import Farming
from davy_core.points.story import Story


@dataclass(frozen=True)
class Suspect:
    """An anomaly: its points of these people for these permits wait. It is judged once for its `span` (a
    permit, a day at a point, a month), whatever is added to it afterwards."""

    kind: str
    span: str
    people: tuple[str, ...]
    permits: tuple[str, ...]
    figures: Mapping[str, int]


def suspects(stories: Iterable[Story], limits: Farming, zone: tzinfo) -> list[Suspect]:
    """All anomalies; the order of the stories does not matter. A work that somebody stopped is none: whoever
    stops is not asked why it was over so soon."""
    told = sorted(stories, key=lambda one: (one.closed_at, one.permit))
    running = [one for one in told if not one.stopped]
    return [*_quick(running, limits), *_split(running, limits, zone), *_pairs(told, limits, zone)]


def _quick(stories: Sequence[Story], limits: Farming) -> Iterator[Suspect]:
    for one in stories:
        if one.minutes() < limits.quick_minutes:
            figures = {"minutes": one.minutes()}
            yield Suspect("quick", one.permit, _sorted(one.people()), (one.permit,), figures)


def _split(stories: Sequence[Story], limits: Farming, zone: tzinfo) -> Iterator[Suspect]:
    small: dict[tuple[str, str, str], list[Story]] = defaultdict(list)
    for one in stories:
        if one.minutes() < limits.split_minutes:
            day = one.closed_at.astimezone(zone).date().isoformat()
            for person in one.roles["responsible"]:
                small[person, one.point, day].append(one)
    for (person, point, day), some in sorted(small.items()):
        if len(some) >= limits.split_permits:
            people = _sorted(frozenset[str]().union(*(one.people() for one in some)))
            permits = tuple(one.permit for one in some)
            yield Suspect("split", f"{day} {point} {person}", people, permits, {"permits": len(some)})


def _pairs(stories: Sequence[Story], limits: Farming, zone: tzinfo) -> Iterator[Suspect]:
    guarded: dict[tuple[str, str], list[Story]] = defaultdict(list)  # month, guardian
    for one in stories:
        for guardian in one.roles["guardian"]:
            guarded[f"{one.closed_at.astimezone(zone):%Y-%m}", guardian].append(one)
    for (month, first), (later, second) in combinations(sorted(guarded), 2):
        if month != later:
            continue
        there = [one for one in guarded[month, first] if second in _at_work(one)]
        back = [one for one in guarded[month, second] if first in _at_work(one)]
        often = min(len(there), len(back)) >= limits.pair_permits
        share = min(
            100 * len(there) // len(guarded[month, first]), 100 * len(back) // len(guarded[month, second])
        )
        if often and share >= limits.pair_share:
            permits = tuple(one.permit for one in (*there, *back))
            figures = {"there": len(there), "back": len(back)}
            yield Suspect("pair", f"{month} {first} {second}", (first, second), permits, figures)


def _at_work(one: Story) -> frozenset[str]:
    return one.roles["worker"] | one.roles["responsible"]


def _sorted(people: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(people))
