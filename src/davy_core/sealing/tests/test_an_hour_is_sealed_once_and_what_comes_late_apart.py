"""Each reading stands under one seal; what comes later gets a seal that says so; nobody seals but Davy."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from davy_core.evidence.tree import hash_leaf, included, inclusion_proof, root
from davy_core.instants import iso
from davy_core.outcome import Accepted, Refused
from davy_core.sealing.deciding import GRACE, HOUR, Day, Facts, Line, apply, decide, reached
from davy_core.sealing.leaves import Leaf, root_of

T0 = datetime(2026, 11, 20, 8, tzinfo=UTC)
BODY = {"from": iso(T0)}
LINE = Line("i1", -1, 41, 42, "ab")
FACTS = Facts(T0 + HOUR + GRACE, own=True, fits=True, found=[LINE])
LEAF = Leaf("i1", T0 + timedelta(microseconds=7), "b", 3, T0, "server", "g", None, 9, {"lel": "0.10"}, None)


def _after(day: Day, facts: Facts) -> Day:
    outcome = decide(day or None, BODY, facts)
    assert isinstance(outcome, Accepted)
    (event,) = outcome.events
    return apply(day or None, event.type, event.data)


def test_the_first_seal_of_an_hour_and_a_late_one() -> None:
    day = _after((), FACTS)
    assert (day[0].starts, day[0].late, day[0].lines) == (T0, False, (LINE,))
    assert reached(day, T0) == {"i1": 41}
    late = Line("i1", 41, 50, 2, "cd")
    after = _after(day, replace(FACTS, found=[late]))
    assert (after[0], after[1].late) == (day[0], True)
    assert reached(after, T0) == {"i1": 50}


def test_nothing_new_makes_no_seal() -> None:
    outcome = decide(None, BODY, replace(FACTS, found=[]))
    assert isinstance(outcome, Accepted)
    assert outcome.events == ()


@pytest.mark.parametrize(
    ("facts", "body", "code"),
    [
        (replace(FACTS, own=False), BODY, "sealing_by_itself"),
        (replace(FACTS, fits=False), BODY, "sealing_by_itself"),
        (FACTS, {"from": iso(T0 + timedelta(minutes=1))}, "sealing_by_itself"),
        (replace(FACTS, now=FACTS.now - timedelta(seconds=1)), BODY, "sealing_too_early"),
    ],
)
def test_it_is_refused(facts: Facts, body: dict[str, str], code: str) -> None:
    outcome = decide(None, body, facts)
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == [code]


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 8, 21])
def test_the_root_is_that_of_the_log(size: int) -> None:
    contents = [str(n).encode() for n in range(size)]

    def node(level: int, index: int) -> bytes:
        return root_of(contents[index << level : (index + 1) << level])

    assert root_of(contents) == root(size, node)
    for index, content in enumerate(contents):
        proof = inclusion_proof(index, size, node)
        assert included(index, size, hash_leaf(content), proof, root_of(contents))


@pytest.mark.parametrize(
    "change",
    [
        {"taken_at": T0 + timedelta(microseconds=8)},
        {"channels": {"lel": "0.1"}},
        {"channels": {}},
        {"doubts": {"lel": "frozen"}},
        {"clock": "device_free"},
        {"binding": "b"},
        {"seq": 4},
        {"instrument": "i2"},
    ],
)
def test_whatever_is_changed_of_a_reading_changes_its_leaf(change: dict[str, object]) -> None:
    assert replace(LEAF, **change).content() != LEAF.content()  # type: ignore[arg-type]  # one field each
