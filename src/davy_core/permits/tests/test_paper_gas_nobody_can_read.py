"""What nobody can read on a sheet is no good air: it stops the work until a new round has passed (S1, S4)."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.permits.tests.paper import filled, gas, line, permit_of
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

UNREAD = {
    "over the range of the meter": ({"value": "OL", "unit": "%LEL"}, "gas_value_not_a_number"),
    "more than a number": ({"value": ">100", "unit": "%LEL"}, "gas_value_not_a_number"),
    "nothing": ({"value": "", "unit": "%LEL"}, "gas_value_not_a_number"),
    "below nothing": ({"value": "-0.2", "unit": "%LEL"}, "gas_value_negative"),
    "finer than any meter": ({"value": "0.0000001", "unit": "%vol"}, "gas_value_too_precise"),
    "no unit of gas": ({"value": "1", "unit": "ppb"}, "gas_unit_unknown"),
}  # fmt: skip


@pytest.fixture
def world() -> World:
    return filled()


def rows(world: World, value: dict[str, Any], **over: Any) -> list[dict[str, Any]]:
    """A clean round with this in the place of its first reading."""
    first, *rest = gas(world)
    return [{**first, "value": value, **over}, *rest]


@pytest.mark.parametrize("name", UNREAD)
def test_it_stops_the_work_as_gas(world: World, name: str) -> None:
    value, code = UNREAD[name]
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=rows(world, value)))
    permit = permit_of(world)
    assert permit.captured[-1].bad
    assert (permit.state, {c.kind for c in permit.causes}) == ("paused", {"gas"})
    told = next(e for e in world.history if e.type == "PaperCaptured")
    first = told.data["readings"][0]  # type: ignore[index]
    assert (first["unread"], "value" in first) == (code, False)
    assert told.private == {"reading:0": f"{value['value']} {value['unit']}"}


def test_a_unit_that_oxygen_has_not_and_a_gas_nobody_knows_are_not_read_either(world: World) -> None:
    readings = rows(world, {"value": "20", "unit": "ppm"}, substance="oxygen")
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=readings))
    assert {c.kind for c in permit_of(world).causes} == {"gas"}
    readings = rows(world, {"value": "1", "unit": "ppm"}, substance="phlogiston")
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", ago=10, readings=readings))
    told = [e.data for e in world.history if e.type == "PaperCaptured"][-1]
    assert told["readings"][0]["unread"] == "gas_substance_unknown"  # type: ignore[index]


def test_a_later_whole_passing_round_makes_it_history(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    body = line(world, "gas", wrote="zhou", readings=rows(world, {"value": "OL", "unit": "%LEL"}))
    world.must("chu", "capture_entry", body)
    assert (permit_of(world).state, permit_of(world).captured[-1].bad) == ("active", True)


def test_an_earlier_round_does_not(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    world.later(minutes=5)
    body = line(world, "gas", wrote="zhou", ago=5, readings=rows(world, {"value": "OL", "unit": "%LEL"}))
    world.must("chu", "capture_entry", body)
    assert permit_of(world).state == "paused"


def test_gas_of_work_that_nobody_planned_gas_for_says_nothing_good() -> None:
    world = walk(World(type="height"), "active")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=40)
    one = {"point": "upper", "substance": "oxygen", "value": {"value": "20.9", "unit": "%vol"}}
    world.must("chu", "capture_entry", line(world, "gas", readings=[one]))
    assert {c.kind for c in permit_of(world).causes} == {"anomaly"}


def test_a_number_is_kept_as_the_register_of_events_writes_numbers(world: World) -> None:
    readings = rows(world, {"value": "+0.10", "unit": "%LEL"})
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=readings))
    told = next(e for e in world.history if e.type == "PaperCaptured")
    assert told.data["readings"][0]["value"] == {"value": "0.10", "unit": "%LEL"}  # type: ignore[index]


def test_history_still_rings(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    body = line(world, "gas", wrote="zhou", readings=rows(world, {"value": "OL", "unit": "%LEL"}))
    events = world.must("chu", "capture_entry", body)
    assert permit_of(world).state == "active"
    assert [e.data["kind"] for e in events if e.type == "AlarmRaised"] == ["paper_bad_news"]


@pytest.mark.parametrize("ago", [365 * 24 * 60, -60], ids=["before the sheet was printed", "in the future"])
@pytest.mark.parametrize("value", ["OL", "3"])
def test_a_slip_of_the_date_makes_no_history_of_it(world: World, ago: int, value: str) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    found = rows(world, {"value": value, "unit": "%vol"})
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", ago=ago, readings=found))
    assert {c.kind for c in permit_of(world).causes} == {"gas"}


def test_bad_gas_at_another_point_in_the_same_minute_is_another_line(world: World) -> None:
    for value in ("OL", "> range"):
        found = rows(world, {"value": value, "unit": "%LEL"})
        world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=found))
    assert len(permit_of(world).captured) == 2
