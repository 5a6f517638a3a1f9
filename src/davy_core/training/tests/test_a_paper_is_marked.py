"""A paper is marked once, by the server, and only what was answered right counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.outcome import Accepted, Refused
from davy_core.training.marking import ExamFacts, Marked, Paper, apply, decide, mark

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
KEYS = (frozenset({1}), frozenset({0, 2}), frozenset({3}), frozenset({0}), frozenset({1}))
PAPER = Paper("qian", "entry_plant", "c", 1, ("a", "b", "c", "d", "e"), KEYS, 80, "f" * 64)
FACTS = ExamFacts(NOW, own=True, paper=PAPER, going_on=True)
RIGHT = [[1], [2, 0], [3], [0], [1]]


@pytest.mark.parametrize(
    ("answers", "right", "passed"),
    [
        (RIGHT, 5, True),
        ([*RIGHT[:4], [0]], 4, True),
        ([*RIGHT[:3], [1], [0]], 3, False),
        ([[1], [0], [3], [0], [1]], 4, True),  # half of a question with two right options is wrong
        ([[0, 1, 2, 3]] * 5, 0, False),
        ([], 0, False),
    ],
)
def test_only_what_is_exactly_right_counts(answers: list[list[int]], right: int, passed: bool) -> None:
    found, _ = mark(KEYS, answers, 80)
    assert (found.right, found.asked, found.passed) == (right, 5, passed)


def test_a_paper_without_questions_and_a_question_without_a_key_pass_nobody() -> None:
    assert not mark((), [], 0)[0].passed
    assert mark((frozenset(),), [[]], 50)[0] == Marked(0, 1, False)


@given(st.lists(st.frozensets(st.integers(0, 3)), max_size=6), st.integers(0, 5))
def test_taking_an_answer_away_never_helps(answers: list[frozenset[int]], gone: int) -> None:
    told = [sorted(one) for one in answers]
    fewer = [[] if at == gone else one for at, one in enumerate(told)]
    assert mark(KEYS, fewer, 80)[0].right <= mark(KEYS, told, 80)[0].right


def test_the_event_tells_who_what_and_how_and_folds_to_the_result() -> None:
    outcome = decide(None, {"answers": [*RIGHT[:4], [0]]}, FACTS)
    assert isinstance(outcome, Accepted)
    [event] = outcome.events
    assert (event.data["person"], event.data["passed"], event.data["wrong"]) == ("qian", True, ["e"])
    assert apply(None, event.type, event.data) == Marked(4, 5, True)


@pytest.mark.parametrize(
    ("state", "facts", "code"),
    [
        (Marked(5, 5, True), FACTS, "exam_marked_already"),
        (None, replace(FACTS, own=False), "exam_by_itself"),
        (None, replace(FACTS, paper=None), "exam_by_itself"),
        (None, replace(FACTS, going_on=False), "class_closed"),
    ],
)
def test_whatever_else_is_refused(state: Marked | None, facts: ExamFacts, code: str) -> None:
    outcome = decide(state, {"answers": RIGHT}, facts)
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == code
