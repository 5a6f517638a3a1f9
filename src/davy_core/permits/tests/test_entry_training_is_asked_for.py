"""Where a plant asks, a contractor works only trained for it and signed on today; its own people need not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.contracting import Contract
from davy_core.permits.fitness import Fitness
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.tests.book import read, rulebook
from davy_core.permits.tests.walk import SCAN, step, walk
from davy_core.permits.tests.world import World
from davy_core.rules.overlay import load_overlay

ALL = ("entry_plant", "entry_workshop", "entry_team")


def _asking(work: str, overlay: str) -> Rulebook:
    found = load_overlay(read(f"rulepacks/overlays/{overlay}.yaml"))
    book = rulebook(work)
    return replace(book, requirements=(*book.requirements, *found.additions))


def _started(overlay: str, work: str = "hot", **told: Any) -> list[str]:
    """What stands in the way of the start of work with 钱 of a contractor."""
    world = walk(World(type=work), "issued")
    while (found := step(world)) is not None and found[1] != "start":
        world.must(*found)
    if told:
        world.people["qian"] = replace(world.people["qian"], firm="f", contract=Contract(), **told)
    outcome = world.give("li", "start", SCAN, rulebook=_asking(work, overlay))
    reasons = outcome.reasons if isinstance(outcome, Refused) else ()
    return [str((reason.missing or {}).get("requirement", reason.code)) for reason in reasons]


@pytest.mark.parametrize(
    ("trainings", "refused"),
    [(ALL, []), (ALL[:2], ["site.crew.entry_trained"]), ((), ["site.crew.entry_trained"])],
)
def test_all_three_levels_are_asked_of_a_contractor(trainings: tuple[str, ...], refused: list[str]) -> None:
    assert _started("entry_training", fitness=Fitness(trainings=trainings)) == refused


def test_of_whom_nothing_is_known_is_not_trained() -> None:
    assert "site.crew.entry_trained" in _started("entry_training", fitness=None)


def test_the_plants_own_people_need_neither() -> None:
    assert _started("entry_training") == []
    assert _started("roster") == []


@pytest.mark.parametrize(
    ("signed_on", "refused"),
    [(True, []), (False, ["site.crew.signed_on"]), (None, ["site.crew.signed_on"])],
)
def test_who_did_not_sign_on_starts_nothing(signed_on: bool | None, refused: list[str]) -> None:
    assert _started("roster", signed_on=signed_on) == refused


def test_a_training_that_ends_pauses_the_work() -> None:
    world = walk(World(type="hot"), "active")
    book = _asking("hot", "entry_training")
    trained = replace(world.people["qian"], firm="f", contract=Contract(), fitness=Fitness(trainings=ALL))
    world.people["qian"] = trained
    world.must(None, "tick", rulebook=book)
    assert world.permit is not None
    assert world.permit.state == "active"
    world.people["qian"] = replace(trained, fitness=Fitness(trainings=ALL[:1]))
    world.must(None, "tick", rulebook=book)
    assert world.permit.state == "paused"
