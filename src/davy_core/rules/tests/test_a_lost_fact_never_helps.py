"""S1: deleting any fact never turns not-met into met, for every requirement of the sample."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.rules.erasure import without_each
from davy_core.rules.evaluate import judge
from davy_core.rules.pack import load
from davy_core.rules.tests.facts import FACTS
from davy_core.rules.tests.sample import BRIEFED, NOW, good_facts, pack_of, sample, with_changes

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
REQUIREMENTS = sample().requirements


def assert_no_loss_helps(facts: dict[str, Any]) -> None:
    lesser = list(without_each(facts))
    for requirement in REQUIREMENTS:
        if not judge(requirement, facts, NOW).passes:
            for path, fewer in lesser:
                assert not judge(requirement, fewer, NOW).passes, (requirement.id, path)


@settings(max_examples=DEPTH // 4, deadline=None)
@given(FACTS)
def test_no_lost_fact_turns_no_into_yes(facts: dict[str, Any]) -> None:
    assert_no_loss_helps(facts)


@settings(max_examples=DEPTH // 4, deadline=None)
@given(FACTS, st.data())
def test_nor_do_two_lost_facts(facts: dict[str, Any], data: st.DataObject) -> None:
    lesser = [fewer for _, fewer in without_each(facts)]
    if lesser:
        assert_no_loss_helps(data.draw(st.sampled_from(lesser)))


def test_every_fact_of_a_met_requirement_is_needed_or_harmless() -> None:
    facts = good_facts()
    needed = {
        path
        for path, fewer in without_each(facts)
        if not all(judge(r, fewer, NOW).passes for r in REQUIREMENTS)
    }
    assert {"gas", "gas.points", "gas.points.1.verdict", "weather.wind_force", "permit.valid_to"} <= needed
    assert "gas.by" not in needed


def test_the_property_finds_a_rule_that_asks_whether_a_fact_is_there() -> None:
    """A mapping used as a collection: the keys of facts are names, lists hold what can be there or not."""
    (asking,) = load(pack_of(with_changes(BRIEFED, holds="!('banned' in crew)"))).requirements
    facts = {"crew": {"banned": ["li"]}}
    assert not judge(asking, facts, NOW).passes
    assert [path for path, fewer in without_each(facts) if judge(asking, fewer, NOW).passes] == [
        "crew.banned"
    ]
