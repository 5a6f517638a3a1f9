"""4.6, 4.7, S23: one job may need several permits at one point; two jobs never share one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.facts import Neighbour
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import OTHER, WORK, World
from davy_core.permits.view import view


def _world(*, responsible: str = "li", kind: str = "confined", links: bool = True, **work: Any) -> World:
    world = World()
    world.neighbours = (
        Neighbour(OTHER, kind, responsible, "SX-1", "issued", "none", same_point=True, overlaps=True),
    )
    body = world.request(work={**WORK["hot"], **work}, links=[OTHER] if links else [])
    world.must("li", "draft", body, registered=frozenset({OTHER}))
    return world


def _seen(world: World, what: str, **over: Any) -> Any:
    assert world.permit is not None
    return view(world.permit, None, world.facts("li", **over))[what]


def test_the_other_permit_of_the_same_job_is_no_overlap() -> None:
    assert _seen(_world(also_types=["confined"]), "place")["overlapping"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"links": False, "also_types": ["confined"]},
        {"also_types": []},
        {"also_types": ["confined"], "responsible": "sun"},
        {"also_types": ["confined"], "kind": "hot"},
    ],
    ids=["not linked", "not of this job", "another crew", "another type"],
)
def test_a_link_alone_does_not_excuse_two_jobs_at_one_point(wrong: dict[str, Any]) -> None:
    assert _seen(_world(**wrong), "place")["overlapping"] == 1


@pytest.mark.parametrize("told", [{"big_equipment": True}, {}], ids=["inside", "not told"])
def test_hot_work_inside_equipment_needs_a_confined_space_permit_too(told: dict[str, bool]) -> None:
    world = _world(also_types=[])
    assert world.permit is not None
    work = {**{k: v for k, v in world.permit.work.items() if k != "big_equipment"}, **told}
    world.permit = replace(world.permit, work=work)
    asked = _seen(world, "links")
    assert asked["required"] == ["confined"]
    assert asked["missing"] == 1
    assert _seen(world, "links", links_live=frozenset({"confined"}))["missing"] == 0


@pytest.mark.parametrize("told", [{"over_height": True}, {}], ids=["high", "not told"])
def test_hot_work_two_metres_up_needs_a_permit_at_height_too(told: dict[str, bool]) -> None:
    world = _world(also_types=[])
    assert world.permit is not None
    work = {**{k: v for k, v in world.permit.work.items() if k != "over_height"}, **told}
    world.permit = replace(world.permit, work=work)
    assert _seen(world, "links")["required"] == ["height"]
    assert _seen(world, "links", links_live=frozenset({"height"}))["missing"] == 0


def _other(kind: str = "confined", state: str = "submitted") -> Neighbour:
    return Neighbour(OTHER, kind, "li", "SX-1", state, "none", same_point=True, overlaps=True)


@pytest.mark.parametrize("state", ["draft", "submitted", "issued", "active", "paused"])
def test_another_permit_of_the_job_is_linked_as_long_as_this_one_lives(state: str) -> None:
    world = World()
    work = {**WORK["hot"], "also_types": ["confined"]}
    world.must("li", "draft", world.request(work=work))
    if state != "draft":
        world.must("li", "submit")
    assert world.permit is not None
    world.permit = replace(world.permit, state=state)
    world.must("li", "link", {"permit": OTHER}, named=_other())
    assert world.permit.links == (OTHER,)
    assert world.must("li", "link", {"permit": OTHER}, named=_other()) == ()


@pytest.mark.parametrize(
    ("named", "code"),
    [
        (None, "link_unknown"),
        (_other("lifting"), "link_not_needed"),
        (_other(state="voided"), "link_over"),
    ],
)
def test_what_is_no_part_of_the_job_is_not_linked(named: Neighbour | None, code: str) -> None:
    world = _world(links=False, also_types=["confined"])
    outcome = world.give("li", "link", {"permit": OTHER}, named=named)
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == [code]


def test_hot_work_outside_needs_no_other_permit() -> None:
    assert _seen(walk(World(), "submitted"), "links")["required"] == []
