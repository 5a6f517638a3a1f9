"""What refuses a tap: the instrument, its binding, its papers, its reading. Nothing is filled in (S1, S4)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from davy_core.instruments.last import InstrumentSeen
from davy_core.outcome import Accepted, Outcome, Refused
from davy_core.permits.tests.detector import bound, recorded, seen, tap
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import OTHER, World


@pytest.fixture
def world() -> World:
    found = walk(World(type="hot"), "issued")
    found.later(minutes=40)
    return found


def _codes(outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Refused), outcome
    return [r.code for r in outcome.reasons]


def test_one_of_nobody_or_of_another_company(world: World) -> None:
    assert _codes(tap(world)) == ["gas_take_unknown"]


def test_one_that_serves_another_permit_or_none(world: World) -> None:
    assert _codes(tap(world, one=seen(world, bound(world, permit=OTHER)))) == ["gas_take_unbound"]
    released = replace(bound(world), binding=None)
    assert _codes(tap(world, one=seen(world, released, lel="90"))) == ["gas_take_unbound"]
    assert recorded(world) == []  # what it shows is not the air of this place


def test_one_that_was_put_to_another_point(world: World) -> None:
    assert _codes(tap(world, one=seen(world, bound(world, "upper")))) == ["gas_take_moved"]


def test_one_that_told_nothing_since_it_was_bound(world: World) -> None:
    assert _codes(tap(world, one=replace(seen(world), last=None))) == ["gas_take_silent"]


@pytest.mark.parametrize(("age", "codes"), [(10, []), (11, ["gas_take_stale"]), (900, ["gas_take_stale"])])
def test_one_whose_reading_is_old(world: World, age: int, codes: list[str]) -> None:
    outcome = tap(world, one=seen(world, age=timedelta(seconds=age)))
    assert (codes == []) == isinstance(outcome, Accepted)
    if codes:
        assert _codes(outcome) == codes


def test_a_reading_out_of_the_future(world: World) -> None:
    later = world.now + timedelta(seconds=61)
    assert _codes(tap(world, one=seen(world, taken_at=later))) == ["gas_reading_in_future"]


def test_a_reading_older_than_the_last_round_at_its_point(world: World) -> None:
    tap(world, one=seen(world))
    one = seen(world, seq=16, age=timedelta(seconds=5))
    assert _codes(tap(world, one=one)) == ["gas_reading_older_than_last"]


UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"calibrated_until": None}, "instrument_calibration_due"),
    ({"calibrated_until": "now"}, "instrument_calibration_due"),
    ({"bumped_at": None}, "instrument_bump_due"),
    ({"bump_passed": False}, "instrument_bump_failed"),
]


@pytest.mark.parametrize(("lacks", "code"), UNFIT)
def test_one_without_its_papers(world: World, lacks: dict[str, Any], code: str) -> None:
    papers: dict[str, Any] = {k: world.now if v == "now" else v for k, v in lacks.items()}
    assert _codes(tap(world, one=seen(world, replace(bound(world), **papers)))) == [code]


def test_one_of_a_kind_that_nobody_knows(world: World) -> None:
    one = replace(seen(world), kind=None)
    assert "instrument_no_gas" in _codes(tap(world, one=one))


def test_one_that_lacks_a_channel_that_is_asked_for(world: World) -> None:
    outcome = tap(world, one=seen(world, lel=None))
    assert _codes(outcome) == ["gas_take_channel_missing"]
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].values["channels"] == "LEL"


def test_one_that_measures_nothing_that_is_asked_for(world: World) -> None:
    one = seen(world)
    only = InstrumentSeen(one.instrument, one.kind, one.last, {"o2": "oxygen"})
    assert _codes(tap(world, one=only)) == ["gas_take_measures_nothing"]


def test_a_tap_that_waited_in_a_phone(world: World) -> None:
    early = world.now - timedelta(minutes=3)
    assert _codes(tap(world, one=seen(world), occurred_at=early)) == ["gas_take_waited"]


DOUBTFUL: list[tuple[dict[str, Any], str]] = [
    ({"clock": "device_free"}, "gas_clock_not_trusted"),
    ({"doubts": {"lel": "flat"}}, "gas_sensor_flat"),
    ({"doubts": {"lel": "unit"}}, "gas_sensor_fault"),
    ({"fault": "1"}, "gas_sensor_fault"),
]


@pytest.mark.parametrize(("over", "reason"), DOUBTFUL)
def test_what_is_doubtful_is_recorded_and_proves_nothing(
    world: World, over: dict[str, Any], reason: str
) -> None:
    assert isinstance(tap(world, one=seen(world, **over)), Accepted)
    assert world.permit is not None
    found = world.permit.rounds[-1]
    assert (found.verdict, found.readings[0].reason) == ("unknown", reason)
    assert not isinstance(world.give("li", "start", {"scan": "token", "held_ms": 1800}), Accepted)
