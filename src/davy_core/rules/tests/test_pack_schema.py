"""The schema and the loader agree on the shape of a pack: what one refuses, the other refuses."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from davy_core.rules.pack import PackError, load
from davy_core.rules.requirement import STATES, STOPPING, Requirement
from davy_core.rules.tests.sample import BEFORE_START, RECORD, SAMPLE, pack_of, with_changes

SCHEMA = json.loads((files("davy_law") / "contracts/schemas/pack.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one_and_accepts_the_sample() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(SAMPLE)


@pytest.mark.parametrize(
    "pack",
    [
        with_changes(SAMPLE, colour="red"),
        with_changes(SAMPLE, title={"zh": "一"}),
        with_changes(SAMPLE, requirements=[]),
        with_changes(SAMPLE, id="Two Words"),
        pack_of(with_changes(BEFORE_START, needs=...)),
        pack_of(with_changes(BEFORE_START, at=["sos"])),
        pack_of(with_changes(BEFORE_START, on_lapse="alarm")),
        pack_of(with_changes(BEFORE_START, at=..., on_lapse=...)),
        pack_of(with_changes(RECORD, on_lapse=...)),
        pack_of(with_changes(RECORD, cause=...)),
        pack_of(with_changes(RECORD, at=["start"], needs="x")),
        pack_of(with_changes(RECORD, silence=60)),
        pack_of(with_changes(RECORD, params={"every": {"value": "7200s", "tighten": "up"}})),
        pack_of(with_changes(RECORD, **{"while": ["asleep"]})),
    ],
)
def test_what_the_schema_refuses_the_loader_refuses(pack: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(pack)
    with pytest.raises(PackError):
        load(pack)


def test_the_schema_names_every_key_of_a_requirement() -> None:
    keys = set(SCHEMA["$defs"]["requirement"]["properties"])
    told_otherwise = {"states": "while", "any_suffices": "any"}
    fields = {told_otherwise.get(name, name) for name in Requirement.__dataclass_fields__}
    assert keys == fields - {"pack"}


def test_the_schema_knows_the_same_states_and_stopping_commands() -> None:
    properties = SCHEMA["$defs"]["requirement"]["properties"]
    assert set(properties["while"]["items"]["enum"]) == STATES
    assert set(properties["at"]["items"]["not"]["enum"]) == STOPPING
