"""4.7, S23: what blocks is never waived; what crosses needs one coordinator of neither crew who signs on
both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.conflicts.job import under_way
from davy_core.outcome import Accepted, Refused
from davy_core.permits.tests.beside import ITEMS, beside, crossed
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import AREA, MORNING, OTHER, SPOT, World
from davy_core.permits.view import view


def _world(*nearby: Any, state: str = "submitted") -> World:
    world = walk(World(type="hot"), state)
    world.nearby = nearby
    return world


def _seen(world: World, **over: Any) -> dict[str, Any]:
    assert world.permit is not None
    found: dict[str, Any] = view(world.permit, None, world.facts("li", **over))["conflicts"]
    return found


def _codes(world: World, who: str, kind: str, body: dict[str, Any]) -> list[str]:
    outcome = world.give(who, kind, body)
    return [r.code for r in outcome.reasons] if isinstance(outcome, Refused) else []


def _missing(world: World, who: str, kind: str, body: dict[str, Any]) -> set[str]:
    outcome = world.give(who, kind, body)
    assert isinstance(outcome, Refused)
    return {str(r.missing["requirement"]) for r in outcome.reasons if r.missing}


def _coordinated(world: World) -> World:
    world.must("zhao", "name_coordinator", {"person": "sun"})
    world.must("sun", "sign_crossing", crossed())
    return world


def test_a_blocking_neighbour_is_counted_in_every_state_that_is_live() -> None:
    for state, clearance in (
        ("issued", "none"), ("active", "none"), ("paused", "none"), ("finished", "none"), ("voided", "open"),
    ):  # fmt: skip
        world = _world(beside("blind", state, clearance=clearance))
        assert _seen(world)["blocking"] == 1, state


def test_what_is_only_submitted_is_told_and_stops_nobody() -> None:
    assert _seen(_world(beside("blind", "submitted"))) == {
        "known": True, "blocking": 0, "coordinator_due": 0, "uncoordinated": 0, "warned": 0, "planned": 1,
    }  # fmt: skip


def test_a_paused_neighbour_counts_after_its_window_and_an_issued_one_does_not() -> None:
    over = MORNING.replace(hour=0, minute=0)
    for state, counted in (("paused", 1), ("issued", 0)):
        start, end = under_way(over, over, state, "none", MORNING)
        assert _seen(_world(beside("blind", state, start=start, end=end)))["blocking"] == counted


@pytest.mark.parametrize("what", ["nearby", "matrix", "spot"])
def test_where_nobody_looked_nothing_is_known(what: str) -> None:
    assert _seen(_world(), **{what: None}) == {"known": False}


def test_crossing_work_waits_for_both_signatures_of_the_coordinator() -> None:
    world = _coordinated(_world(beside("hot")))
    assert (_seen(world)["coordinator_due"], _seen(world)["uncoordinated"]) == (1, 1)
    world.nearby = (beside("hot", signed_by="sun"),)
    assert _seen(world)["uncoordinated"] == 0


@pytest.mark.parametrize(
    "other",
    [
        beside("hot", signed_by="feng"),
        beside("hot", signed_by="sun", rows=("hot.confined",)),
        replace(beside("hot", signed_by="sun"), people=frozenset({"sun"})),
    ],
    ids=["another coordinator there", "signed for something else", "he joined that crew"],
)
def test_the_signature_of_one_side_alone_is_not_enough(other: Any) -> None:
    world = _coordinated(_world(beside("hot")))
    world.nearby = (other,)
    assert _seen(world)["uncoordinated"] == 1


def test_a_finished_neighbour_has_nobody_left_to_sign_for() -> None:
    world = _coordinated(_world(beside("hot")))
    world.nearby = (beside("hot", "finished"),)
    assert _seen(world)["uncoordinated"] == 0


def test_a_coordinator_who_may_not_work_any_more_coordinates_nothing() -> None:
    world = _coordinated(_world(beside("hot", signed_by="sun")))
    assert _seen(world)["uncoordinated"] == 0
    world.people["sun"] = replace(world.people["sun"], status="frozen")
    assert _seen(world)["uncoordinated"] == 1


def test_his_signature_makes_no_blocking_conflict_good() -> None:
    both = (
        beside("hot", signed_by="sun"),
        replace(beside("blind"), job=replace(beside("blind").job, id="b")),
    )
    world = _coordinated(_world(*both))
    assert (_seen(world)["uncoordinated"], _seen(world)["blocking"]) == (0, 1)


def test_a_new_neighbour_is_not_covered_by_an_old_signature() -> None:
    world = _coordinated(_world(beside("hot", signed_by="sun")))
    late = beside("hot")
    world.nearby = (*world.nearby, replace(late, job=replace(late.job, id="late")))
    assert _seen(world)["uncoordinated"] == 1


def test_a_returned_application_is_coordinated_anew() -> None:
    world = _coordinated(_world(beside("hot", signed_by="sun")))
    world.must("zhao", "return_to_draft", {"reason": "改时间"})
    assert world.permit is not None
    assert (world.permit.coordinator, world.permit.crossings) == (None, ())


@pytest.mark.parametrize(
    ("person", "code"),
    [("li", "separation_of_duties"), ("wei", "separation_of_duties"), ("nobody", "person_unknown")],
    ids=["of this crew", "of that crew", "a stranger"],
)
def test_a_coordinator_is_of_neither_crew(person: str, code: str) -> None:
    assert _codes(_world(beside("hot")), "zhao", "name_coordinator", {"person": person}) == [code]


def test_a_frozen_person_coordinates_nothing() -> None:
    world = _world(beside("hot"))
    world.people["sun"] = replace(world.people["sun"], status="frozen")
    assert _codes(world, "zhao", "name_coordinator", {"person": "sun"}) == ["person_frozen"]


def test_without_crossing_work_nobody_is_named() -> None:
    assert _codes(_world(beside("blind")), "zhao", "name_coordinator", {"person": "sun"}) == ["crossing_none"]


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"permits": ["01a1ffd7-0000-7000-8000-00000000000a"]}, "crossing_unknown"),
        ({"items": ITEMS[1:]}, "crossing_items_missing"),
        ({"signature": ""}, "signature_missing"),
    ],
)
def test_the_coordinator_goes_through_everything_before_he_signs(over: dict[str, Any], code: str) -> None:
    world = _world(beside("hot"))
    world.must("zhao", "name_coordinator", {"person": "sun"})
    assert code in _codes(world, "sun", "sign_crossing", crossed(**over))


def test_nobody_else_signs_for_him() -> None:
    world = _world(beside("hot"))
    world.must("zhao", "name_coordinator", {"person": "sun"})
    assert _codes(world, "feng", "sign_crossing", crossed()) == ["not_your_duty"]


def test_the_server_says_what_he_signed_for() -> None:
    world = _world(beside("hot", spot=replace(SPOT, point=AREA, height_m=30.0)))
    world.must("zhao", "name_coordinator", {"person": "sun"})
    (signed,) = world.must("sun", "sign_crossing", crossed())
    assert signed.data["with"] == [{"permit": OTHER, "rows": ["hot.hot", "vertical.crossing"]}]
    assert "analysis" not in signed.data


def test_the_gates_ask_at_start_what_they_asked_at_issue() -> None:
    world = walk(World(type="hot"), "issued")
    start = {"scan": "x", "held_ms": 1800}
    world.nearby = (beside("hot"), replace(beside("blind"), job=replace(beside("blind").job, id="b")))
    assert {"conflicts.none", "conflicts.coordinated"} <= _missing(world, "li", "start", start)
    world.nearby = ()
    walk(world, "active")


def test_a_neighbour_that_came_during_the_break_is_seen_at_resumption() -> None:
    world = walk(World(type="hot"), "active")
    world.later(minutes=5)
    world.must("li", "pause", {"cause": "break"})
    world.must("li", "confirm_stopped")
    world.nearby = (beside("blind", "active"),)
    assert "conflicts.none" in _missing(world, "li", "resume", {"changed": False})


def test_stopping_beside_a_conflict_asks_for_nothing() -> None:
    world = walk(World(type="hot"), "active")
    world.nearby = (beside("blind", "active"),)
    assert isinstance(world.give("qian", "pause", {"cause": "break"}), Accepted)
