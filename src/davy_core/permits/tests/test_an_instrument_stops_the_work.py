"""What an instrument tells stops the work at once, and nothing of it lets the work go on (S3, S7, S18)."""

from datetime import timedelta
from typing import Any

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.permits.tests.instrument import METER, told
from davy_core.permits.tests.walk import SCAN, step, walk
from davy_core.permits.tests.world import World


def _live(kind: str = "hot", state: str = "active") -> World:
    world = walk(World(type=kind), state)
    world.later(minutes=3)
    return world


def _heed(world: World, step: str = "opened", episode: str = "e1", **over: Any) -> list[str]:
    return [e.type for e in world.must("watch", "heed_episode", told(world.now, step, episode, **over))]


def _codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused)
    return [r.code for r in outcome.reasons]


def _go_on(world: World) -> None:
    for _ in range(20):
        assert world.permit is not None
        if world.permit.state == "active":
            return
        found = step(world)
        assert found is not None
        world.must(*found)


@pytest.mark.parametrize("state", ["issued", "active"])
def test_a_breach_pauses_and_rings(state: str) -> None:
    world = _live(state=state)
    assert _heed(world) == ["EpisodeOpened", "WorkPaused", "AlarmRaised"]
    permit = world.permit
    assert permit is not None
    assert permit.state == "paused"
    assert [c.kind for c in permit.causes] == ["gas"]
    assert permit.pause is not None
    assert permit.pause.by_gas
    assert permit.pause.received_at is None  # decided is not stopped (S8)
    found = permit.episodes[-1]
    assert (str(found.value), str(found.limit), found.unit, found.instrument) == ("12.4", "10", "%LEL", METER)


def test_the_break_begins_with_the_breach_and_never_before_the_work() -> None:
    world = _live()
    began = world.now - timedelta(seconds=20)
    world.must("watch", "heed_episode", told(world.now, since=began.isoformat()))
    assert world.permit is not None
    assert world.permit.pause is not None
    assert world.permit.pause.began_at == began
    other = _live()
    other.must("watch", "heed_episode", told(other.now, since="2026-01-01T00:00:00Z"))
    assert other.permit is not None
    assert other.permit.pause is not None
    assert other.permit.pause.began_at == other.permit.started_at


def test_told_twice_is_once() -> None:
    world = _live()
    _heed(world)
    assert _heed(world) == []
    _heed(world, "closed")
    assert _heed(world, "closed") == []
    assert _heed(world) == []  # the one that ended does not open again


def test_a_worse_one_that_nobody_told_before_stops_as_well() -> None:
    world = _live()
    assert _heed(world, "worsened") == ["EpisodeOpened", "WorkPaused", "AlarmRaised"]


def test_its_end_resumes_nothing_and_going_on_needs_what_gas_needs() -> None:
    world = _live()
    _heed(world)
    world.later(minutes=2)
    assert _heed(world, "closed") == ["EpisodeClosed"]
    assert world.permit is not None
    assert world.permit.state == "paused"
    assert "causes_open" in _codes(world.give("li", "resume", {"changed": False}))
    assert "cause_needs_round" in _codes(world.give("feng", "resolve_cause", {"cause": "gas"}))
    assert "cause_not_yours" in _codes(world.give("li", "resolve_cause", {"cause": "gas"}))
    world.later(minutes=1)
    _go_on(world)
    assert world.permit.state == "active"


def test_no_cause_is_closed_while_the_instrument_still_tells_it() -> None:
    world = _live()
    _heed(world)
    world.later(minutes=1)
    world.must("zhou", "record_round", {"readings": world.readings()})
    assert "episode_open" in _codes(world.give("feng", "resolve_cause", {"cause": "gas"}))
    _heed(world, "closed")
    world.must("feng", "resolve_cause", {"cause": "gas"})


def test_work_does_not_start_while_an_instrument_tells_a_breach() -> None:
    world = walk(World(type="hot"), "submitted")
    assert _heed(world) == ["EpisodeOpened", "AlarmRaised"]  # there is nothing to stop yet
    walk(world, "issued")
    outcome = world.give("li", "start", dict(SCAN))
    assert "episode_open" in _codes(outcome)


def test_bad_air_of_the_past_stops_unless_a_later_whole_round_was_good() -> None:
    world = _live()
    then = world.now
    late = told(then, late=True)
    world.later(minutes=5)
    assert "WorkPaused" in [e.type for e in world.must("watch", "heed_episode", late)]
    other = _live()
    then = other.now
    other.later(minutes=5)
    other.must("zhou", "record_round", {"readings": other.readings()})
    events = [e.type for e in other.must("watch", "heed_episode", told(then, late=True))]
    assert events == ["EpisodeOpened", "AlarmRaised"]


def test_somebody_who_lies_is_a_call_for_help_with_the_place_beside_the_chain() -> None:
    world = _live("confined")
    place = {"lat": 31.23, "lon": 121.47, "accuracy_m": 4}
    asks = {"rule": "fallen", "pause": "sos", "alarm": "person_fallen", "person": "qian"}
    events = world.must("watch", "heed_episode", told(world.now, **asks, place=place))
    assert [e.type for e in events] == ["EpisodeOpened", "WorkPaused", "AlarmRaised"]
    assert events[0].private == {"place": "31.230000, 121.470000 ±4 m"}
    assert "place" not in events[0].data
    assert events[2].data["subject"] == "qian"
    assert world.permit is not None
    assert [c.kind for c in world.permit.causes] == ["sos"]


def test_a_rule_that_stops_nothing_only_rings() -> None:
    world = _live()
    assert _heed(world, pause=None, alarm="crowding") == ["EpisodeOpened", "AlarmRaised"]
    assert world.permit is not None
    assert world.permit.state == "active"


def test_nobody_but_the_watch_may_say_so() -> None:
    world = _live()
    for who in ("li", "wang", "feng", None):
        assert "not_your_duty" in _codes(world.give(who, "heed_episode", told(world.now)))


@pytest.mark.parametrize("rank", ["device_free", "device_synced"])
def test_whatever_the_clock_it_is_heeded(rank: Any) -> None:
    world = _live()
    body = told(world.now)
    assert isinstance(
        world.give("watch", "heed_episode", body, clock=rank, clock_ok=False, fix=None), Accepted
    )
