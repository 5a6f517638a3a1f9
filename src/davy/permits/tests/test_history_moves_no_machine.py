"""A breach out of history that stops nothing now, because a later round was good or nobody works, asks for no
effect; one that stops does, and so does a call for help (S18)."""

from typing import Any

import pytest

from davy.permits.effects import _happened
from davy_core.permits.state import Permit
from davy_core.permits.tests.instrument import told
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def asked(world: World, **over: Any) -> list[str]:
    then = world.now
    world.later(minutes=5)
    events = world.must("watch", "heed_episode", told(then, **over))
    assert isinstance(world.permit, Permit)
    return [one["kind"] for one in _happened(events, world.permit)]


def active() -> World:
    world = walk(World(type="hot"), "active")
    world.later(minutes=3)
    return world


def test_what_a_later_round_overtook_asks_for_nothing() -> None:
    world = active()
    then = world.now
    world.later(minutes=5)
    world.must("zhou", "record_round", {"readings": world.readings()})
    events = world.must("watch", "heed_episode", told(then, late=True))
    assert [e.type for e in events] == ["EpisodeOpened", "AlarmRaised"]
    assert isinstance(world.permit, Permit)
    assert [one["kind"] for one in _happened(events, world.permit)] == ["alarm"]


@pytest.mark.parametrize(("late", "expected"), [(True, ["alarm"]), (None, ["rule", "alarm"])])
def test_where_nothing_is_stopped_only_what_is_now_asks(late: bool | None, expected: list[str]) -> None:
    assert asked(walk(World(type="hot"), "submitted"), late=late) == expected


def test_what_stops_asks_though_it_is_late() -> None:
    assert asked(active(), late=True) == ["rule", "pause", "alarm"]


def test_a_late_call_for_help_asks_even_where_nothing_is_stopped() -> None:
    sos = {"rule": "fallen", "pause": "sos", "alarm": "person_fallen", "person": "qian"}
    world = walk(World(type="confined"), "submitted")
    assert asked(world, late=True, **sos) == ["rule", "alarm"]
