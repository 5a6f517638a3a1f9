"""A pack is loaded whole, or refused with every fault in it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from davy_core.rules.pack import LevelRule, PackError, combine, load
from davy_core.rules.requirement import STOPPING
from davy_core.rules.tests.sample import BEFORE_START, BRIEFED, RECORD, SAMPLE, pack_of, sample, with_changes


def faults_of(*requirements: Any, **changes: Any) -> tuple[str, ...]:
    with pytest.raises(PackError) as caught:
        load(pack_of(*requirements, **changes))
    return caught.value.faults


def test_the_sample_pack_loads() -> None:
    pack = sample()
    assert (pack.id, pack.version, pack.work, pack.title.zh) == ("sample/hot", "1.0", "hot", "示例")
    start = pack.requirements[0]
    assert start.at == {"start", "resume"}
    assert not start.watched
    assert start.pack == "sample/hot"
    assert start.params["max_age"].value == timedelta(minutes=30)
    assert start.params["max_age"].confirmed is True
    record = pack.requirements[3]
    assert record.watched
    assert (record.on_lapse, record.cause, record.silence) == ("pause", "gas_record", timedelta(seconds=60))


def test_a_shared_figure_goes_to_those_who_read_it() -> None:
    pack = sample()
    assert [r.id for r in pack.requirements if "fewest" in r.params] == ["all.briefed"]
    assert pack.parameters["fewest"].value == 2


def test_figures_come_in_every_kind() -> None:
    values = {"a": 19.5, "b": "0.5", "c": 3, "d": True, "e": ["x", "y"], "f": "text"}
    holds = (
        "gas.o2 >= params.a && gas.lel <= params.b && gas.n > params.c && params.d == true"
        " && gas.x in params.e && gas.y == params.f"
    )
    data = with_changes(BRIEFED, holds=holds, params={k: {"value": v} for k, v in values.items()})
    (found,) = load(pack_of(data)).requirements
    assert {k: p.value for k, p in found.params.items()} == {
        "a": Decimal("19.5"), "b": Decimal("0.5"), "c": 3, "d": True, "e": ("x", "y"), "f": "text"
    }  # fmt: skip


def test_every_fault_is_told_at_once() -> None:
    data: dict[str, Any] = {
        "id": "Sample Pack", "title": {"zh": "一"}, "source": "x", "colour": "red",
        "parameters": {"lonely": {"value": 1}},
        "requirements": [with_changes(BEFORE_START, needs=..., surprise=1), "no mapping", {"id": "empty"}],
    }  # fmt: skip
    with pytest.raises(PackError) as caught:
        load(data)
    told = "\n".join(caught.value.faults)
    for part in (
        "'Sample Pack' is no identifier", "version is missing", "title: en is missing",
        "unknown key 'colour'", "parameters.lonely: is not used",
        "hot.gas.before_start: a gate needs its remedy", "hot.gas.before_start: unknown key 'surprise'",
        "requirements[1]: is not a mapping",
        "empty: holds is missing", "empty: clause is missing", "empty: needs either `at` or `while`",
    ):  # fmt: skip
        assert part in told
    assert str(caught.value) == "; ".join(caught.value.faults)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"while": ["active"], "on_lapse": "alarm"}, "needs either `at` or `while`, not both"),
        ({"on_lapse": "alarm"}, "`at` excludes `on_lapse`"),
        ({"silence": "60s"}, "`at` excludes `silence`"),
        ({"cause": "gas"}, "`at` excludes `cause`"),
        ({"at": [], "while": ["active"]}, "`while` without `on_lapse`"),
        ({"at": [], "while": ["active"], "on_lapse": "pause"}, "a pause needs its `cause`"),
        ({"at": [], "while": ["asleep"], "on_lapse": "alarm"}, "unknown states asleep"),
        ({"at": [], "while": ["active"], "on_lapse": "explode"}, "on_lapse is 'explode', not one of"),
        ({"at": ["Start!"]}, "'Start!' is no command"),
        ({"at": "start"}, "at is not a list"),
        ({"at": ["start", "start"]}, "at says something twice"),
        ({"at": ["start", 1]}, "at holds something other than texts"),
        ({"id": "Hot Gas"}, "'Hot Gas' is no identifier"),
        ({"alarm": 2}, "alarm is not a text"),
        ({"any": "yes"}, "any is neither true nor false"),
        ({"params": ["max_age"]}, "params is not a mapping"),
        ({"says": {"zh": " ", "en": "x"}}, "says: zh is not a text"),
        ({"evidence": ["wether.wind"]}, "evidence wether.wind is no fact"),
        ({"silence": "one minute"}, "silence is no duration"),
        ({"holds": "gas.ok", "until": ..., "params": ...}, "holds yields DYN, not BOOL"),
        ({"holds": "gas.o2 > 'x' +", "until": ..., "params": ...}, "holds does not compile"),
        ({"when": "work.outdoors"}, "when yields DYN, not BOOL"),
        ({"until": "gas.sampled_at", "holds": "true", "params": ...}, "until yields DYN, not TIMESTAMP"),
        ({"holds": "has(gas.x)", "until": ..., "params": ...}, "holds: has() turns"),
        ({"params": {}}, "params.max_age does not exist"),
        ({"params": {"max_age": {"value": "1800s"}, "more": {"value": 1}}}, "params.more is not used"),
        ({"holds": "params['a'] == 1"}, "params is read otherwise than as params.name"),
        ({"params": {"max_age": {"value": None}}}, "value is missing or of no known kind"),
        ({"params": {"max_age": {"value": float("inf")}}}, "value is missing or of no known kind"),
        ({"params": {"max_age": {"value": [1]}}}, "value is missing or of no known kind"),
        ({"params": {"max_age": {"value": "soon", "tighten": "lower"}}}, "'soon' has no direction"),
        ({"params": {"max_age": {"value": True, "tighten": "lower"}}}, "True has no direction"),
        ({"params": {"max_age": {"value": "1s", "tighten": "sideways"}}}, "tighten is 'sideways'"),
        ({"params": {"max_age": {"value": "1s", "grade": "Z"}}}, "grade is 'Z'"),
        ({"params": {"Max Age": {"value": "1s"}}}, "'Max Age' is no name for a parameter"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_a_wrong_requirement_is_refused(changes: dict[str, Any], fault: str) -> None:
    assert any(fault in told for told in faults_of(with_changes(BEFORE_START, **changes)))


@pytest.mark.parametrize("command", sorted(STOPPING))
def test_nothing_may_be_required_of_stopping(command: str) -> None:
    told = faults_of(with_changes(BEFORE_START, at=["start", command]))
    assert told == (
        f"hot.gas.before_start: nothing may be required at {command}: stopping is always allowed",
    )


def test_one_of_many_must_be_meant() -> None:
    data = with_changes(BRIEFED, holds="crew.people.exists(c, c.lead == true)")
    assert faults_of(data) == (
        "all.briefed: holds: exists() needs `any: true` on the requirement: one of many suffices",
    )
    assert load(pack_of(with_changes(data, any=True))).requirements[0].any_suffices


def test_an_identifier_stands_once() -> None:
    assert faults_of(RECORD, RECORD) == ("pack: requirement confined.gas.record stands twice",)


def test_an_empty_pack_is_refused() -> None:
    assert faults_of() == ("pack: has no requirements",)


def test_a_figure_cannot_stand_in_pack_and_requirement() -> None:
    data = with_changes(BRIEFED, params={"fewest": {"value": 1}})
    with pytest.raises(PackError, match=r"params.fewest stands in the pack too"):
        load(with_changes(SAMPLE, requirements=[data]))


def test_levels_are_read_with_their_rules() -> None:
    levels = {
        "order": ["special", "first", "second"],
        "default": "first",
        "rules": [{"level": "special", "when": "work.pressurised == true", "clause": "GB 30871-2022 5.1.2"}],
    }
    found = load(pack_of(RECORD, levels=levels)).levels
    assert found is not None
    assert found.rules == (LevelRule("special", "work.pressurised == true", "GB 30871-2022 5.1.2"),)
    assert found.order[0] == "special"


def test_wrong_levels_are_refused() -> None:
    levels = {
        "order": ["first"], "default": "none",
        "rules": [{"level": "zeroth", "when": "work.x", "clause": "c"}, {"level": "first", "clause": "c"}],
    }  # fmt: skip
    assert faults_of(RECORD, levels=levels) == (
        "levels.rules: 'zeroth' is not in order",
        "levels.rules: when yields DYN, not BOOL",
        "levels.rules: when is missing",
        "levels: default 'none' is not in order",
    )


def test_packs_together_all_apply() -> None:
    other = load(pack_of(with_changes(RECORD, id="other.record"), id="other"))
    together = combine([sample(), other])
    assert [r.id for r in together][-1] == "other.record"
    assert len(together) == 7


def test_packs_that_clash_are_refused() -> None:
    with pytest.raises(PackError) as caught:
        combine([sample(), load(pack_of(RECORD))])
    assert caught.value.faults == (
        "pack sample/hot stands twice",
        "requirement confined.gas.record stands twice",
    )
