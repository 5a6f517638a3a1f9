"""S20: no permit node is signed, confirmed or accepted for several permits at once, by any address.

A command enters as one envelope for one stream, or in a phone's batch of such envelopes, where each is judged
alone and what makes work live is only a request (S16). No other request names several permits.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
import yaml

from tools.openapi import text

SPEC: dict[str, Any] = json.loads(text())
LAW = resources.files("davy_law").joinpath("contracts")
COMMANDS: dict[str, Any] = json.loads(LAW.joinpath("schemas", "commands.json").read_text(encoding="utf-8"))
LIFECYCLE: dict[str, Any] = yaml.safe_load(LAW.joinpath("lifecycle", "commands.yaml").read_text("utf-8"))
# A coordinator's signature names the works that cross this one (S23): it is for one permit all the same.
SIGNED = sorted(kind for kind, row in LIFECYCLE.items() if row.get("signs") and kind != "sign_crossing")
DECIDED = ("permit", "stage", "command", "decision", "signature", "approval", "node")
TAKES_COMMANDS = {"/api/v1/commands", "/api/v1/sync"}


def _writes() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in SPEC["paths"].items():
        for method, operation in methods.items():
            if method != "get":
                yield path, operation


def _inside(shape: Any) -> Iterator[tuple[str, Any]]:
    """Every named property at any depth, references followed once."""
    if isinstance(shape, list):
        for item in shape:
            yield from _inside(item)
    if isinstance(shape, dict):
        if "$ref" in shape:
            name = shape["$ref"].rpartition("/")[2]
            yield from _inside(SPEC["components"]["schemas"][name])
        yield from shape.get("properties", {}).items()
        for value in shape.values():
            yield from _inside(value)


def _is_list(shape: Any) -> bool:
    found = [shape, *shape.get("anyOf", ()), *shape.get("oneOf", ())] if isinstance(shape, dict) else []
    return any(one.get("type") == "array" for one in found)


def test_the_queue_of_approvals_can_only_be_read() -> None:
    paths = {path: set(methods) for path, methods in SPEC["paths"].items() if "/approvals" in path}
    assert "/api/v1/approvals/queue" in paths
    assert all(methods == {"get"} for methods in paths.values()), paths


def test_no_other_request_names_several_permits_or_nodes() -> None:
    found = [
        (path, name)
        for path, operation in _writes()
        if path not in TAKES_COMMANDS
        for name, shape in _inside(operation.get("requestBody", {}))
        if _is_list(shape) and any(word in name for word in DECIDED)
    ]
    assert found == []


def test_one_envelope_is_for_one_stream_and_one_command() -> None:
    body = SPEC["paths"]["/api/v1/commands"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    fields = dict(_inside(body))
    assert not _is_list(fields["stream"])
    assert not _is_list(fields["kind"])


@pytest.mark.parametrize("kind", SIGNED)
def test_a_signature_is_for_one_node(kind: str) -> None:
    lists = {name for name, one in _inside_of(COMMANDS["$defs"][kind]) if _is_list(one)}
    assert not lists & {"stages", "permits", "nodes", "signatures"}


def _inside_of(shape: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(shape, dict):
        yield from shape.get("properties", {}).items()
        for value in shape.values():
            yield from _inside_of(value)


def test_signing_a_node_makes_it_live_and_so_is_only_a_request_in_a_batch() -> None:
    assert LIFECYCLE["sign_stage"]["live"] is True
