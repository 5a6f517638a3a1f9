"""Every event has a name for people and a shape for programs, and what was once released folds for ever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from davy.door.strict import MalformedError, check, document, validator
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.permits.apply import STEPS, apply
from davy_core.permits.kept import tells
from davy_core.permits.state import Permit
from davy_core.permits.tests.book import read
from tests.contracts.lives import GOLDEN, LIVES, written

TYPES = frozenset({"PermitDrafted", *STEPS, *RECORDED_WHEN_REFUSED})
FILES = sorted(path.name for path in GOLDEN.glob("*.json"))


@cache
def _lives() -> dict[str, Any]:
    return {name: written(live()) for name, live in LIVES.items()}


def _events() -> Iterator[dict[str, Any]]:
    for life in _lives().values():
        yield from life["events"]


def test_every_event_that_folds_has_a_name_and_a_shape() -> None:
    assert set(read("contracts/lifecycle/events.yaml")) >= TYPES
    assert {name for name in document("events.json")["$defs"] if not name.startswith("_")} == TYPES


def test_every_event_happens_in_some_life() -> None:
    assert {event["type"] for event in _events()} == TYPES


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_what_happens_has_its_shape(kind: str) -> None:
    found = [event["data"] for event in _events() if event["type"] == kind]
    assert found
    for data in found:
        check(validator("events.json", kind), data)


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_a_field_nobody_agreed_on_is_seen(kind: str) -> None:
    data = next(event["data"] for event in _events() if event["type"] == kind)
    with pytest.raises(MalformedError, match="unknown_field"):
        check(validator("events.json", kind), {**data, "colour": "red"})
    with pytest.raises(MalformedError):
        check(validator("events.json", kind), {k: v for k, v in data.items() if k != "at"})


def test_there_are_golden_files_of_every_event() -> None:
    told = [json.loads((GOLDEN / name).read_text(encoding="utf-8")) for name in FILES]
    assert {event["type"] for life in told for event in life["events"]} == TYPES


@pytest.mark.parametrize("name", FILES)
def test_what_was_released_folds_to_what_it_folded_to(name: str) -> None:
    life = json.loads((GOLDEN / name).read_text(encoding="utf-8"))
    permit: Permit | None = None
    for event in life["events"]:
        check(validator("events.json", event["type"]), event["data"])
        permit = apply(permit, event["type"], event["data"])
    assert permit is not None
    # A later release may know more of a permit and of its parts, never less and never otherwise.
    assert tells(life["state"], permit)
