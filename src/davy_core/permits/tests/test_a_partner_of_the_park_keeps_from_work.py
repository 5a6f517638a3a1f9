"""Where a plant asks, nobody works whom a company of the park keeps from work; silence stops nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.contracting import Contract
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.tests.book import read, rulebook
from davy_core.permits.tests.walk import SCAN, step, walk
from davy_core.permits.tests.world import World
from davy_core.rules.overlay import load_overlay


def _asking() -> Rulebook:
    found = load_overlay(read("rulepacks/overlays/park.yaml"))
    book = rulebook("hot")
    return replace(book, requirements=(*book.requirements, *found.additions))


def _world(park: Any, at: str = "issued", firm: str | None = None) -> World:
    world = walk(World(type="hot"), at)
    for who, person in world.people.items():
        world.people[who] = replace(person, park="clear")
    contract = Contract() if firm else None
    world.people["qian"] = replace(world.people["qian"], park=park, firm=firm, contract=contract)
    return world


@pytest.mark.parametrize(
    ("park", "firm", "refused"),
    [
        ("clear", None, []),
        ("none", "f", []),
        ("unanswered", "f", []),
        ("held", None, ["site.crew.park"]),
        ("held", "f", ["site.crew.park"]),
        ("unmasked", None, []),
        ("unmasked", "f", ["site.crew.park"]),
        (None, "f", ["site.crew.park"]),
        (None, None, ["site.crew.park"]),
    ],
)
def test_the_start_of_work(park: str | None, firm: str | None, refused: list[str]) -> None:
    world = _world(park, firm=firm)
    while (found := step(world)) is not None and found[1] != "start":
        world.must(*found)
    outcome = world.give("li", "start", SCAN, rulebook=_asking())
    reasons = outcome.reasons if isinstance(outcome, Refused) else ()
    assert [str((one.missing or {}).get("requirement", one.code)) for one in reasons] == refused


def test_a_hit_pauses_the_work_and_a_stop_is_never_refused() -> None:
    world, book = _world("clear", "active"), _asking()
    world.must(None, "tick", rulebook=book)
    assert world.permit is not None
    assert world.permit.state == "active"
    world.people["qian"] = replace(world.people["qian"], park="held")
    world.must(None, "tick", rulebook=book)
    assert world.permit.state == "paused"
    world.must("li", "stop", {"reason": "人不能干"}, rulebook=book)


def test_a_partner_that_falls_silent_pauses_nothing() -> None:
    world = _world("unanswered", "active")
    world.must(None, "tick", rulebook=_asking())
    assert world.permit is not None
    assert world.permit.state == "active"
