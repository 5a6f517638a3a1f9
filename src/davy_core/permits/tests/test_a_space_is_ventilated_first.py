"""先通风、再检测: which spaces need a plan, and that switching the fan counts from the server's now."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.tests.walk import AIR, walk
from davy_core.permits.tests.world import WORK, World
from davy_core.permits.view_ventilation import is_compulsory

AIR_LEFT = {"value": {"value": "20.9", "unit": "%vol"}}
METHANOL = AIR["residues"][0]  # type: ignore[index]  # a list of rows
HARMLESS = {"toxic": False, "flammable": False, "ventilation": "natural"}


def _drafted(substances: tuple[str, ...] = (), **work: Any) -> World:
    world = World(type="confined")
    world.ground = replace(world.ground, substances=substances)
    world.must("li", "draft", world.request(work={**WORK["confined"], **HARMLESS, **work}))
    return world


def _compulsory(world: World, **over: Any) -> bool:
    assert world.permit is not None
    return is_compulsory(world.permit, world.facts("li", **over))


def test_a_space_that_is_said_and_known_to_hold_nothing_needs_no_plan() -> None:
    assert not _compulsory(_drafted())
    assert not _compulsory(_drafted(("oxygen",)))


@pytest.mark.parametrize("worse", [{"toxic": True}, {"flammable": True}, {"ventilation": "forced"}])
def test_one_answer_is_enough_for_a_plan(worse: dict[str, Any]) -> None:
    assert _compulsory(_drafted(**worse))


@pytest.mark.parametrize("left_out", HARMLESS)
def test_a_question_left_open_asks_for_a_plan(left_out: str) -> None:
    world = _drafted()
    assert world.permit is not None
    known = {name: value for name, value in world.permit.work.items() if name != left_out}
    world.permit = replace(world.permit, work=known)
    assert _compulsory(world)


@pytest.mark.parametrize("substances", [("methanol",), ("methane",), ("something_nobody_knows",)])
def test_what_the_register_knows_asks_for_a_plan_whatever_was_said(substances: tuple[str, ...]) -> None:
    assert _compulsory(_drafted(substances))


def test_a_place_nobody_knows_asks_for_a_plan() -> None:
    assert _compulsory(_drafted(), ground=None)


def test_a_round_before_the_minimum_time_is_over_lets_nobody_sign() -> None:
    world = walk(World(type="confined"), "submitted")
    world.must("li", "plan_ventilation", dict(AIR))
    world.must("li", "switch_ventilation", {"running": True})
    world.later(minutes=29)
    world.must("zhou", "record_round", {"readings": world.readings()})
    found = world.give("zhao", "sign_stage", {"stage": "area", "confirmed": [], "signature": "x"})
    assert isinstance(found, Refused)
    assert "confined.ventilation.time" in {r.missing["requirement"] for r in found.reasons if r.missing}


def test_the_fan_cannot_be_switched_on_twice_but_off_at_any_time() -> None:
    world = walk(World(type="confined"), "submitted")
    world.must("li", "switch_ventilation", {"running": True})
    again = world.give("li", "switch_ventilation", {"running": True})
    assert isinstance(again, Refused)
    assert [r.code for r in again.reasons] == ["ventilation_runs_already"]
    world.must("wang", "switch_ventilation", {"running": False}, occurred_at=world.now - timedelta(hours=1))
    assert world.permit is not None
    assert world.permit.ventilated_since is None


def test_that_it_was_switched_on_is_not_believed_later() -> None:
    world = walk(World(type="confined"), "submitted")
    late = world.give(
        "li", "switch_ventilation", {"running": True}, occurred_at=world.now - timedelta(minutes=3)
    )
    assert isinstance(late, Refused)
    assert [r.code for r in late.reasons] == ["offline_cannot_start"]


def test_a_fan_that_stops_during_the_work_stops_the_work() -> None:
    world = walk(World(type="confined"), "active")
    world.must("wang", "switch_ventilation", {"running": False})
    world.must(None, "tick")
    assert world.permit is not None
    assert world.permit.state == "paused"
    assert [c.detail for c in world.permit.causes] == ["confined.ventilation.stays_on"]


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"volume_m3": "0"}, "ventilation_not_positive"),
        ({"flow": {"value": "1800", "unit": "m3/min"}}, "ventilation_unit_doubtful"),
        ({"residues": [AIR_LEFT | {"substance": "oxygen"}]}, "ventilation_residue_missing"),
        ({"residues": [METHANOL, AIR_LEFT | {"substance": "nonsense"}]}, "gas_substance_unknown"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_refused(over: dict[str, Any], code: str) -> None:
    world = walk(World(type="confined"), "submitted")
    found = world.give("li", "plan_ventilation", {**AIR, **over})
    assert isinstance(found, Refused)
    assert [r.code for r in found.reasons] == [code]


def test_a_doubtful_unit_passes_when_somebody_looked_again() -> None:
    world = walk(World(type="confined"), "submitted")
    body = {**AIR, "flow": {"value": "1800", "unit": "m3/min"}, "unit_sure": True}
    world.must("li", "plan_ventilation", body)
    assert world.permit is not None
    assert world.permit.ventilation is not None
    assert world.permit.ventilation.content["unit_sure"] is True
