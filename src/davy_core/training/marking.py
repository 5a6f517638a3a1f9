"""Mark one paper of one person. A question is right when exactly its right options were chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, accept, refuse

__all__ = ["ExamFacts", "Marked", "Paper", "apply", "decide", "mark"]


@dataclass(frozen=True)
class Paper:
    """What was drawn for him: ids of the questions and their right options (from 0), in the order shown.
    `number`: which of his tries; `sha256`: of the text of questions and options as he saw them."""

    person: str
    course: str
    session: str
    number: int
    questions: tuple[str, ...]
    keys: tuple[frozenset[int], ...]
    pass_percent: int
    sha256: str


@dataclass(frozen=True)
class Marked:
    """The result of a paper."""

    right: int
    asked: int
    passed: bool

    @property
    def percent(self) -> int:
        """Rounded down: what is not reached is not told as reached."""
        return self.right * 100 // self.asked if self.asked else 0


@dataclass(frozen=True)
class ExamFacts:
    """Whether Davy sends it by itself; the paper (None: there is none), and whether its class goes on."""

    now: datetime
    own: bool
    paper: Paper | None
    going_on: bool


def mark(
    keys: Sequence[frozenset[int]], answers: Sequence[Sequence[int]], pass_percent: int
) -> tuple[Marked, tuple[bool, ...]]:
    """The result, and which answers were right. An answer that is missing is wrong; an empty paper is never
    passed, and no question counts as right by having no right option."""
    given = [frozenset(one) for one in answers[: len(keys)]]
    given += [frozenset()] * (len(keys) - len(given))
    right = tuple(bool(key) and key == chosen for key, chosen in zip(keys, given, strict=True))
    passed = len(keys) > 0 and sum(right) * 100 >= pass_percent * len(keys)
    return Marked(sum(right), len(keys), passed), right


def decide(state: Marked | None, body: Mapping[str, Any], facts: ExamFacts) -> Outcome:
    """The decision on the answers to one paper: each is marked once, while its class goes on."""
    paper = facts.paper
    if not facts.own or paper is None:
        return refuse("exam_by_itself")
    if state is not None:
        return refuse("exam_marked_already")
    if not facts.going_on:
        return refuse("class_closed")
    if len(body["answers"]) > len(paper.keys):
        return refuse("exam_by_itself")
    found, right = mark(paper.keys, body["answers"], paper.pass_percent)
    data: dict[str, Any] = {
        "at": iso(facts.now),
        "by": paper.person,
        "person": paper.person,
        "course": paper.course,
        "class": paper.session,
        "try": paper.number,
        "asked": found.asked,
        "right": found.right,
        "pass_percent": paper.pass_percent,
        "passed": found.passed,
        "paper": paper.sha256,
        "wrong": [name for name, hit in zip(paper.questions, right, strict=True) if not hit],
    }
    return accept(Event("ExamMarked", data))


def apply(_: Marked | None, event_type: str, data: Mapping[str, Any]) -> Marked:
    """The result after the event. Raises KeyError for an unknown type."""
    if event_type != "ExamMarked":
        raise KeyError(event_type)
    return Marked(int(data["right"]), int(data["asked"]), bool(data["passed"]))
