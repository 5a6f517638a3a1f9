"""lifecycle/schemes.yaml and its hand-written golden table say the same; so do events and their shapes."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from davy.door.strict import check, document, validator
from davy_core.permits.plain import to_plain
from davy_core.schemes.apply import STEPS, apply
from davy_core.schemes.book import SchemeBook
from davy_core.schemes.decide import HANDLERS
from davy_core.schemes.tests.desk import PEOPLE, Desk, read

LIFE, GOLDEN = read("lifecycle", "schemes.yaml"), read("lifecycle", "golden-schemes.yaml")
COMMANDS = LIFE["commands"]
STATES = ("none", *LIFE["states"])
TYPES = frozenset({"SchemeDrafted", "AttemptRefused", *STEPS})
IDS = {p: f"01a1ffd7-0000-7000-8000-0000000001{n:02d}" for n, p in enumerate(PEOPLE)}
RELEASED = Path(__file__).parent / "golden_events_schemes" / "life.v1.json"


def _differences(commands: dict[str, Any]) -> list[tuple[str, ...]]:
    book = SchemeBook.load(read("schemes.yaml"), {**LIFE, "commands": commands})
    return [
        (state, command, duty)
        for state, command, duty in product(STATES, commands, LIFE["duties"])
        if book.rules[command].allows(state, duty) != (duty in GOLDEN.get(state, {}).get(command, {}))
    ]


def test_every_cell_is_the_same_and_names_its_clause() -> None:
    assert _differences(COMMANDS) == []
    told = [why for rows in GOLDEN.values() for cells in rows.values() for why in cells.values()]
    assert len(told) > 20
    assert all(why.startswith("GB 30871") for why in told)


@pytest.mark.parametrize("command", COMMANDS)
def test_flipping_any_cell_of_a_command_is_seen(command: str) -> None:
    row = COMMANDS[command]
    for key, value in [("from", s) for s in STATES] + [("duties", d) for d in LIFE["duties"]]:
        flipped = sorted({*row[key]} ^ {value})
        if flipped:  # a command nobody may ever give is refused by the loader
            assert _differences({**COMMANDS, command: {**row, key: flipped}}), (key, value)


def test_only_the_approval_is_signed() -> None:
    assert [kind for kind, row in COMMANDS.items() if row["signs"]] == ["approve_scheme"]


def test_commands_bodies_handlers_and_events_are_the_same_everywhere() -> None:
    bodies = {name for name in document("commands-scheme.json")["$defs"] if not name.startswith("_")}
    assert bodies == set(COMMANDS) == {"draft_scheme", *HANDLERS}
    shapes = {name for name in document("events-scheme.json")["$defs"] if not name.startswith("_")}
    assert shapes == TYPES
    assert set(read("lifecycle", "events.yaml")) >= TYPES


def _life() -> Desk:
    """Everything that can happen to a scheme, in one life."""
    desk = Desk().submitted()
    desk.must("zhao", "annotate", {"section": "steps", "version": 1, "text": "试吊多久"})
    desk.refused("li", "approve_scheme", {"version": 1})
    desk.must("zhao", "return_scheme", {"version": 1, "reason": "改"})
    desk.must("li", "answer_annotation", {"annotation": "a1", "text": "十分钟"})
    desk.write("steps", "站位支腿，试吊离地二十厘米停十分钟，起吊落地，收车。")
    desk.must("li", "submit_scheme")
    desk.must("zhao", "close_annotation", {"annotation": "a1"})
    desk.must("he", "approve_scheme", {"version": 2})
    desk.must("li", "revise_scheme")
    desk.must("zheng", "withdraw_scheme", {"reason": "不做了"})
    return desk


def _with_ids(value: Any) -> Any:
    """The desk calls people by their names; the chain by their ids."""
    if isinstance(value, dict):
        return {k: _with_ids(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_ids(v) for v in value]
    return IDS.get(value, value) if isinstance(value, str) else value


def _told() -> list[dict[str, Any]]:
    return [{"type": e.type, "data": _with_ids(json.loads(json.dumps(e.data)))} for e in _life().history]


def test_every_event_happens_in_a_life_and_has_its_shape() -> None:
    assert {event["type"] for event in _told()} == TYPES
    for event in _told():
        check(validator("events-scheme.json", event["type"]), event["data"])


def test_names_and_free_words_are_never_in_the_chain_itself() -> None:
    for event in _life().history:
        assert not {"title", "text", "reason"} & set(event.data)
        assert event.type not in {"SectionWritten", "SchemeDrafted", "SchemeReturned"} or event.private


def test_what_was_once_released_folds_for_ever() -> None:
    golden = json.loads(RELEASED.read_text(encoding="utf-8"))
    scheme = None
    for event in golden["events"]:
        scheme = apply(scheme, event["type"], event["data"])
    folded = json.loads(json.dumps(to_plain(scheme)))
    assert {key: folded[key] for key in golden["folded"]} == golden["folded"]
    assert {event["type"] for event in golden["events"]} == TYPES
