"""commands.yaml and the hand-written golden table say the same, cell by cell: state × command × duty."""

from importlib import resources
from itertools import product
from typing import Any

import pytest
import yaml

from davy_core.permits.lifecycle import Lifecycle

DUTIES = (
    "applicant", "responsible", "worker", "guardian", "analyst", "confirmer", "briefer", "approver",
    "shift_leader", "acceptor", "issuer", "control", "incoming", "copied", "reviewer", "coordinator",
    "filer", "bystander", "public", "clock", "watch",
)  # fmt: skip


def _read(name: str) -> Any:
    text = resources.files("davy_law").joinpath("contracts", "lifecycle", name).read_text(encoding="utf-8")
    return yaml.safe_load(text)


COMMANDS, STATES, GOLDEN = _read("commands.yaml"), _read("states.yaml"), _read("golden.yaml")


def _differences(commands: dict[str, Any]) -> list[tuple[str, str, str]]:
    lifecycle = Lifecycle.load(commands, STATES)
    found = []
    for state, command, duty in product(("none", *STATES), commands, DUTIES):
        clearance = "open" if state in {"voided", "withdrawn"} else "none"
        allowed = lifecycle.rules[command].allows(state, duty, clearance)
        golden = duty in GOLDEN.get(state, {}).get(command, {})
        if allowed != golden:
            found.append((state, command, duty))
    return found


def test_every_cell_is_the_same() -> None:
    assert _differences(COMMANDS) == []


def test_every_allowed_cell_names_its_clause() -> None:
    reasons = [why for rows in GOLDEN.values() for cells in rows.values() for why in cells.values()]
    assert len(reasons) > 200
    assert all(isinstance(why, str) and why.startswith(("GB 30871", "AQ 3064.2", "S")) for why in reasons)


def test_the_table_knows_no_command_or_state_that_is_not_there() -> None:
    assert set(GOLDEN) == {"none", *STATES}
    assert {command for rows in GOLDEN.values() for command in rows} == set(COMMANDS)


@pytest.mark.parametrize(("command", "duty"), [(c, d) for c in COMMANDS for d in COMMANDS[c]["duties"]])
def test_taking_a_duty_away_is_seen(command: str, duty: str) -> None:
    changed = {
        **COMMANDS,
        command: {**COMMANDS[command], "duties": [d for d in COMMANDS[command]["duties"] if d != duty]},
    }
    assert any(cell[1:] == (command, duty) for cell in _differences(changed))


@pytest.mark.parametrize(("command", "state"), [(c, s) for c in COMMANDS for s in ("none", *STATES)])
def test_flipping_a_state_of_a_command_is_seen(command: str, state: str) -> None:
    sources = set(COMMANDS[command]["from"]) ^ {state}
    changed = {**COMMANDS, command: {**COMMANDS[command], "from": sorted(sources)}}
    seen = any(cell[0] == state and cell[1] == command for cell in _differences(changed))
    limited = COMMANDS[command].get("duty_from", {})
    assert seen or set(COMMANDS[command]["duties"]) <= set(limited)


def test_nothing_is_allowed_after_the_clearance() -> None:
    lifecycle = Lifecycle.load(COMMANDS, STATES)
    for state, duty in product(("voided", "withdrawn"), DUTIES):
        assert set(lifecycle.possible(state, frozenset({duty}), "confirmed")) <= {"tick", "review_urgent"}


def test_stopping_commands_need_neither_position_nor_signature_nor_connection() -> None:
    for name, row in COMMANDS.items():
        if row.get("stops"):
            assert not {"live", "position", "signs"} & set(row), name
