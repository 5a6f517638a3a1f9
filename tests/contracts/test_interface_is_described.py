"""The interface's description is whole, is OpenAPI 3.1, and lies in web/openapi.json as the code tells it."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ninja import Schema

from tools.openapi import WRITTEN, text

SPEC: dict[str, Any] = json.loads(text())
OPERATIONS = [
    (f"{method} {path}", operation)
    for path, methods in SPEC["paths"].items()
    for method, operation in methods.items()
]


def _inside(shape: Any) -> Iterator[dict[str, Any]]:
    if isinstance(shape, dict):
        yield shape
        shape = list(shape.values())
    if isinstance(shape, list):
        for item in shape:
            yield from _inside(item)


def test_the_kept_description_is_that_of_the_code() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == text(), "python -m tools.openapi && npm run interface"


def test_it_is_openapi_3_1_and_every_reference_leads_somewhere() -> None:
    assert SPEC["openapi"] == "3.1.0"
    shapes = SPEC["components"]["schemas"]
    for found in _inside(SPEC):
        if isinstance(found.get("$ref"), str):
            assert found["$ref"].removeprefix("#/components/schemas/") in shapes
    for shape in shapes.values():
        Draft202012Validator.check_schema(shape)


def test_no_two_shapes_share_a_name() -> None:
    """The description knows shapes by their bare name: one of two would silently stand for both."""
    found: list[type[Schema]] = list(Schema.__subclasses__())
    for shape in found:
        found.extend(shape.__subclasses__())
    names = Counter(
        s.__name__ for s in set(found) if s.__module__.startswith("davy.") and ".tests." not in s.__module__
    )
    assert not [name for name, times in names.items() if times > 1]


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_every_endpoint_tells_how_it_says_no(name: str, operation: dict[str, Any]) -> None:
    problems = {s: a for s, a in operation["responses"].items() if s >= "400"}
    assert {"401", "403"} <= set(problems) or operation["security"] == []
    for answer in problems.values():
        assert set(answer["content"]) == {"application/problem+json"}


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_no_answer_about_permits_is_left_open(name: str, operation: dict[str, Any]) -> None:
    if "permits" not in operation.get("tags", ()):
        return
    for status, answer in operation["responses"].items():
        for content in answer.get("content", {}).values():
            shape = content["schema"]
            assert shape.get("type") != "object" or "properties" in shape, status


def test_every_command_of_the_contract_can_be_sent() -> None:
    body = SPEC["paths"]["/api/v1/commands"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/Command"}
    choices = SPEC["components"]["schemas"]["Command"]["oneOf"]
    kinds = {choice["allOf"][1]["properties"]["kind"]["const"] for choice in choices}
    bodies = {name.partition(".")[2] for name in SPEC["components"]["schemas"] if "." in name}
    assert kinds == {kind for kind in bodies if not kind.startswith("_")}
    assert {"draft", "start", "freeze_area", "close_alarm"} <= kinds


def test_a_command_as_the_phone_sends_it_fits_its_description() -> None:
    shapes = json.loads(
        json.dumps(SPEC["components"]["schemas"]).replace("#/components/schemas/", "#/$defs/")
    )
    validator = Draft202012Validator({"$ref": "#/$defs/Command", "$defs": shapes})
    some = "01a1ffdc-2238-73b9-a26a-94f55c7ecb55"
    sent = {
        "v": 1, "id": some, "company": some, "stream": f"permit/{some}", "kind": "pause",
        "base_version": None, "body": {"cause": "break"}, "occurred_at": "2026-11-23T00:30:00.000Z",
        "app": "m/0.1.0",
    }  # fmt: skip
    assert validator.is_valid(sent)
    assert not validator.is_valid({**sent, "body": {"cause": "tired"}})
    assert not validator.is_valid({**sent, "kind": "start"})
