"""davy-verify holds every signature against the command from which its event comes, name by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from davy_verify.commands import SIGNING

LAW = Path(__file__).parents[2] / "src/davy_law/contracts"
NOT_COMPARED = {"at", "by", "signed", "simulated"}


def _read(name: str) -> Any:
    text = (LAW / name).read_text(encoding="utf-8")
    return yaml.safe_load(text) if name.endswith(".yaml") else json.loads(text)


def _properties(schema: Any, name: str) -> set[str]:
    """What is told under this name, wherever it stands in the schema."""
    if isinstance(schema, dict):
        found = schema.get(name)
        if isinstance(found, dict) and "properties" in found:
            return set(found["properties"])
        return set().union(*(_properties(inner, name) for inner in schema.values()))
    return set()


def test_every_command_that_signs_is_known() -> None:
    permits, schemes = _read("lifecycle/commands.yaml"), _read("lifecycle/schemes.yaml")["commands"]
    signs = {
        name for name, row in {**permits, **schemes}.items() if isinstance(row, dict) and row.get("signs")
    }
    assert {kind for kind, _ in SIGNING.values()} == signs


def test_what_a_command_and_its_event_both_say_is_held() -> None:
    for event, (kind, names) in SIGNING.items():
        which = "-scheme" if event.startswith("Scheme") else ""
        told = _properties(_read(f"schemas/events{which}.json"), event)
        asked = _properties(_read(f"schemas/commands{which}.json"), kind)
        assert told, event
        assert set(names) <= asked, event
        assert set(names.values()) <= told, event
        both = (asked & told) - NOT_COMPARED
        assert both <= {*names, "lasts_to"}, event
