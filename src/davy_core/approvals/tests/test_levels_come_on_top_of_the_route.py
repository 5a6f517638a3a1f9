"""两级、四级审批 of the presets at height: as many levels as asked, and nobody of table B.1 ever left out."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from davy_core.approvals.ladder import climbed
from davy_core.approvals.route import Case, find_route
from davy_core.permits.tests.book import read

ROWS = read("templates/routes.yaml")["rows"]
LEVELS = ("first", "second", "third", "fourth")
PRESETS = ("height_low", "height_mid", "height_high")
EVERY = [*product(PRESETS, LEVELS, (None, "two", "four"))]


def _plain(level: str) -> list[dict[str, Any]]:
    case = Case("height", level, escalated=False, contractor=False, downgraded=False, risk="blue")
    return find_route(ROWS, case)


def _way(name: str, level: str, chosen: str | None) -> list[dict[str, Any]]:
    return climbed(_plain(level), read(f"templates/{name}.yaml")["approval"], chosen)


@pytest.mark.parametrize(("name", "level", "chosen"), EVERY)
def test_everybody_of_the_route_still_signs_in_his_order(name: str, level: str, chosen: str | None) -> None:
    before = [post for stage in _plain(level) for post in stage["posts"]]
    after = [post for stage in _way(name, level, chosen) for post in stage["posts"]]
    assert [post for post in after if post in before] == before
    assert len(set(after)) == len(after)


@pytest.mark.parametrize(("name", "level", "chosen"), EVERY)
def test_whoever_stood_on_site_still_does_and_the_last_one_does(
    name: str, level: str, chosen: str | None
) -> None:
    stages = _way(name, level, chosen)
    there = {post for stage in stages if stage["on_site"] for post in stage["posts"]}
    assert there >= {post for stage in _plain(level) if stage["on_site"] for post in stage["posts"]}
    assert stages[-1]["on_site"]


@pytest.mark.parametrize(
    ("name", "level", "chosen", "posts"),
    [
        ("height_low", "first", None, ["area_head", "safety_dept"]),
        ("height_low", "first", "four", ["area_head", "safety_dept", "technical_dept", "chief"]),
        ("height_mid", "second", None, ["area_head", "technical_dept"]),
        ("height_mid", "fourth", None, ["area_head", "technical_dept", "chief"]),
        ("height_high", "third", None, ["area_head", "safety_dept", "technical_dept", "chief"]),
        ("height_high", "third", "two", ["area_head", "technical_dept"]),
        ("height_high", "fourth", "two", ["area_head", "technical_dept", "chief"]),
        ("height_high", "fourth", "four", ["area_head", "safety_dept", "technical_dept", "chief"]),
    ],
)
def test_two_or_four_sign(name: str, level: str, chosen: str | None, posts: list[str]) -> None:
    assert [post for stage in _way(name, level, chosen) for post in stage["posts"]] == posts


def test_a_word_that_nobody_knows_counts_as_four() -> None:
    assert len(_way("height_low", "first", "none")) == 4


def test_a_template_without_levels_and_a_case_without_a_route_stay_as_they_are() -> None:
    assert climbed(_plain("second"), None, "four") == _plain("second")
    assert climbed([], read("templates/height_low.yaml")["approval"], "four") == []
