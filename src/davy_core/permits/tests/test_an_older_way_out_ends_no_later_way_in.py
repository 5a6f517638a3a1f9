"""Somebody goes in, out and in again, and what is told of it arrives in any order: he is inside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from davy_core.permits.tests.paper import codes, line, permit_of
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

QIAN = {"person": "qian"}


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


def captured(world: World, what: str, ago: int) -> None:
    world.must("chu", "capture_entry", line(world, what, ago=ago, **QIAN))


def agreed(world: World, entry: int) -> None:
    world.must("feng", "confirm_capture", {"entry": entry, "agrees": True})


def left(world: World, ago: int) -> None:
    """A phone that knows the time kept his way out for so many minutes."""
    then = world.now - timedelta(minutes=ago)
    world.must("wang", "leave_space", QIAN, occurred_at=then, clock="device_synced")


def test_nothing_is_finished_over_who_went_in_again_on_paper(world: World) -> None:
    world.must("wang", "enter_space", QIAN)
    world.later(minutes=30)
    captured(world, "entry", ago=10)
    left(world, ago=29)
    agreed(world, 1)
    assert permit_of(world).inside == ("qian",)
    assert codes(world, "li", "finish", {}) == ["people_inside"]
    left(world, ago=0)
    assert permit_of(world).inside == ()


@pytest.mark.parametrize(("ago", "inside"), [(11, ("qian",)), (10, ("qian",)), (9, ())])
def test_in_the_minute_that_was_written_nobody_can_tell_which_came_first(
    world: World, ago: int, inside: tuple[str, ...]
) -> None:
    world.must("wang", "enter_space", QIAN)
    world.later(minutes=30)
    captured(world, "entry", ago=10)
    left(world, ago=ago)
    assert permit_of(world).inside == inside


def test_who_went_in_again_by_name_stays_in_whatever_paper_says_of_before(world: World) -> None:
    captured(world, "entry", ago=20)
    captured(world, "exit", ago=15)
    world.must("wang", "enter_space", QIAN)
    agreed(world, 2)
    assert permit_of(world).inside == ("qian",)
    assert codes(world, "wang", "enter_space", QIAN) == ["already_inside"]
    left(world, ago=0)
    assert permit_of(world).inside == ()


def test_a_way_out_that_waited_is_older_than_a_way_in_by_name(world: World) -> None:
    captured(world, "entry", ago=20)
    world.later(minutes=10)
    world.must("wang", "enter_space", QIAN)
    left(world, ago=5)
    assert permit_of(world).inside == ("qian",)


def test_a_clock_nobody_set_does_not_tell_which_came_first(world: World) -> None:
    captured(world, "entry", ago=20)
    assert codes(world, "wang", "leave_space", QIAN, clock="device_free") == ["device_clock_free"]
    assert permit_of(world).inside == ("qian",)


def test_who_came_out_unseen_goes_in_again_and_the_late_way_out_ends_nothing(world: World) -> None:
    """His way out waits in a phone. Whoever sends him in says so, for else it may be another man's name."""
    world.must("wang", "enter_space", QIAN)
    world.later(minutes=20)
    assert codes(world, "wang", "enter_space", QIAN) == ["already_inside"]
    again = world.must("wang", "enter_space", {**QIAN, "again": True})
    assert again[0].data["again"] is True
    left(world, ago=10)
    assert permit_of(world).inside == ("qian",)
    left(world, ago=0)
    assert permit_of(world).inside == ()


def test_a_tool_that_came_out_unseen_goes_in_again_likewise(world: World) -> None:
    drill = {"tool": "电钻 1 号"}
    world.must("wang", "enter_space", drill)
    world.later(minutes=20)
    assert codes(world, "wang", "enter_space", drill) == ["already_inside"]
    world.must("wang", "enter_space", {**drill, "again": True})
    assert permit_of(world).tools_inside == ("电钻 1 号",)
    then = world.now - timedelta(minutes=10)
    world.must("wang", "leave_space", drill, occurred_at=then, clock="device_synced")
    assert permit_of(world).tools_inside == ("电钻 1 号",)
    world.must("wang", "leave_space", drill)
    assert permit_of(world).tools_inside == ()
