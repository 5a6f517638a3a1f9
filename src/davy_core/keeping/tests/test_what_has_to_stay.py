"""A record stays while it is not over, while its period runs, and while anybody holds it, and no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from davy_core.keeping.terms import Hold, Stays, Terms, Trace, due, stays

NOW = datetime(2027, 12, 1, tzinfo=UTC)
DAY = timedelta(days=1)
TERMS = Terms.load(
    {
        "periods": {"record": {"days": 366, "clause": "AQ 3064.2-2025 4.2", "also": None, "grade": "A"}},
        "work": ["content", "SectionWritten.text"],
        "his": ["face", "PaperCaptured.photos"],
        "shorten_after_days": 30,
    }
)
OLD = Trace("permit", "p1", "DH-1", NOW - 400 * DAY, NOW - 399 * DAY, over=True)


def test_what_is_over_and_past_its_period_may_go() -> None:
    assert stays(OLD, [], TERMS, NOW) is None
    assert due(OLD, TERMS) == OLD.last + 366 * DAY


def test_the_period_ends_with_its_last_day_and_not_before() -> None:
    young = replace(OLD, last=NOW - 366 * DAY + DAY)
    assert stays(young, [], TERMS, NOW) == Stays("period", NOW + DAY)
    assert stays(young, [], TERMS, NOW + DAY) is None


def test_what_is_not_over_stays_however_old() -> None:
    assert stays(replace(OLD, over=False), [], TERMS, NOW + 9999 * DAY) == Stays("open")


@pytest.mark.parametrize(
    ("hold", "held"),
    [
        (Hold("h", "permit", permit="p1"), True),
        (Hold("h", "permit", permit="i9"), True),
        (Hold("h", "permit", permit="p2"), False),
        (Hold("h", "person", person="q"), True),
        (Hold("h", "person", person="r"), False),
        (Hold("h", "span", starts=OLD.last, ends=NOW), True),
        (Hold("h", "span", starts=NOW - 900 * DAY, ends=OLD.first), True),
        (Hold("h", "span", starts=OLD.last + DAY, ends=NOW), False),
        (Hold("h", "span", starts=None, ends=NOW), True),
    ],
)
def test_a_hold_covers_what_it_is_about_and_a_span_nobody_can_read_everything(hold: Hold, held: bool) -> None:
    trace = replace(OLD, permits=("i9",), people=frozenset({"q"}))
    assert (stays(trace, [hold], TERMS, NOW) == Stays("hold", hold="h")) is held


def test_words_nobody_listed_are_a_persons_own() -> None:
    assert TERMS.of_the_work("PermitDrafted", "content")
    assert TERMS.of_the_work("SectionWritten", "text")
    assert not TERMS.of_the_work("PaperCaptured", "text")
    assert not TERMS.of_the_work("StageSigned", "signature")
    assert TERMS.of_the_person("StageSigned", "face")
    assert TERMS.of_the_person("PaperCaptured", "photos")
    assert not TERMS.of_the_person("WorkAccepted", "photos")


@pytest.mark.parametrize(
    "document",
    [
        {"periods": {}},
        {"periods": {"record": {"days": 0, "clause": "x", "grade": "A"}}},
        {"periods": {"record": {"days": 366, "grade": "A"}}},
        {"periods": {"record": {"days": 366, "clause": "x", "grade": "A"}}, "work": [7]},
    ],
)
def test_a_contract_with_a_fault_is_not_worked_by(document: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Terms.load(document)
