"""What a watch says is noted in the chain at the next look, and the next look is at once when it changed."""

from datetime import timedelta

import pytest

from davy_core.permits.deadlines import next_check
from davy_core.permits.gates import watched
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _due(world: World) -> timedelta | None:
    assert world.permit is not None
    facts = world.facts()
    found = next_check(world.permit, facts, watched(world.permit, facts))
    return None if found is None else found - world.now


@pytest.fixture
def world() -> World:
    return walk(World(), "active")


def test_while_all_is_well_the_next_look_is_when_the_first_lease_ends(world: World) -> None:
    due = _due(world)
    assert due is not None
    assert timedelta(0) < due <= timedelta(minutes=2, milliseconds=1)


def test_what_failed_is_looked_at_at_once(world: World) -> None:
    world.people["qian"] = world.people["qian"].__class__("qian", "frozen")
    assert _due(world) == timedelta(0)
    world.must(None, "tick")
    assert world.permit is not None
    assert world.permit.state == "paused"
    assert _due(world) != timedelta(0)


def test_what_nobody_can_tell_is_an_alarm_at_once(world: World) -> None:
    del world.people["qian"]
    assert _due(world) == timedelta(0)
    kinds = [event.type for event in world.must(None, "tick")]
    assert kinds == ["WatchUnknown", "AlarmRaised"]
    assert _due(world) == timedelta(seconds=10)


def test_what_came_back_is_noted_and_can_lapse_again(world: World) -> None:
    person = world.people.pop("qian")
    world.must(None, "tick")
    world.people["qian"] = person
    assert _due(world) == timedelta(0)
    assert [event.type for event in world.must(None, "tick")] == ["WatchRestored"]
    del world.people["qian"]
    assert "WatchUnknown" in [event.type for event in world.must(None, "tick")]


def test_a_look_at_nothing_new_says_nothing_and_moves_on(world: World) -> None:
    assert world.must(None, "tick") == ()
    due = _due(world)
    assert due is not None
    assert due > timedelta(0)
