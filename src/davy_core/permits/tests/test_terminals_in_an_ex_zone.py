"""In an area classed for explosion an unmarked terminal scans, photographs, records and measures nothing; it
always stops (S26, AQ 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.permits.facts import Fix
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import AT_POINT, World

FAR = Fix(900.0, 5.0)
WORK = {"purpose": "work"}


@pytest.fixture
def world() -> World:
    return walk(World(type="hot"), "active")


def _codes(world: World, kind: str, body: dict[str, Any], who: str = "qian", **over: Any) -> list[str]:
    outcome = world.give(who, kind, body, **over)
    return [r.code for r in outcome.reasons] if isinstance(outcome, Refused) else []


def _photo(world: World) -> dict[str, Any]:
    return {"photo": world.shot(), **WORK}


def _zone(world: World, zone: str | None, *, only: bool = False) -> None:
    world.ground = replace(world.ground, ex_zone=zone, ex_only=only)


@pytest.mark.parametrize("zone", ["0", "1", "2", "20", "21", "22", None])
def test_the_camera_of_an_unmarked_phone_is_refused_in_any_zone_and_in_one_nobody_knows(
    world: World, zone: str | None
) -> None:
    _zone(world, zone)
    assert _codes(world, "add_photo", _photo(world), terminal="plain") == ["terminal_not_ex"]
    assert _codes(world, "add_photo", _photo(world), terminal="ex") == []


def test_where_there_is_no_zone_every_phone_will_do(world: World) -> None:
    _zone(world, "none", only=True)
    assert _codes(world, "add_photo", _photo(world), terminal="plain") == []


def test_proven_outside_the_zone_it_may_be_used(world: World) -> None:
    assert _codes(world, "add_photo", _photo(world), terminal="plain", fix=FAR) == []


@pytest.mark.parametrize("fix", [None, AT_POINT, Fix(60.0, 20.0), Fix(900.0, 5000.0)])
def test_what_is_not_proven_outside_is_inside(world: World, fix: Fix | None) -> None:
    assert _codes(world, "add_photo", _photo(world), terminal="plain", fix=fix) == ["terminal_not_ex"]


def test_a_terminal_nobody_knows_is_refused_where_only_marked_ones_are_let_in(world: World) -> None:
    assert _codes(world, "add_photo", _photo(world), terminal="unknown") == []
    _zone(world, "1", only=True)
    assert _codes(world, "add_photo", _photo(world), terminal="unknown") == ["terminal_not_ex"]
    assert _codes(world, "add_photo", _photo(world), terminal="ex") == []


def test_a_meter_needs_a_marked_phone_and_typed_values_do_not(world: World) -> None:
    typed = world.readings()
    metered = [{**row, "source": "meter"} for row in typed]
    assert _codes(world, "record_round", {"readings": metered}, "zhou", terminal="plain") == [
        "terminal_not_ex"
    ]
    assert _codes(world, "record_round", {"readings": typed}, "zhou", terminal="plain") == []


def test_a_scan_needs_a_marked_phone() -> None:
    world = walk(World(type="hot"), "issued")
    body = {"scan": "token", "held_ms": 1800}
    assert "terminal_not_ex" in _codes(world, "start", body, "li", terminal="plain")
    assert "terminal_not_ex" not in _codes(world, "start", body, "li", terminal="ex")


def test_gas_over_its_limit_is_never_lost_over_the_phone_it_came_from(world: World) -> None:
    metered = [{**row, "source": "meter"} for row in world.readings("3")]
    assert isinstance(world.give("zhou", "record_round", {"readings": metered}, terminal="plain"), Accepted)
    assert world.permit is not None
    assert world.permit.state == "paused"


@pytest.mark.parametrize(
    ("who", "kind", "body"),
    [
        ("qian", "stop", {}),
        ("wang", "pause", {"cause": "anomaly"}),
        ("wang", "take_back", {"cause": "guardian_left"}),
        ("qian", "sos", {}),
        ("qian", "report_change", {"kind": "process", "what": "带料"}),
    ],
)
def test_every_terminal_stops(world: World, who: str, kind: str, body: dict[str, Any]) -> None:
    _zone(world, "0", only=True)
    assert isinstance(world.give(who, kind, body, terminal="plain", fix=None), Accepted)
    assert world.permit is not None
    assert world.permit.state == "paused"


def test_what_says_that_something_is_not_in_order_is_taken_from_any_phone() -> None:
    world = walk(World(type="hot"), "finished")
    for clear, codes in ((False, []), (True, ["terminal_not_ex"])):
        told = {"photo": world.shot(), "clear": clear}
        assert _codes(world, "check_residual_fire", told, who="wang", terminal="plain") == codes
