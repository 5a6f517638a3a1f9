"""A judgement is told as plain data: title, clause, alarm, remedy, until, evidence."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import pytest

from davy_core.rules.evaluate import gate, judge
from davy_core.rules.explain import entries, entry, missing
from davy_core.rules.plain import plain
from davy_core.rules.tests.sample import NOW, good_facts, requirement, sample


def test_a_missing_requirement_says_what_and_how() -> None:
    found = requirement("hot.wind")
    facts = good_facts() | {"weather": {"wind_force": 6}}
    assert missing([found], [judge(found, facts, NOW)]) == [
        {
            "requirement": "hot.wind",
            "pack": "sample/hot",
            "clause": "GB 30871-2022 5.2.15",
            "alarm": None,
            "title": {"zh": "露天动火风力小于五级", "en": "Open-air wind below force 5"},
            "outcome": "failed",
            "remedy": "wait_for_weather",
            "until": None,
            "evidence": {},
            "marks": [],
            "group": None,
        }
    ]


def test_what_is_met_tells_its_evidence_and_its_end() -> None:
    found = requirement("hot.gas.before_start")
    told = entry(found, judge(found, good_facts(), NOW))
    assert told["until"] == "2026-11-21T08:20:00.000Z"
    assert told["evidence"] == {"gas.sampled_at": "2026-11-21T07:50:00+00:00", "gas.by": "wang"}
    json.dumps(told)


def test_the_list_keeps_the_order_and_missing_drops_what_passes() -> None:
    requirements = sample().requirements
    judgements = gate(requirements, "start", good_facts() | {"weather": {}}, NOW)
    assert [e["outcome"] for e in entries(requirements, judgements)] == ["met", "unknown", "met"]
    assert [e["requirement"] for e in missing(requirements, judgements)] == ["hot.wind"]


def test_a_judgement_of_another_requirement_is_refused() -> None:
    with pytest.raises(ValueError, match=r"hot.wind was judged"):
        entry(requirement("all.briefed"), judge(requirement("hot.wind"), good_facts(), NOW))
    with pytest.raises(KeyError):
        entries([], [judge(requirement("hot.wind"), good_facts(), NOW)])


def test_every_value_has_a_plain_form() -> None:
    class Colour(StrEnum):
        RED = "red"

    value = {
        "d": Decimal("1E+2"), "f": 0.1, "t": datetime(2026, 11, 21, 16, tzinfo=UTC),
        "day": date(2026, 11, 21),
        "age": timedelta(minutes=30), "half": timedelta(seconds=1.5), "e": Colour.RED, "u": UUID(int=1),
        "s": frozenset({"b", "a"}), "l": (1, True, None),
    }  # fmt: skip
    assert plain(value) == {
        "d": "100", "f": "0.1", "t": "2026-11-21T16:00:00.000Z", "day": "2026-11-21", "age": "1800s",
        "half": "1.5s", "e": "red", "u": "00000000-0000-0000-0000-000000000001", "s": ["a", "b"],
        "l": [1, True, None],
    }  # fmt: skip


def test_what_is_no_plain_data_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes is not plain data"):
        plain({"x": b"x"})
    with pytest.raises(ValueError, match="time zone"):
        plain(datetime(2026, 11, 21))  # noqa: DTZ001 - the point of the test
