"""A team leader writes a request for somebody of his own firm; that person alone submits it, and both stay
on the side of the work (A4, AQ 3064.2 5.3, 5.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.duties import person_duties
from davy_core.permits.entitled import entitled
from davy_core.permits.facts import Actor
from davy_core.permits.tests.world import World
from davy_core.signatures.ways import PASSWORD

LEADER = Actor("person", "sun", PASSWORD, files=True)


def _codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused)
    return [reason.code for reason in outcome.reasons]


def _filed(world: World, **over: Any) -> World:
    world.must("sun", "draft", {**world.request(**over), "applicant": "li"}, actor=LEADER)
    return world


def test_it_says_who_wrote_it_and_for_whom() -> None:
    world = _filed(World())
    assert world.permit is not None
    assert (world.permit.crew.applicant, world.permit.filed_by) == ("li", "sun")
    assert {"filer"} == person_duties(world.permit, "sun", world.facts("sun")) - {"bystander"}


def test_only_the_applicant_himself_submits_it() -> None:
    world = _filed(World())
    assert _codes(world.give("sun", "submit")) == ["not_your_duty"]
    assert world.permit is not None
    world.must("li", "submit")
    assert world.permit.state == "submitted"


def test_not_even_a_writer_who_leads_the_work_submits_it() -> None:
    world = World()
    crew = {**world.request()["crew"], "responsible": "sun"}
    _filed(world, crew=crew)
    assert "filing_not_accepted" in _codes(world.give("sun", "submit"))


def test_the_writer_may_still_put_it_right_or_drop_it_while_it_is_a_draft() -> None:
    world = _filed(World())
    world.must("sun", "amend", {"content": "换法兰"})
    submitted = world.copy()
    submitted.must("li", "submit")
    assert _codes(submitted.give("sun", "withdraw", {"reason": "不做了"})) == ["not_your_duty"]
    world.must("sun", "withdraw", {"reason": "不做了"})


@pytest.mark.parametrize(
    ("change", "actor", "code"),
    [
        ({}, replace(LEADER, files=False), "filing_not_allowed"),
        ({"firm": "another"}, LEADER, "filing_other_firm"),
        ({"status": "frozen"}, LEADER, "person_frozen"),
    ],
)
def test_who_may_not_is_told_why(change: dict[str, Any], actor: Actor, code: str) -> None:
    world = World()
    world.people["li"] = replace(world.people["li"], **change)
    body = {**world.request(), "applicant": "li"}
    assert _codes(world.give("sun", "draft", body, actor=actor)) == [code]


def test_nobody_known_is_nobody_to_file_for() -> None:
    world = World()
    body = {**world.request(), "applicant": "nobody"}
    assert _codes(world.give("sun", "draft", body, actor=LEADER)) == ["person_unknown"]


def test_naming_oneself_is_asking_oneself() -> None:
    world = World()
    world.must("li", "draft", {**world.request(), "applicant": "li"})
    assert world.permit is not None
    assert world.permit.filed_by is None


def test_both_are_on_the_side_of_the_work() -> None:
    world = World()
    leader = Actor("person", "zhao", PASSWORD, files=True)  # the head of the area
    world.must("zhao", "draft", {**world.request(), "applicant": "li"}, actor=leader)
    world.must("li", "submit")
    assert world.permit is not None
    assert {"li", "zhao"} <= world.permit.own_work()
    assert "zhao" not in entitled(world.permit, "area_head", world.facts("zhao"))
