"""Rows of the hazard analysis are graded as they are confirmed; the worst colour is the permit's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.permits.facts import Post
from davy_core.permits.state import Permit
from davy_core.permits.tests.walk import step, walk
from davy_core.permits.tests.world import World
from davy_core.permits.upcast import fold

ORANGE = {"L": "1", "E": "6", "C": "40"}
RED = {"L": "3", "E": "6", "C": "40"}
MILD = {"L": "0.5", "E": "3", "C": "40"}


def _analysed(world: World, **last: Any) -> World:
    """Every row as proposed, and the last one as given."""
    walk(world, "submitted")
    rows = [h.row for h in _permit(world).hazards]
    for row in rows:
        world.must(
            "li", "confirm_hazard", {"row": row, **_taken(world, row), **(last if row == rows[-1] else {})}
        )
    return world


def _taken(world: World, row: str) -> dict[str, Any]:
    book = world.facts().rulebook.risk
    assert book is not None
    return {"applies": True, "controls": [c["id"] for c in book.rows[row].controls][:1]}


def _permit(world: World) -> Permit:
    assert world.permit is not None
    return world.permit


def _first(world: World) -> dict[str, Any]:
    row = _permit(world).hazards[0].row
    return {"row": row, **_taken(world, row)}


def _codes(outcome: Any) -> list[str]:
    assert isinstance(outcome, Refused)
    return [reason.code for reason in outcome.reasons]


def test_what_is_proposed_is_taken_with_one_confirmation() -> None:
    world = walk(World(), "submitted")
    world.must("li", "confirm_hazard", _first(world))
    graded = _permit(world).graded["residue"]
    assert dict(graded.before) == {"L": "3", "E": "3", "C": "40"}
    assert (graded.grade_before, graded.grade) == ("red", "yellow")
    assert _permit(world).risk_grade is None, "not before the last row"


def test_the_last_row_gives_the_permit_its_worst_colour() -> None:
    assert _permit(_analysed(World())).risk_grade == "yellow"
    assert _permit(_analysed(World(), after=ORANGE)).risk_grade == "orange"


def test_worse_is_taken_freely_and_milder_with_a_reason() -> None:
    world = walk(World(), "submitted")
    milder = {**_first(world), "after": MILD}
    assert _codes(world.give("li", "confirm_hazard", milder)) == ["risk_reason_missing"]
    assert _codes(world.give("li", "confirm_hazard", {**milder, "reason": " "})) == ["risk_reason_missing"]
    world.must("li", "confirm_hazard", {**milder, "reason": "整条线已拆除"})
    event = next(e for e in reversed(world.history) if e.type == "HazardConfirmed")
    assert event.private == {"reason": "整条线已拆除"}
    assert "reason" not in event.data
    world.must("li", "confirm_hazard", {**_first(world), "after": RED})


def test_a_factor_that_is_worse_pays_for_no_factor_that_is_milder() -> None:
    world = walk(World(), "submitted")
    traded = {**_first(world), "after": {"L": "10", "E": "3", "C": "15"}}
    assert _codes(world.give("li", "confirm_hazard", traded)) == ["risk_reason_missing"]


@pytest.mark.parametrize(
    ("factors", "code"),
    [
        ({"L": "1", "E": "3"}, "risk_factor_missing"),
        ({"L": "1", "E": "3", "C": "41"}, "risk_factor_unknown"),
        ({"L": "5", "S": "5"}, "risk_factor_unknown"),
    ],
)
def test_factors_are_of_the_pinned_scale_and_all_there(factors: dict[str, str], code: str) -> None:
    world = walk(World(), "submitted")
    assert _codes(world.give("li", "confirm_hazard", {**_first(world), "before": factors})) == [code]


def test_a_hazard_that_is_not_there_has_no_colour() -> None:
    world = walk(World(), "submitted")
    world.must("li", "confirm_hazard", _first(world))
    world.must("li", "confirm_hazard", {"row": "residue", "applies": False})
    assert "residue" not in _permit(world).graded


def test_an_analysis_that_finds_nothing_is_no_low_risk() -> None:
    world = walk(World(), "submitted")
    for hazard in _permit(world).hazards:
        world.must("li", "confirm_hazard", {"row": hazard.row, "applies": False})
    assert _permit(world).risk_grade == "red"


def test_nobody_signs_on_a_red_risk() -> None:
    world = _analysed(World(type="confined"), after=RED)
    while (found := step(world)) is not None and found[1] != "sign_stage":
        world.must(*found)
    assert found is not None
    outcome = world.give(*found)
    assert isinstance(outcome, Refused)
    assert [r.missing["requirement"] for r in outcome.reasons if r.missing] == ["risk.acceptable"]
    last = _permit(world).hazards[-1].row
    world.must("li", "confirm_hazard", {"row": last, **_taken(world, last)})
    assert _permit(world).risk_grade == "yellow"
    assert isinstance(world.give(*found), Accepted)


@pytest.mark.parametrize(("after", "more"), [(ORANGE, ["safety_dept"]), (RED, ["safety_dept", "leader"])])
def test_a_graver_risk_lengthens_the_route_and_a_milder_one_never_shortens_it(
    after: dict[str, str], more: list[str]
) -> None:
    world = _analysed(World(type="confined"))
    assert [s.posts for s in _permit(world).stages] == [("area_head",)]
    last = _permit(world).hazards[-1].row
    world.must("li", "confirm_hazard", {"row": last, **_taken(world, last), "after": after})
    longer = _permit(world).stages
    assert [post for s in longer[1:] for post in s.posts] == more
    assert longer[-1].on_site
    world.must("li", "confirm_hazard", {"row": last, **_taken(world, last)})
    assert (_permit(world).risk_grade, _permit(world).stages) == ("yellow", longer)


def test_who_signs_anyhow_is_asked_once() -> None:
    world = _analysed(World(type="leak_sealing"), after=ORANGE)
    assert [p for s in _permit(world).stages for p in s.posts] == ["area_head", "safety_dept", "leader"]


def test_a_graver_risk_that_nobody_could_sign_for_is_refused() -> None:
    world = World(type="confined")
    world.posts["safety_dept"] = Post()
    world.posts["leader"] = Post()
    outcome = None
    walk(world, "submitted")
    rows = [h.row for h in _permit(world).hazards]
    for row in rows:
        asked = {"row": row, **_taken(world, row), **({"after": ORANGE} if row == rows[-1] else {})}
        outcome = world.give("li", "confirm_hazard", asked)
    assert _codes(outcome) == ["post_vacant"]
    assert _permit(world).risk_grade is None


def test_a_running_permit_keeps_its_route_whatever_the_table_says_later() -> None:
    world = walk(World(type="confined"), "active")
    before = _permit(world).stages
    assert _codes(world.give("li", "confirm_hazard", {**_first(world), "after": RED})) == ["wrong_state"]
    assert _permit(world).stages == before


def test_a_row_of_this_permit_alone_is_graded_by_who_confirms_it() -> None:
    world = _analysed(World(type="confined"))
    world.must("li", "add_hazard", {"text": "管沟里有积水", "controls": "先抽干"})
    assert _permit(world).risk_grade is None, "a row is open again"
    added = next(e for e in reversed(world.history) if e.type == "HazardAdded")
    assert added.private == {"hazard": "管沟里有积水", "controls": "先抽干"}
    bare = {"row": "added_1", "applies": True}
    assert _codes(world.give("li", "confirm_hazard", bare)) == ["risk_factor_missing"]
    world.must("li", "confirm_hazard", {**bare, "before": RED, "after": ORANGE})
    assert _permit(world).risk_grade == "orange"
    assert dict(_permit(world).rows_added) == {"added_1": "li"}


def test_added_rows_have_words_and_an_end() -> None:
    world = walk(World(), "submitted")
    assert _codes(world.give("li", "add_hazard", {"text": "  "})) == ["jsa_row_empty"]
    for number in range(10):
        world.must("wu", "add_hazard", {"text": f"危害 {number}"})
    assert _codes(world.give("li", "add_hazard", {"text": "再一条"})) == ["jsa_rows_too_many"]


def test_after_a_signature_the_analysis_stands() -> None:
    world = walk(World(), "issued")
    assert _codes(world.give("li", "add_hazard", {"text": "晚了"})) == ["wrong_state"]


def test_an_analysis_that_begins_anew_is_graded_anew() -> None:
    world = _analysed(World())
    world.must("li", "recall_to_draft", {"reason": "改"})
    world.must("li", "submit")
    permit = _permit(world)
    assert (permit.risk_grade, dict(permit.graded), dict(permit.rows_added)) == (None, {}, {})


def test_on_rules_of_before_the_grading_a_row_is_confirmed_as_it_was() -> None:
    world = walk(World(), "submitted")
    old = replace(world.facts().rulebook, risk=None)
    world.must("li", "confirm_hazard", {**_first(world), "before": RED}, rulebook=old)
    event = world.history[-1]
    assert set(event.data) == {"at", "by", "row", "applies", "controls"}
    again = fold((e.type, 1, e.data) for e in world.history)
    assert again == _permit(world)
