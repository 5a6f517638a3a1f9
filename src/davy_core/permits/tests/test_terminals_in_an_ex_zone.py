"""In an area classed for explosion a terminal not known to carry a fitting mark scans, photographs, records
and measures nothing; it always stops (S26, AQ 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.explosion.terminal import STRANGER, Terminal
from davy_core.outcome import Accepted, Refused
from davy_core.permits.facts import Fix
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import AT_POINT, World

FAR = Fix(900.0, 5.0)
PLAIN = Terminal(known=True)
PHONE = Terminal(known=True, mark="Ex ib IIB T4 Gb")
WEAK = Terminal(known=True, mark="Ex ic IIA T3 Gc")
WORK = {"purpose": "work"}


@pytest.fixture
def world() -> World:
    world = walk(World(type="hot"), "active")
    world.ground = replace(world.ground, ex_group="IIA", ex_temperature="T3")
    return world


def _codes(world: World, kind: str, body: dict[str, Any], who: str = "qian", **over: Any) -> list[str]:
    outcome = world.give(who, kind, body, **over)
    return [r.code for r in outcome.reasons] if isinstance(outcome, Refused) else []


def _photo(world: World) -> dict[str, Any]:
    return {"photo": world.shot(), **WORK}


def _zone(world: World, zone: str | None) -> None:
    world.ground = replace(world.ground, ex_zone=zone)


@pytest.mark.parametrize("zone", ["0", "1", "2", "20", "21", "22"])
def test_the_camera_of_an_unmarked_phone_is_refused_in_any_zone(world: World, zone: str) -> None:
    _zone(world, zone)
    assert _codes(world, "add_photo", _photo(world), terminal=PLAIN) == ["terminal_not_ex"]
    assert _codes(world, "add_photo", _photo(world), terminal=STRANGER) == ["terminal_unknown"]


@pytest.mark.parametrize("terminal", [PLAIN, STRANGER, WEAK])
def test_a_zone_nobody_entered_counts_as_one_and_the_register_is_told_to_be_mended(
    world: World, terminal: Terminal
) -> None:
    _zone(world, None)
    assert _codes(world, "add_photo", _photo(world), terminal=terminal) == ["terminal_zone_unknown"]
    assert _codes(world, "add_photo", _photo(world), terminal=PHONE) == []


def test_a_place_nobody_knows_counts_as_classed(world: World) -> None:
    outcome = world.give("qian", "add_photo", _photo(world), terminal=STRANGER, ground=None)
    assert isinstance(outcome, Refused)
    assert "terminal_zone_unknown" in [r.code for r in outcome.reasons]


def test_where_there_is_no_zone_every_phone_will_do(world: World) -> None:
    _zone(world, "none")
    assert _codes(world, "add_photo", _photo(world), terminal=STRANGER) == []


def test_the_mark_is_held_against_zone_group_and_temperature(world: World) -> None:
    assert _codes(world, "add_photo", _photo(world), terminal=WEAK) == []
    asked: tuple[dict[str, Any], ...] = (
        {"ex_zone": "1"}, {"ex_group": "IIB"}, {"ex_temperature": "T4"}, {"ex_zone": "22"}
    )  # fmt: skip
    for changed in asked:
        before, world.ground = world.ground, replace(world.ground, **changed)
        assert _codes(world, "add_photo", _photo(world), terminal=WEAK) == ["terminal_mark_unfit"]
        world.ground = before
    world.ground = replace(world.ground, ex_group="IIB", ex_temperature="T4")
    assert _codes(world, "add_photo", _photo(world), terminal=PHONE) == []


def test_what_nobody_told_of_the_area_counts_as_the_strictest(world: World) -> None:
    untold: tuple[dict[str, Any], ...] = ({"ex_group": None}, {"ex_temperature": None})
    for unknown in untold:
        before, world.ground = world.ground, replace(world.ground, **unknown)
        assert _codes(world, "add_photo", _photo(world), terminal=PHONE) == ["terminal_group_unknown"]
        best = Terminal(known=True, mark="Ex ib IIC T6 Gb")
        assert _codes(world, "add_photo", _photo(world), terminal=best) == []
        world.ground = before


def test_a_mark_that_cannot_be_read_is_none(world: World) -> None:
    scribble = Terminal(known=True, mark="see plate")
    assert _codes(world, "add_photo", _photo(world), terminal=scribble) == ["terminal_mark_unfit"]


def test_a_shared_terminal_stands_where_it_was_put(world: World) -> None:
    gate = Terminal(known=True, fixed=True)
    assert _codes(world, "add_photo", _photo(world), terminal=gate) == []


def test_proven_outside_the_zone_it_may_be_used(world: World) -> None:
    assert _codes(world, "add_photo", _photo(world), terminal=STRANGER, fix=FAR) == []


def test_past_the_border_that_somebody_drew_it_may_be_used_sooner(world: World) -> None:
    near = Fix(90.0, 10.0)
    assert _codes(world, "add_photo", _photo(world), terminal=replace(PLAIN, off_area=True), fix=near) == []
    for off in (None, False):
        photo = _photo(world)
        assert _codes(world, "add_photo", photo, terminal=replace(PLAIN, off_area=off), fix=near) == [
            "terminal_not_ex"
        ]


def test_within_the_border_it_is_no_help_to_be_far_from_the_point(world: World) -> None:
    photo = _photo(world)
    assert _codes(world, "add_photo", photo, terminal=replace(PLAIN, off_area=False), fix=FAR) == [
        "terminal_not_ex"
    ]


def test_a_border_drawn_wrongly_does_not_open_the_point_itself(world: World) -> None:
    photo = _photo(world)
    assert _codes(world, "add_photo", photo, terminal=replace(PLAIN, off_area=True)) == ["terminal_not_ex"]


@pytest.mark.parametrize("fix", [None, AT_POINT, Fix(60.0, 20.0), Fix(204.0, 5.0), Fix(900.0, 5000.0)])
def test_what_is_not_proven_outside_is_inside(world: World, fix: Fix | None) -> None:
    assert _codes(world, "add_photo", _photo(world), terminal=PLAIN, fix=fix) == ["terminal_not_ex"]


def test_a_request_with_a_photo_asks_the_same_and_one_without_asks_nothing() -> None:
    world = World(type="hot")
    assert _codes(world, "draft", world.request(), "li", terminal=STRANGER) == ["terminal_unknown"]
    assert _codes(world, "draft", world.request(photos=[]), "li", terminal=STRANGER) == []


def test_a_meter_needs_a_marked_phone_and_typed_values_do_not(world: World) -> None:
    typed = world.readings()
    metered = [{**row, "source": "meter"} for row in typed]
    assert _codes(world, "record_round", {"readings": metered}, "zhou", terminal=PLAIN) == ["terminal_not_ex"]
    assert _codes(world, "record_round", {"readings": typed}, "zhou", terminal=PLAIN) == []


def test_a_scan_needs_a_marked_phone() -> None:
    world = walk(World(type="hot"), "issued")
    body = {"scan": "token", "held_ms": 1800}
    assert "terminal_not_ex" in _codes(world, "start", body, "li", terminal=PLAIN)
    assert "terminal_not_ex" not in _codes(world, "start", body, "li", terminal=PHONE)


def test_gas_over_its_limit_is_never_lost_over_the_phone_it_came_from(world: World) -> None:
    metered = [{**row, "source": "meter"} for row in world.readings("3")]
    assert isinstance(world.give("zhou", "record_round", {"readings": metered}, terminal=PLAIN), Accepted)
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
    _zone(world, "0")
    assert isinstance(world.give(who, kind, body, terminal=STRANGER, fix=None), Accepted)
    assert world.permit is not None
    assert world.permit.state == "paused"


def test_what_says_that_something_is_not_in_order_is_taken_from_any_phone() -> None:
    world = walk(World(type="hot"), "finished")
    for clear, codes in ((False, []), (True, ["terminal_not_ex"])):
        told = {"photo": world.shot(), "clear": clear}
        assert _codes(world, "check_residual_fire", told, who="wang", terminal=PLAIN) == codes
