"""The shapes of the contract and the code that stands behind them say the same: facts, commands, duties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from davy.door.strict import check, document, validator
from davy_core.permits.command import Command
from davy_core.permits.decide import HANDLERS
from davy_core.permits.tests.book import read, rulebook
from davy_core.permits.tests.walk import step, walk
from davy_core.permits.tests.world import PERMIT, World
from davy_core.permits.view import view
from davy_core.rules.erasure import without_each
from davy_core.rules.requirement import STOPPING

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = read("contracts/lifecycle/commands.yaml")


def _worlds(work_type: str) -> Iterator[World]:
    """The permit after each ordinary step, live ones also stopped, silent, and blown about."""
    world = World(type=work_type)
    while (found := step(world)) is not None:
        world.later(minutes=31 if found[1] == "check_residual_fire" else 0)
        world.must(*found)
        yield world
    for spoil in ("stop", "sos"):
        other = walk(World(type=work_type), "active")
        other.must("sun", spoil)
        other.wind, other.contact_age, other.calendar_set = None, timedelta(hours=1), False
        yield other


@pytest.mark.parametrize("work_type", ["hot", "confined"])
def test_the_facts_of_every_permit_have_the_shape_that_rules_are_written_against(work_type: str) -> None:
    seen = 0
    for world in _worlds(work_type):
        assert world.permit is not None
        for command in (None, Command("c", "start", PERMIT, {"held_ms": 1800})):
            for fix in (world.facts().fix, None):
                check(validator("facts.json"), view(world.permit, command, world.facts("li", fix=fix)))
                seen += 1
    assert seen > 100


@pytest.mark.parametrize("work_type", ["hot", "confined"])
def test_no_fact_is_null(work_type: str) -> None:
    for world in _worlds(work_type):
        assert world.permit is not None
        facts = view(world.permit, None, world.facts("li"))
        assert None not in {_at(facts, path) for path, _ in without_each(facts)}


def _at(facts: object, path: str) -> object:
    for name in path.split("."):
        facts = facts[int(name)] if isinstance(facts, list) else facts[name]  # type: ignore[index]  # of JSON
    return "…" if isinstance(facts, dict | list) else facts


def test_every_command_of_the_lifecycle_has_a_body_a_handler_and_a_row() -> None:
    bodies = {name for name in document("commands.json")["$defs"] if not name.startswith("_")}
    assert bodies == set(COMMANDS) == {"draft", *HANDLERS}


def test_what_stops_by_the_lifecycle_stops_by_the_loader_of_packs() -> None:
    assert {name for name, row in COMMANDS.items() if row.get("stops")} == set(STOPPING)


def test_every_requirement_stands_at_commands_and_states_that_exist() -> None:
    states = set(read("contracts/lifecycle/states.yaml"))
    for work_type in ("hot", "confined"):
        for requirement in rulebook(work_type).requirements:
            assert requirement.at <= {*COMMANDS, "issue"}, requirement.id
            assert requirement.states <= states, requirement.id


def test_every_cause_that_pauses_can_be_closed_by_somebody() -> None:
    causes = read("contracts/lifecycle/causes.yaml")
    resolvers = set(COMMANDS["resolve_cause"]["duties"])
    for name, row in causes.items():
        assert row["by"] or row.get("closed_by"), name
        assert set(row["by"]) <= resolvers, name
    core = "".join(p.read_text("utf-8") for p in (ROOT / "src/davy_core/permits").glob("*.py"))
    paused = set(re.findall(r'paused\(permit, facts, "(\w+)"', core))
    asked = {r.cause for t in ("hot", "confined") for r in rulebook(t).requirements if r.cause}
    assert {*paused, *asked} <= set(causes)
