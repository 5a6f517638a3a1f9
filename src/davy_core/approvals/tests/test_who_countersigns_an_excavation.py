"""GB 30871-2022 table B.1: whose lines a digging touches countersigns; what is not known asks him too."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from davy_core.approvals.route import Case, asked_posts, find_route
from davy_core.permits.tests.book import read

ROWS = read("templates/routes.yaml")["rows"]
ALL = {"utilities", "power_supply", "process", "equipment_dept", "fire", "safety_dept"}
BELOW = ("power_cable", "telecom", "water", "steam", "fire_water", "process_pipe", "foundation")
# Held apart from the table: who owns what, and so must sign at the least.
OWNER = {
    "power_cable": {"power_supply"},
    "telecom": {"power_supply", "equipment_dept"},
    "water": {"utilities"},
    "steam": {"utilities", "process", "equipment_dept"},
    "fire_water": {"fire", "utilities"},
    "process_pipe": {"process", "equipment_dept", "fire"},
    "foundation": {"equipment_dept"},
}
FIRM: dict[str, Any] = {
    "traced": "both",
    "underground": ["none"],
    "buried_lines": False,
    "buried_hazard": False,
    "on_road": False,
}


def _asked(**work: Any) -> set[str]:
    case = Case("digging", "none", escalated=False, contractor=False, downgraded=False, work={**FIRM, **work})
    return {
        post for stage in find_route(ROWS, case) if stage["id"] == "countersign" for post in stage["posts"]
    }


def test_only_safety_signs_where_drawing_and_locator_find_nothing() -> None:
    assert _asked() == {"safety_dept"}


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_the_owner_of_everything_that_lies_there_signs(count: int) -> None:
    for found in combinations(BELOW, count):
        owners = {post for what in found for post in OWNER[what]}
        assert _asked(underground=list(found), buried_lines=True) == {"safety_dept", *owners}


@pytest.mark.parametrize(
    "work",
    [
        {"traced": "drawing"},
        {"traced": "none"},
        {"traced": None},
        {"underground": []},
        {"underground": None},
        {"underground": ["other"]},
        {"buried_lines": True},
        {"buried_lines": True, "underground": ["none", "water"]},
    ],
    ids=str,
)
def test_everybody_signs_where_it_is_not_clear_what_lies_there(work: dict[str, Any]) -> None:
    assert _asked(**work) == ALL


@pytest.mark.parametrize(
    ("work", "posts"),
    [({"on_road": True}, ["fire"]), ({"buried_hazard": True}, ["fire", "process"])],
    ids=str,
)
def test_a_road_or_a_dangerous_line_asks_its_own(work: dict[str, Any], posts: list[str]) -> None:
    assert _asked(**work) == {"safety_dept", *posts}


def test_an_answer_less_never_asks_fewer() -> None:
    for count in (1, 2):
        for found in combinations(BELOW, count):
            work = {**FIRM, "underground": list(found), "buried_lines": True}
            full = _asked(**work)
            assert all(_asked(**{**work, question: None}) >= full for question in FIRM)


def test_a_stage_is_never_left_without_a_post() -> None:
    stage = {"posts": ["fire", "process"], "asked_if": {p: [{"deep": [True]}] for p in ("fire", "process")}}
    assert asked_posts(stage, {"deep": False}) == ["fire", "process"]
    assert asked_posts(stage, {"deep": True}) == ["fire", "process"]


def test_conditions_of_posts_name_questions_of_the_template_and_their_answers() -> None:
    for row in ROWS:
        if not any("asked_if" in stage for stage in row["stages"]):
            continue
        fields = {f["id"]: f for f in read(f"templates/{row['when']['type']}.yaml")["fields"]}
        for stage in row["stages"]:
            assert set(stage.get("asked_if", {})) < set(stage["posts"])
            for alternatives in stage.get("asked_if", {}).values():
                for question, wanted in (pair for one in alternatives for pair in one.items()):
                    known = {c["id"] for c in fields[question].get("choices", ())} or {True, False}
                    assert set(wanted) <= known
