"""The shipped route table: every case finds its stages, the law's approver among them, the last on site."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from davy_core.approvals.route import Case, find_route, seconds
from davy_core.permits.tests.book import read

ROWS = read("templates/routes.yaml")["rows"]
PERIODS = {"holiday", "rest_day", "night", "major_event"}
# GB 30871-2022 table B.1: who approves at the least.
APPROVER = {"special": "leader", "first": "safety_dept", "second": "area_head", "none": "area_head"}
HOT = [
    Case("hot", level, escalated, contractor, downgraded, "yellow")
    for level, escalated, contractor, downgraded in product(
        ("special", "first", "second"), (False, True), (False, True), (False, True)
    )
]
CONFINED = [Case("confined", "none", escalated, False, False, "yellow") for escalated in (False, True)]


@pytest.mark.parametrize("case", [*HOT, *CONFINED], ids=str)
def test_a_case_is_approved_as_the_law_asks(case: Case) -> None:
    stages = find_route(ROWS, case)
    posts = {post for stage in stages for post in stage["posts"]}
    assert APPROVER[case.level] in posts
    assert stages[-1]["on_site"], "the last approver stands there (4.11 a)"
    assert len({stage["id"] for stage in stages}) == len(stages)
    assert all(stage["deadline_s"] > 0 and stage["mode"] in {"any", "all"} for stage in stages)


@pytest.mark.parametrize("case", [c for c in HOT if c.escalated], ids=str)
def test_a_special_period_is_covered_by_somebody_higher(case: Case) -> None:
    plain = find_route(ROWS, replace(case, escalated=False))
    raised = find_route(ROWS, case)
    assert {kind for stage in raised for kind in stage["covers"]} >= PERIODS
    assert not {kind for stage in plain for kind in stage["covers"]} & PERIODS
    assert len(raised) > len(plain) or raised[-1]["posts"] != plain[-1]["posts"]


def test_a_lowered_level_is_signed_for() -> None:
    for escalated in (False, True):
        stages = find_route(ROWS, Case("hot", "second", escalated, False, True, "yellow"))
        assert "downgrade" in {kind for stage in stages for kind in stage["covers"]}


def test_a_case_that_no_row_fits_has_no_route() -> None:
    assert find_route(ROWS, Case("height", "none", False, False, False, "red")) == []


def test_a_condition_that_no_case_has_stops_the_table() -> None:
    with pytest.raises(AttributeError):
        find_route([{"when": {"weather": "fine"}, "stages": []}], CONFINED[0])


@pytest.mark.parametrize("wrong", ["7200", "2h", "", "s", "7 200s"])
def test_a_duration_is_seconds_or_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"7200s|invalid literal"):
        seconds(wrong)


@pytest.mark.parametrize("case", [*HOT, *CONFINED], ids=str)
def test_a_graver_risk_never_asks_for_less(case: Case) -> None:
    posts = [
        {post for stage in find_route(ROWS, replace(case, risk=risk)) for post in stage["posts"]}
        for risk in ("blue", "yellow", "orange", "red", None)
    ]
    for less, more in pairwise(posts):
        assert less <= more
    assert posts[0] == posts[1]
    assert "safety_dept" in posts[2]
    assert {"safety_dept", "leader"} <= posts[3]
    assert posts[4] == posts[3], "what nobody graded goes the way of the worst"


def test_who_signs_anyhow_signs_once() -> None:
    for risk in ("orange", "red"):
        for case in HOT:
            stages = find_route(ROWS, replace(case, risk=risk))
            single = [stage["posts"][0] for stage in stages if len(stage["posts"]) == 1]
            assert len(set(single)) == len(single)
            assert len({stage["id"] for stage in stages}) == len(stages)
            assert stages[-1]["on_site"]
