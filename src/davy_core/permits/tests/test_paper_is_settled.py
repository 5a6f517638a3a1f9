"""An entry that somebody found to be not so is settled by a third; a way in without a name by whoever tells
who it was, or that everybody was counted (S18, GB 30871 6.8)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from davy_core.permits.duties import duties_of
from davy_core.permits.tests.paper import codes, line, permit_of
from davy_core.permits.tests.walk import CLEAR, walk
from davy_core.permits.tests.world import World
from davy_core.permits.todo import todo


@pytest.fixture
def world() -> World:
    world = walk(World(type="confined"), "active")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=40)
    for person in permit_of(world).inside:
        world.must("wang", "leave_space", {"person": person})
    for tool in permit_of(world).tools_inside:
        world.must("wang", "leave_space", {"tool": tool})
    return world


def voided(world: World) -> World:
    """The permission has ended, and the site is not cleared yet."""
    world.must("feng", "void", {"reason": "雷雨"})
    world.must("li", "confirm_stopped")
    return world


def has_task(world: World, person: str) -> bool:
    permit = permit_of(world)
    duties = duties_of(permit, world.facts(person))
    return any(task.command == "confirm_capture" for task in todo(permit, person, duties, world.now))


def against_clearing(world: World) -> list[str]:
    return codes(world, "feng", "confirm_clear", {**CLEAR, "photo": world.shot()})


def look(world: World, who: str, *, agrees: bool, **told: object) -> None:
    world.must(who, "confirm_capture", {"entry": 1, "agrees": agrees, **told})


@pytest.mark.parametrize("stands", [True, False])
def test_what_was_found_not_so_stays_open_until_a_third_decides(world: World, *, stands: bool) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    voided(world)
    look(world, "feng", agrees=False)
    assert "paper_unchecked" in against_clearing(world)
    assert codes(world, "feng", "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_own_doubt"]
    assert (has_task(world, "feng"), has_task(world, "li")) == (False, True)
    look(world, "li", agrees=stands)
    assert not has_task(world, "li")
    assert codes(world, "feng", "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_checked_already"]
    world.must("feng", "confirm_clear", {**CLEAR, "photo": world.shot()})


def test_a_way_in_without_a_name_is_a_task_until_somebody_tells_whose_it_was(world: World) -> None:
    voided(world)
    world.must("chu", "capture_entry", line(world, "entry"))
    assert has_task(world, "feng")
    assert codes(world, "feng", "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_person_untold"]
    assert "paper_unchecked" in against_clearing(world)
    look(world, "feng", agrees=True, person="qian")
    assert permit_of(world).inside == ("qian",)
    assert "people_inside" in against_clearing(world)
    world.must("wang", "leave_space", {"person": "qian"})
    world.must("feng", "confirm_clear", {**CLEAR, "photo": world.shot()})


def test_or_until_everybody_was_counted_and_nobody_is_inside(world: World) -> None:
    world.must("wang", "enter_space", {"person": "qian"})
    voided_with_somebody_inside(world)
    world.must("chu", "capture_entry", line(world, "entry"))
    told = {"entry": 1, "agrees": True, "counted": True}
    assert codes(world, "feng", "confirm_capture", told) == ["people_inside"]
    world.must("wang", "leave_space", {"person": "qian"})
    look(world, "feng", agrees=True, counted=True)
    assert not has_task(world, "feng")


def voided_with_somebody_inside(world: World) -> None:
    world.must("feng", "void", {"reason": "雷雨"})


def test_two_who_say_that_it_does_not_stand_there_settle_it_too(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "entry"))
    look(world, "feng", agrees=False)
    assert has_task(world, "li")
    look(world, "li", agrees=False)
    assert not has_task(world, "li")


def test_a_third_who_says_that_it_does_tells_whose_it_was(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "entry"))
    look(world, "feng", agrees=False)
    assert codes(world, "li", "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_person_untold"]
    look(world, "li", agrees=True, person="qian")
    assert permit_of(world).inside == ("qian",)


def test_no_name_is_told_where_one_stands(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "entry", person="qian"))
    told = {"entry": 1, "agrees": True, "person": "li"}
    assert codes(world, "feng", "confirm_capture", told) == ["paper_person_known"]


def test_it_rings_again_for_what_is_still_open(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    look(world, "feng", agrees=False)
    world.now += timedelta(minutes=61)
    kinds = [e.data["kind"] for e in world.must(None, "tick") if e.type == "AlarmRaised"]
    assert "paper_unchecked" in kinds
