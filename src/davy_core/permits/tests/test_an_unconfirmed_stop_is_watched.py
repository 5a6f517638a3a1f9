"""S8: decided is not stopped. Until the site says that nobody works any more, the watches stay on."""

from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _paused() -> World:
    world = walk(World(), "active")
    world.must("li", "pause", {"cause": "break"})
    world.later(minutes=1)
    return world


def _silent(world: World) -> list[str]:
    """The guardian is not heard of for six minutes; what the clock makes of it."""
    world.contact_age = None
    world.later(minutes=6)
    world.must(None, "tick")
    world.must(None, "tick")
    assert world.permit is not None
    return [cause.kind for cause in world.permit.causes]


def test_a_guardian_who_falls_silent_before_the_stop_is_confirmed_is_one_more_cause() -> None:
    assert "guardian_contact" in _silent(_paused())


def test_once_nobody_works_the_guardian_may_rest_too() -> None:
    world = _paused()
    world.must("li", "confirm_stopped")
    assert _silent(world) == ["break"]


def test_work_that_never_began_has_nothing_to_confirm() -> None:
    world = walk(World(), "issued")
    world.must("li", "pause", {"cause": "break"})
    assert world.permit is not None
    assert world.permit.watched_as == {"paused"}


def test_gas_that_stopped_the_work_is_one_cause_and_not_two() -> None:
    world = walk(World(), "active")
    world.later(minutes=1)
    world.must("zhou", "record_round", {"readings": world.readings("5")})
    world.later(minutes=1)
    events = world.must(None, "tick")
    assert world.permit is not None
    assert [cause.kind for cause in world.permit.causes] == ["gas"]
    rung = [event.data["kind"] for event in events if event.type == "AlarmRaised"]
    assert rung == ["pause_not_received"], "one leak, one alarm (S27)"
