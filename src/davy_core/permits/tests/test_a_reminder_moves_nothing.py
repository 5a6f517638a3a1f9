"""Whoever waits for a signature reminds those who owe it: recorded, not over and over; nothing moves."""

from __future__ import annotations

from datetime import timedelta

from davy_core.outcome import Refused
from davy_core.permits.nudging import NUDGE_EVERY, last_nudge
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _waiting() -> World:
    return walk(World(type="hot"), "submitted")


def test_it_is_recorded_under_the_step_that_is_waited_for() -> None:
    world = _waiting()
    before = world.permit
    assert before is not None
    stage = before.stage()
    assert stage is not None
    (event,) = world.must("li", "nudge")
    assert (event.type, event.data["by"]) == ("ReminderSent", "li")
    assert str(event.data["reminder"]).startswith(f"nudge:{stage.id}:")
    after = world.permit
    assert after is not None
    assert (after.stage(), after.stage_since, after.state) == (stage, before.stage_since, "submitted")
    assert last_nudge(after, stage) == world.now


def test_it_is_given_once_in_a_while() -> None:
    world = _waiting()
    world.must("li", "nudge")
    world.now += NUDGE_EVERY - timedelta(seconds=1)
    outcome = world.give("li", "nudge")
    assert isinstance(outcome, Refused)
    assert [(r.code, r.values["minutes"]) for r in outcome.reasons] == [("nudged_lately", 1)]
    world.now += timedelta(seconds=1)
    assert [event.type for event in world.must("li", "nudge")] == ["ReminderSent"]


def test_who_owes_the_signature_reminds_nobody() -> None:
    """A stranger has nothing to remind of, and it moves no deadline of the clock."""
    world = _waiting()
    assert isinstance(world.give("sun", "nudge"), Refused)
    world.must("li", "nudge")
    permit = world.permit
    assert permit is not None
    stage = permit.stage()
    assert stage is not None
    world.now += timedelta(seconds=stage.deadline_s)
    kinds = {event.type for event in world.must(None, "tick")}
    assert kinds == {"ReminderSent", "AlarmRaised"}
