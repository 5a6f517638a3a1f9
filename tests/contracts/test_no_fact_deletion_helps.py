"""S1: losing a fact never turns no into yes, for every requirement of every pack.

Facts are taken away from every vector in which something stands in the way, and from generated ones: each
key at any depth by itself, several at once, and rows of the lists that come with their count.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.rules.erasure import without_each
from davy_core.rules.evaluate import judge, judge_all
from davy_core.rules.requirement import Requirement
from tests.contracts.decisions import WORKS, Vector, base, bases, changed, read, requirements, vectors

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
COUNTED = ("jsa.rows", "measures.rows", "gas.points", "crew.people")
KIND = {work: read("templates", f"{work}.yaml")["type"] for work in WORKS}
BASES = {work: [name for name in bases() if base(name)["work"] in {work, KIND[work]}] for work in WORKS}
REFUSED = [vector for vector in vectors() if vector.missing]


@pytest.mark.parametrize("vector", REFUSED, ids=lambda v: v.name)
def test_no_fact_and_no_row_lost_lets_a_refused_vector_pass(vector: Vector) -> None:
    for found, facts in _refusing_with_what_they_read(vector):
        for path, lesser in without_each(facts):
            assert not judge(found, lesser, vector.now).passes, f"{found.id} passes without {path}"
        for path in COUNTED:
            for lesser in _with_a_row_less(facts, path):
                assert not judge(found, lesser, vector.now).passes, f"{found.id} passes with {path} short"


def _refusing_with_what_they_read(vector: Vector) -> Iterator[tuple[Requirement, dict[str, Any]]]:
    """What stands in the way, each with the groups of facts its expressions name: no other can matter."""
    for found in requirements(vector.work):
        if found.id in vector.missing:
            text = f"{found.holds} {found.when}"
            yield found, {name: value for name, value in vector.facts.items() if f"{name}." in text}


@st.composite
def _facts(draw: st.DrawFn, work: str) -> tuple[dict[str, Any], list[str]]:
    """Facts of a base with up to four of them spoilt, and paths of up to three to lose."""
    facts = dict(base(draw(st.sampled_from(BASES[work])))["facts"])
    paths = [path for path, _ in without_each(facts)]
    for path in draw(st.lists(st.sampled_from(paths), max_size=4, unique=True)):
        facts = _spoilt(facts, path, draw(_VALUES))
    losable = [path for path, _ in without_each(facts)]
    return facts, draw(st.lists(st.sampled_from(losable), min_size=1, max_size=3, unique=True))


_VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [
        True, False, 0, 1, 5, -1, "", "pass", "fail", "unknown", "outside", "expired", "frozen", "paused",
        "second", "special", "night", "2026-11-20T01:00:00Z", "2026-11-21T01:00:00Z", "2026-11-21T02:00:01Z",
        [], ["night"], {},
    ]
)  # fmt: skip


@pytest.mark.parametrize("work", WORKS)
@settings(max_examples=DEPTH, deadline=None)
@given(data=st.data())
def test_no_facts_lost_let_generated_facts_pass(work: str, data: st.DataObject) -> None:
    facts, lost = data.draw(_facts(work))
    now = datetime.fromisoformat(base(BASES[work][0])["now"])
    asked = requirements(work)
    before = _refusing(asked, facts, now)
    after = _refusing(asked, _lesser(facts, lost), now)
    assert before <= after, f"lost {lost}: {sorted(before - after)} pass now"


def test_losing_a_fact_is_noticed_more_often_than_not() -> None:
    good = base("hot.start")
    now = datetime.fromisoformat(good["now"])
    read_at_start = ("jsa", "gas", "crew", "guardian", "ticket", "place", "approvals")
    facts = good["facts"]
    lost = [lesser for path, lesser in without_each(facts) if path.split(".")[0] in read_at_start]
    at_start = [r for r in requirements("hot") if "start" in r.at]
    noticed = [lesser for lesser in lost if _refusing(at_start, lesser, now)]
    assert len(noticed) * 2 > len(lost) > 50


def _refusing(asked: Sequence[Requirement], facts: Mapping[str, Any], now: datetime) -> set[str]:
    return {j.requirement for j in judge_all(asked, facts, now) if not j.passes}


def _with_a_row_less(facts: Mapping[str, Any], path: str) -> list[dict[str, Any]]:
    group, name = path.split(".")
    rows = facts.get(group, {}).get(name, [])
    return [changed(facts, {path: rows[:at] + rows[at + 1 :]}, ()) for at in range(len(rows))]


def _spoilt(facts: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    try:
        return changed(facts, {path: value}, ())
    except (KeyError, IndexError, TypeError):  # an earlier one took away what it stood in
        return dict(facts)


def _lesser(facts: Mapping[str, Any], lost: Sequence[str]) -> dict[str, Any]:
    left = dict(facts)
    for path in lost:
        try:
            left = changed(left, {}, [path])
        except (KeyError, IndexError, TypeError):  # it went with an earlier one
            continue
    return left
