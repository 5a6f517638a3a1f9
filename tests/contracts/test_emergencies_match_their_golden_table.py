"""lifecycle/emergencies.yaml and its hand-written golden table say the same, and so does the decision itself;
so do events and their shapes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from davy.door.strict import check, document, validator
from davy_core.emergencies.apply import STEPS, apply
from davy_core.emergencies.book import EmergencyBook
from davy_core.emergencies.decide import HANDLERS
from davy_core.emergencies.state import Emergency, Present
from davy_core.emergencies.tests.plant import ALARM, OTHER, PERMIT, Plant, read
from davy_core.outcome import Event
from davy_core.permits.plain import to_plain

LIFE, GOLDEN = read("lifecycle", "emergencies.yaml"), read("lifecycle", "golden-emergencies.yaml")
COMMANDS = LIFE["commands"]
STATES = ("none", *LIFE["states"])
TYPES = frozenset({"EmergencyOpened", "AttemptRefused", *STEPS})
PEOPLE = ("qian", "li", "wang", "kong", "zheng", "ding", "sun")
IDS = {p: f"01a1ffd7-0000-7000-8000-0000000001{n:02d}" for n, p in enumerate(PEOPLE)}
RELEASED = Path(__file__).parent / "golden_events_emergencies" / "life.v1.json"
WHO = {"anybody": "sun", "concerned": "wang", "leader": "ding", "closer": "zheng", "davy": "davy"}
"""Somebody who has this duty, and of those below it only what everybody has."""
BODIES: Mapping[str, dict[str, Any]] = {
    "open_emergency": {"alarm": OTHER, "kind": "gas_limit"},
    "tick_task": {"task": "gate"},
    "untick_task": {"task": "gate"},
    "call_person": {"person": "qian", "status": "found"},
    "note_emergency": {"note": "看见有人从西门出来"},
    "end_emergency": {"reason": "人已救出"},
}
HELD = {
    "ding": {"anybody", "leader"},
    "zheng": {"anybody", "leader", "closer"},
    "wang": {"anybody", "concerned"},
}


def _differences(commands: dict[str, Any]) -> list[tuple[str, ...]]:
    book = EmergencyBook.load(read("emergencies.yaml"), {**LIFE, "commands": commands})
    return [
        (state, command, duty)
        for state, command, duty in product(STATES, commands, LIFE["duties"])
        if book.rules[command].allows(state, duty) != (duty in GOLDEN.get(state, {}).get(command, {}))
    ]


def test_every_cell_is_the_same_and_names_its_rule() -> None:
    assert _differences(COMMANDS) == []
    told = [why for rows in GOLDEN.values() for cells in rows.values() for why in cells.values()]
    assert len(told) == 11
    assert all(why.startswith("Davy ") for why in told)


@pytest.mark.parametrize("command", COMMANDS)
def test_flipping_any_cell_of_a_command_is_seen(command: str) -> None:
    row = COMMANDS[command]
    for key, value in [("from", s) for s in STATES] + [("duties", d) for d in LIFE["duties"]]:
        flipped = sorted({*row[key]} ^ {value})
        if flipped:  # a command nobody may ever give is refused by the loader
            assert _differences({**COMMANDS, command: {**row, key: flipped}}), (key, value)


def _at(state: str) -> Plant:
    """An emergency that stands there, everybody on its roll found."""
    plant = Plant(told=("wang",))
    if state != "none":
        plant.open()
        for person in ("qian", "li"):
            assert plant.codes("zheng", "call_person", {"person": person, "status": "found"}) == []
    if state == "ended":
        assert plant.codes("zheng", "end_emergency", {"reason": "人已救出"}) == []
    return plant


@pytest.mark.parametrize(("state", "command", "duty"), list(product(STATES, BODIES, WHO)))
def test_the_decision_allows_what_the_table_allows_and_nothing_else(
    state: str, command: str, duty: str
) -> None:
    """What a duty may is what any of those that its holder has besides may."""
    plant, cells = _at(state), GOLDEN.get(state, {}).get(command, {})
    refused = plant.codes(WHO[duty], command, BODIES[command])
    allowed = bool(cells.keys() & HELD.get(WHO[duty], {duty}))
    if command == "open_emergency" and duty == "davy":  # never refused: what is over is told elsewhere
        assert refused == []
        assert plant.seen[-1] == {"none": "EmergencyOpened", "open": "EmergencyJoined"}.get(
            state, plant.seen[-1]
        )
        return
    assert (refused == []) is allowed, refused


def test_commands_bodies_handlers_and_events_are_the_same_everywhere() -> None:
    bodies = {name for name in document("commands-emergency.json")["$defs"] if not name.startswith("_")}
    assert bodies == set(COMMANDS) == {"open_emergency", *HANDLERS} == set(BODIES)
    shapes = {name for name in document("events-emergency.json")["$defs"] if not name.startswith("_")}
    assert shapes == TYPES


def _life() -> list[dict[str, Any]]:
    """Everything that can happen in an emergency, in one life: its events."""
    plant = Plant()
    found: list[Event] = []

    def give(who: str, kind: str, body: dict[str, Any]) -> None:
        found.extend(plant.later(1).give(who, kind, body).events)

    give("davy", "open_emergency", {"alarm": ALARM, "kind": "sos", "permit": PERMIT})
    plant.present = (*plant.present, Present("ding", PERMIT, inside=True))
    give("davy", "open_emergency", {"alarm": OTHER, "kind": "gas_limit", "permit": PERMIT})
    give("wang", "tick_task", {"task": "ventilate"})
    give("kong", "untick_task", {"task": "ventilate"})
    give("sun", "tick_task", {"task": "gate"})
    for person, status in (("qian", "missing"), ("qian", "hurt"), ("li", "found"), ("ding", "found")):
        give("wang", "call_person", {"person": person, "status": status})
    give("sun", "note_emergency", {"note": "看见有人从西门出来"})
    give("kong", "end_emergency", {"reason": "人已救出，120 接走"})
    assert all(not {"note", "reason"} & set(event.data) for event in found)
    return [{"type": e.type, "data": _with_ids(json.loads(json.dumps(e.data)))} for e in found]


def _with_ids(value: Any) -> Any:
    """The plant calls people by their names; the chain by their ids."""
    if isinstance(value, dict):
        return {k: _with_ids(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_ids(v) for v in value]
    return IDS.get(value, value) if isinstance(value, str) else value


def test_every_event_happens_in_a_life_and_has_its_shape_and_no_free_words() -> None:
    told = _life()
    assert {event["type"] for event in told} == TYPES
    for event in told:
        check(validator("events-emergency.json", event["type"]), event["data"])


def test_what_was_once_released_folds_for_ever() -> None:
    golden = json.loads(RELEASED.read_text(encoding="utf-8"))
    emergency: Emergency | None = None
    for event in golden["events"]:
        emergency = apply(emergency, event["type"], event["data"])
    folded = json.loads(json.dumps(to_plain(emergency)))
    assert {key: folded[key] for key in golden["folded"]} == golden["folded"]
    assert {event["type"] for event in golden["events"]} == TYPES
