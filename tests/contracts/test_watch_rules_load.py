"""The rules of watching are what their schema and the house say: kinds of alarms, causes and words that
exist, clauses on each, and nothing that stops work for gas waits."""

import copy
import json
from importlib import resources
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from davy_core.watch.rulebook import MARKS, WatchRulesError, load_rules

LAW = resources.files("davy_law")
RULES: dict[str, Any] = yaml.safe_load(LAW.joinpath("watch/rules.yaml").read_text("utf-8"))
BOOK = load_rules(RULES)


def _read(*path: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(LAW.joinpath("contracts", *path).read_text("utf-8"))
    return found


def test_the_file_is_as_its_schema() -> None:
    schema = json.loads(LAW.joinpath("contracts/schemas/watch.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(RULES)) == []


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=list(BOOK.rules))
def test_a_rule_asks_for_what_exists(rule: Any) -> None:
    assert rule.asks.alarm in _read("alarms.yaml")["kinds"]
    assert rule.asks.pause is None or rule.asks.pause in _read("lifecycle", "causes.yaml")
    assert rule.mark in MARKS
    assert (
        rule.mark != "judgement" or "Davy" in rule.source or "ours" in rule.source or "safety" in rule.source
    )


def test_every_gas_of_a_channel_is_in_the_limits() -> None:
    limits = yaml.safe_load(LAW.joinpath("rulepacks/limits/substances.yaml").read_text("utf-8"))
    known = {s["code"] for s in limits["substances"]} | {"combustible"}
    assert {c.substance for c in BOOK.channels.values() if c.substance} <= known


def test_a_channel_is_told_as_the_kinds_of_instruments_tell_it() -> None:
    kinds = yaml.safe_load(LAW.joinpath("instruments/kinds.yaml").read_text("utf-8"))["channels"]
    assert {"lat", "lon", "accuracy"} <= set(kinds)
    told = {name: kinds.get(name, {}).get("unit") for name in BOOK.channels if name != "position"}
    assert told == {name: c.unit for name, c in BOOK.channels.items() if name != "position"}


def test_no_group_that_keeps_people_alive_is_ever_cut() -> None:
    assert all(not g.startswith("cut_") for r in BOOK.rules.values() for g in r.asks.actuate)


FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("o2_low", {"hold_s": 5}, "waits for nothing"),
    ("o2_low", {"clear": "19.4"}, "clear lies below"),
    ("co_high", {"clear": "51"}, "clear lies above"),
    ("co_high", {"above": 50.0}, "not a decimal number"),
    ("co_high", {"unit": "mg/m3"}, "not told in"),
    ("left_fence", {"side": None}, "side is missing"),
    ("crowding", {"levels": [4, 3]}, "out of order"),
    ("lel_vote", {"need": 4}, "do not fit"),
    ("still", {"kind": "sleepy"}, "not one of"),
    ("still", {"colour": "red"}, "unknown key"),
]


@pytest.mark.parametrize(("rule", "change", "says"), FAULTS)
def test_a_wrong_rule_is_refused_with_its_name(rule: str, change: dict[str, Any], says: str) -> None:
    wrong = copy.deepcopy(RULES)
    row = next(r for r in wrong["rules"] if r["id"] == rule)
    row.update(change)
    with pytest.raises(WatchRulesError, match=says) as raised:
        load_rules(wrong)
    assert rule in str(raised.value)


def test_rules_without_silence_are_no_rules() -> None:
    wrong = copy.deepcopy(RULES)
    wrong["rules"] = [r for r in wrong["rules"] if r["kind"] != "silence"]
    with pytest.raises(WatchRulesError, match="silence"):
        load_rules(wrong)
