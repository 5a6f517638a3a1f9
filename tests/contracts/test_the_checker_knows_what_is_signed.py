"""davy-verify holds every signature against the command from which its event comes, name by name."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from davy_core.keeping.doubting import Clock
from davy_core.keeping.periods import Own
from davy_core.keeping.retaining import Rules, RulesFacts, decide_rules
from davy_core.keeping.terms import Terms
from davy_core.outcome import Accepted
from davy_core.signatures.ways import PASSWORD
from davy_verify.commands import SIGNING

_RULES = {"confirm_removal", "switch_removal", "set_period"}
LAW = Path(__file__).parents[2] / "src/davy_law/contracts"
KEEPING = {event: row for event, row in SIGNING.items() if row[0] in _RULES}
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
    assert {kind for kind, _ in SIGNING.values()} == signs | {kind for kind, _ in KEEPING.values()}


def test_what_a_command_and_its_event_both_say_is_held() -> None:
    for event, (kind, names) in SIGNING.items():
        if event in KEEPING:
            continue
        which = "-scheme" if event.startswith("Scheme") else ""
        told = _properties(_read(f"schemas/events{which}.json"), event)
        asked = _properties(_read(f"schemas/commands{which}.json"), kind)
        assert told, event
        assert set(names) <= asked, event
        assert set(names.values()) <= told, event
        both = (asked & told) - NOT_COMPARED
        assert both <= {*names, "lasts_to"}, event


NOW = datetime(2027, 1, 1, tzinfo=UTC)
RECORD = {"days": 366, "clause": "c", "grade": "A"}
TERMS = Terms.load({"periods": {"record": RECORD}, "work": [], "his": [], "shorten_after_days": 30})
BODIES: dict[str, dict[str, Any]] = {
    "RemovalConfirmed": {"batch": "b", "records": ["permit/x"], "reason": "x"},
    "RemovalSwitched": {"on": True, "most": 5, "reason": "x"},
    "PeriodShortening": {"what": "record", "days": 400, "reason": "x"},
}


@pytest.mark.parametrize("event", sorted(BODIES))
def test_what_an_order_to_remove_says_is_held(event: str) -> None:
    """`on` stands for `most`, by the schema of the command: one is never there without the other."""
    kind, names = KEEPING[event]
    facts = RulesFacts(NOW, "zheng", True, PASSWORD, TERMS, Clock(NOW), {"permit/x": True})
    made = decide_rules(Rules({"record": Own(1000)}), kind, BODIES[event], facts)
    assert isinstance(made, Accepted)
    assert made.events[0].type == event
    both = (set(made.events[0].data) & set(BODIES[event])) - NOT_COMPARED - {"on"}
    assert both == set(names) == set(names.values())
