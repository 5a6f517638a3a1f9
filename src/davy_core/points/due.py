"""What each person is due: the same log, the same marks and the same rules always give the same sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from types import MappingProxyType
from typing import Any

from davy_core.points.rules import Book, Rule
from davy_core.points.story import Story


@dataclass(frozen=True)
class Mark:
    """What somebody entered about a person and stands: a violation, a finding that a review bore out."""

    on: str
    id: str
    person: str
    at: datetime


@dataclass(frozen=True)
class Due:
    """What one rule gives or takes for one thing (a permit, a violation, a finding) to one person. Nothing
    is due twice for one key. `points` may be 0: then `why` says what was lacking."""

    rule: str
    kind: str
    about: str
    person: str
    points: int
    at: datetime
    why: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def key(self) -> tuple[str, str, str]:
        """Rule, thing and person."""
        return (self.rule, self.about, self.person)


def due(
    stories: Iterable[Story],
    marks: Iterable[Mark],
    book: Book,
    zone: tzinfo,
    void: frozenset[tuple[str, str]] = frozenset(),
) -> list[Due]:
    """All that is due, in the order in which it came about; the order of what is handed in does not matter.
    `void` are permit and person whose points somebody took away after an anomaly. Days and months are those
    of `zone`; for the limits to be right, whole months have to be handed in."""
    found = [one for story in stories for one in _of(story, book, void)]
    found += [one for mark in marks for one in _marked(mark, book)]
    found.sort(key=lambda one: (one.at, one.about, one.rule, one.person))
    return list(_limited(found, book, zone))


def _of(story: Story, book: Book, void: frozenset[tuple[str, str]]) -> Iterator[Due]:
    for rule in book.rules:
        if rule.on:
            yield from _faulted(story, rule)
            continue
        for person in story.roles.get(rule.to, ()):
            lacks = _lacks(story, rule, book, person)
            gone = (story.permit, person) in void
            why: dict[str, Any] = {"minutes": story.minutes()}
            why |= {"lacks": lacks} if lacks else {}
            why |= {"void": True} if gone else {}
            points = 0 if lacks or gone else rule.points
            yield Due(rule.id, "permit", story.permit, person, points, story.closed_at, why)


def _faulted(story: Story, rule: Rule) -> Iterator[Due]:
    """Once a permit and person, however often it happened."""
    times: dict[str, list[str]] = defaultdict(list)
    for fault in story.faults:
        if fault.on == rule.on and fault.person:
            times[fault.person].append(fault.event)
    for person, events in times.items():
        why = {"times": len(events), "event": events[0]}
        yield Due(rule.id, "permit", story.permit, person, rule.points, story.closed_at, why)


def _lacks(story: Story, rule: Rule, book: Book, person: str) -> list[str]:
    late = story.closing is not None and story.closing.total_seconds() > book.close_hours * 3600
    has = {
        "briefed_by_all": story.roles["worker"] <= story.briefed,
        "own_briefing": person in story.briefed,
        "tests_on_time": not story.tests_late,
        "rounds_in_time": person not in story.rounds_late,
        "closed_in_time": not late,
    }
    lacks = [need for need in rule.needs if not has[need]]
    short = story.minutes() < book.least_minutes and not story.stopped
    return [*lacks, *(["long_enough"] if short else [])]


def _marked(mark: Mark, book: Book) -> Iterator[Due]:
    kind = mark.on.partition("_")[0]
    for rule in book.rules:
        if rule.on == mark.on and rule.to == "marked":
            yield Due(rule.id, kind, mark.id, mark.person, rule.points, mark.at)


def _limited(found: Iterable[Due], book: Book, zone: tzinfo) -> Iterator[Due]:
    by_rule = {rule.id: rule for rule in book.rules}
    given: dict[tuple[str, str, date], int] = defaultdict(int)
    for one in found:
        if one.points <= 0:
            yield one
            continue
        day = one.at.astimezone(zone).date()
        limits = (
            ((one.person, one.rule, day), by_rule[one.rule].day or book.day),
            ((one.person, "", day), book.day),
            ((one.person, "month", day.replace(day=1)), book.month),
        )
        left = max(0, min(most - given[at] for at, most in limits))
        granted = min(one.points, left)
        for at, _ in limits:
            given[at] += granted
        over = {**one.why, "over": one.points - granted}
        yield one if granted == one.points else replace(one, points=granted, why=over)
