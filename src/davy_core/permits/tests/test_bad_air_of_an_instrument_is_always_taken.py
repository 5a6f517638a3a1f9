"""A breach is recorded whatever speaks against the instrument, fails and pauses as a typed one does (S3)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from davy_core.outcome import Accepted
from davy_core.permits.tests.detector import bound, recorded, rows, seen, tap
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World
from davy_core.permits.view_gas import failing_points


@pytest.fixture
def world() -> World:
    found = walk(World(type="hot"), "active")
    found.later(minutes=3)
    return found


def _types(outcome: object) -> list[str]:
    assert isinstance(outcome, Accepted), outcome
    return [e.type for e in outcome.events]


@pytest.mark.parametrize(
    "over", [{}, {"age": timedelta(minutes=1)}, {"clock": "device_free"}, {"doubts": {"lel": "flat"}}]
)
def test_it_pauses_live_work_at_once(world: World, over: dict[str, Any]) -> None:
    """8.4 %LEL: over the permit limit of methanol (0.5 % of 6 %), under every set point of a detector."""
    assert _types(tap(world, one=seen(world, lel="8.4", **over))) == [
        "RoundRecorded",
        "WorkPaused",
        "AlarmRaised",
    ]
    assert world.permit is not None
    assert [c.kind for c in world.permit.causes] == ["gas"]


def test_what_spoke_against_it_stands_beside(world: World) -> None:
    unfit = replace(bound(world), calibrated_until=None)
    assert "WorkPaused" in _types(tap(world, one=seen(world, unfit, lel="8.4")))
    [event] = recorded(world)
    assert event.data["doubts"] == ["instrument_calibration_due"]
    [row] = rows(event)
    assert (row["verdict"], row["sensor"]) == ("fail", "uncalibrated")


def test_a_value_beyond_its_range_fails(world: World) -> None:
    assert "WorkPaused" in _types(tap(world, one=seen(world, lel="5", doubts={"lel": "over_range"})))


def test_a_missing_channel_hides_no_breach_of_another(world: World) -> None:
    """Nobody asked for carbon monoxide here; over the customer's level it is no round and the watch's own
    business, over the permit limit of what was asked it is recorded."""
    outcome = tap(world, one=seen(world, h2s=None, lel="8.4"))
    assert "WorkPaused" in _types(outcome)


def test_before_the_start_it_rings_and_holds_the_start() -> None:
    world = walk(World(type="hot"), "issued")
    world.later(minutes=40)
    assert _types(tap(world, one=seen(world, lel="8.4"))) == ["RoundRecorded", "AlarmRaised"]
    assert not isinstance(world.give("li", "start", {"scan": "token", "held_ms": 1800}), Accepted)


def test_vapour_of_a_poison_in_a_space_is_held_to_its_toxic_limit_too() -> None:
    """1 %LEL of methanol is 600 ppm: nothing for a fire, far too much to breathe (6.4, S3)."""
    world = walk(World(type="confined"), "active")
    world.later(minutes=3)
    assert "WorkPaused" in _types(tap(world, one=seen(world, bound(world, "upper"), lel="1"), point="upper"))


def test_no_typed_round_of_the_same_gas_stays_behind_it(world: World) -> None:
    """What an instrument found bad a person may find good again, and the other way round (S4)."""
    tap(world, one=seen(world, lel="8.4"))
    world.later(minutes=5)
    world.must("zhou", "record_round", {"readings": world.readings()})
    assert world.permit is not None
    assert failing_points(world.permit) == frozenset()
