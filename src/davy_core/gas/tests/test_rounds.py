"""A round passes when sound readings of one person cover every demand at every point; the worst wins."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from davy_core.gas.plan import SamplingPlan, Work, plan_for
from davy_core.gas.rounds import admit, judge_round, merge
from davy_core.gas.tests.cases import NOW, cases, reading, shipped, work
from davy_core.gas.units import GasError

HOT = plan_for(Work("hot", "single", substances=("methane",)), shipped())
SENT = {"point": "representative", "substance": "methane", "value": "0.1", "unit": "%vol"}


@pytest.mark.parametrize("case", cases("rounds.json"), ids=lambda c: c["id"])
def test_a_round_is_judged_as_the_vector_says(case: dict[str, Any]) -> None:
    plan = plan_for(work(case["work"]), shipped())
    last = {p: datetime.fromisoformat(at) for p, at in case.get("last", {}).items()}
    readings = [reading(r, f"r{n}") for n, r in enumerate(case["readings"])]
    found = judge_round(readings, plan, shipped(), now=NOW, last=last)
    assert (found.outcome, found.reason, found.complete) == (case["want"], case["reason"], case["complete"])


def test_every_point_of_the_plan_is_told_even_when_nobody_measured_it() -> None:
    plan = plan_for(Work("hot", "vertical", substances=("methane",)), shipped())
    found = judge_round([reading(SENT | {"point": "upper", "minute": 3})], plan, shipped(), now=NOW)
    assert [(p.point, p.outcome, p.reason) for p in found.points] == [
        ("upper", "pass", None),
        ("middle", "unknown", "gas_reading_missing"),
        ("lower", "unknown", "gas_reading_missing"),
    ]
    assert [p.sampled_at for p in found.points] == [NOW - timedelta(minutes=3), None, None]


def test_a_point_is_as_old_as_its_oldest_reading() -> None:
    readings = [reading(SENT | {"minute": 2}, "a"), reading(SENT | {"minute": 9}, "b")]
    found = judge_round(readings, HOT, shipped(), now=NOW)
    assert found.points[0].sampled_at == found.sampled_from == NOW - timedelta(minutes=9)
    assert found.sampled_to == NOW - timedelta(minutes=2)
    assert found.by == "wang"


def test_the_deciding_reading_is_told() -> None:
    readings = [reading(SENT, "a"), reading(SENT | {"value": "0.7"}, "b")]
    worst = judge_round(readings, HOT, shipped(), now=NOW).points[0].worst
    assert worst is not None
    assert (worst.reading.id, worst.outcome) == ("b", "fail")


def test_an_empty_plan_is_never_passed() -> None:
    empty = SamplingPlan(points=(), demands=(), qualities=frozenset({"combustible"}))
    found = judge_round([reading(SENT)], empty, shipped(), now=NOW)
    assert (found.outcome, found.reason, found.complete) == ("unknown", "gas_plan_empty", False)
    no_demands = SamplingPlan(("representative",), (), frozenset({"combustible"}))
    assert judge_round([reading(SENT)], no_demands, shipped(), now=NOW).reason == "gas_plan_empty"


def test_two_readings_under_one_id_are_both_kept() -> None:
    low, high = reading(SENT), reading(SENT | {"value": "0.7"})
    assert len(merge([low, high, low])) == 2
    assert judge_round([low, high], HOT, shipped(), now=NOW).outcome == "fail"


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, ()),
        ({"second": -60}, ()),
        ({"second": -61}, ("gas_reading_in_future",)),
        ({"minute": 6}, ("gas_reading_older_than_last",)),
        ({"minute": 5}, ()),
        ({"substance": "mystery"}, ("gas_substance_unknown",)),
        ({"substance": "combustible", "unit": "%LEL"}, ()),
        ({"substance": "oxygen", "unit": "ppm"}, ("gas_unit_wrong_for_substance",)),
        ({"value": "2001", "unit": "%LEL"}, ("gas_value_out_of_range",)),
        (
            {"substance": "oxygen", "unit": "%LEL", "second": -90},
            ("gas_reading_in_future", "gas_unit_wrong_for_substance"),
        ),
    ],
)  # fmt: skip
def test_what_may_not_be_recorded_is_refused_with_its_code(
    changes: dict[str, Any], codes: tuple[str, ...]
) -> None:
    found = admit(reading(SENT | changes), shipped(), now=NOW, last=NOW - timedelta(minutes=5))
    assert found == codes


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Work("diving", "single"), "gas_plan_work_unknown"),
        (Work("hot", "pipeline"), "gas_plan_sections_unknown"),
        (Work("hot", "pipeline", sections=0), "gas_plan_sections_unknown"),
        (Work("confined", "shaft"), "gas_plan_depth_unknown"),
        (Work("confined", "shaft_and_tunnel", depth_m=0), "gas_plan_depth_unknown"),
        (Work("hot", "spiral"), "gas_plan_arrangement_unknown"),  # type: ignore[arg-type]  # the point of the test
    ],
)
def test_no_plan_is_made_from_what_is_not_known(asked: Work, code: str) -> None:
    with pytest.raises(GasError, match=code):
        plan_for(asked, shipped())


@pytest.mark.parametrize(
    ("depth_m", "points"),
    [
        (0.1, ("upper", "lower")),
        (1.99, ("upper", "lower")),
        (2.0, ("upper", "middle", "lower")),
        (18.0, ("upper", "middle", "lower")),
        (18.01, ("upper", "middle", "middle_2", "lower")),
        (50.0, ("upper", "middle", "middle_2", "middle_3", "middle_4", "middle_5", "lower")),
    ],
)
def test_a_shaft_is_tested_as_densely_as_its_depth_asks(depth_m: float, points: tuple[str, ...]) -> None:
    assert plan_for(Work("confined", "shaft", depth_m=depth_m), shipped()).points == points
    both = plan_for(Work("confined", "shaft_and_tunnel", depth_m=depth_m), shipped())
    assert both.points == (*points, "near", "far")


def test_a_tunnel_is_tested_near_and_far() -> None:
    assert plan_for(Work("confined", "tunnel"), shipped()).points == ("near", "far")


def test_the_plan_says_where_and_what() -> None:
    plan = plan_for(Work("confined", "vertical", substances=("benzene", "methane")), shipped())
    assert plan.points == ("upper", "middle", "lower")
    assert plan.many_points
    assert [(d.substance, d.quality) for d in plan.demands] == [
        ("benzene", "combustible"), ("benzene", "toxic"), ("methane", "combustible"), ("oxygen", "oxygen"),
        ("hydrogen_sulfide", "toxic"), ("carbon_monoxide", "toxic"),
    ]  # fmt: skip
    assert plan.candidates == ("benzene", "methane")
    assert plan.oxygen is not None
    assert (plan.oxygen.low, plan.oxygen.high) == (Decimal("19.5"), Decimal(21))


def test_without_oxygen_in_the_table_nothing_satisfies_the_demand() -> None:
    substances = {k: v for k, v in shipped().substances.items() if k != "oxygen"}
    table = type(shipped())(**{**shipped().__dict__, "substances": substances, "levels": ()})
    plan = plan_for(Work("hot", "single", substances=("methane",), oxygen_equipment=True), table)
    found = judge_round([reading(SENT)], plan, table, now=NOW)
    assert plan.oxygen is None
    assert (found.outcome, found.reason) == ("unknown", "gas_substance_unknown")
