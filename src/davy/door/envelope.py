"""The envelope of a command: the exact bytes that were sent, checked against its contract, then read.

Malformed input is the sender's mistake and is told with its place (422); it never reaches a decision.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

__all__ = ["Envelope", "MalformedError", "parse", "seal"]

LARGEST = 512 * 1024


class MalformedError(ValueError):
    """Bytes that are no envelope. `places` says where and how: [{at, wrong}]; never the value sent."""

    def __init__(self, places: list[dict[str, str]], code: str = "body_malformed") -> None:
        """Keep the places and the refusal code."""
        super().__init__(f"{code}: {places}")
        self.places = places
        self.code = code


@dataclass(frozen=True)
class Envelope:
    """A parsed command. `sha256` is over the bytes as received."""

    id: UUID
    company: UUID
    stream_kind: str
    stream_id: UUID
    kind: str
    body: Mapping[str, Any]
    occurred_at: datetime
    base_version: int | None
    app: str
    sha256: bytes
    clock: str | None = None
    device: str | None = None
    position: Mapping[str, float] | None = None
    reauth: str | None = field(default=None, repr=False)
    cause_id: UUID | None = None


def parse(raw: bytes) -> Envelope:
    """Read an envelope. Raises MalformedError: not JSON, too large, NaN, doubled key, unknown field, wrong
    shape."""
    if len(raw) > LARGEST:
        raise MalformedError([{"at": "", "wrong": "too_large"}])
    try:
        data = json.loads(raw, parse_constant=_no_constant, object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError) as error:
        raise MalformedError([{"at": "", "wrong": "not_json"}]) from error
    _check(_envelope_validator(), data)
    bodies = _bodies(data["stream"].partition("/")[0])
    if data["kind"] not in bodies:
        raise MalformedError([{"at": "kind", "wrong": "unknown"}], "unknown_command")
    _check(bodies[data["kind"]], data["body"], "body")
    return _envelope(data, hashlib.sha256(raw).digest())


def seal(data: Mapping[str, Any]) -> bytes:
    """The bytes of an envelope composed by the server itself (clock, fan-out, demo)."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _envelope(data: Mapping[str, Any], digest: bytes) -> Envelope:
    stream_kind, _, stream_id = data["stream"].partition("/")
    return Envelope(
        id=UUID(data["id"]),
        company=UUID(data["company"]),
        stream_kind=stream_kind,
        stream_id=UUID(stream_id),
        kind=data["kind"],
        body=data["body"],
        occurred_at=_instant(data["occurred_at"]),
        base_version=data["base_version"],
        app=data["app"],
        sha256=digest,
        clock=data.get("clock"),
        device=data.get("device"),
        position=data.get("position"),
        reauth=data.get("reauth"),
    )


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise MalformedError([{"at": "occurred_at", "wrong": "not_an_instant"}]) from error


def _check(validator: Draft202012Validator, data: object, at: str = "") -> None:
    errors = list(validator.iter_errors(data))[:20]
    if errors:
        raise MalformedError([_place(e, at) for e in errors])


def _place(error: Any, at: str) -> dict[str, str]:
    path = ".".join([at, *map(str, error.absolute_path)] if at else map(str, error.absolute_path))
    return {"at": path, "wrong": str(error.validator)}


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _schema(name: str) -> dict[str, Any]:
    text = resources.files("davy_law").joinpath("contracts", "schemas", name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def _envelope_validator() -> Draft202012Validator:
    return Draft202012Validator(_schema("envelope.json"))


@cache
def _bodies(stream_kind: str) -> Mapping[str, Draft202012Validator]:
    name = "commands.json" if stream_kind == "permit" else f"commands-{stream_kind}.json"
    document = _schema(name)
    registry: Registry[Any] = Registry().with_resource(document["$id"], Resource.from_contents(document))
    return {
        kind: Draft202012Validator({"$ref": f"{document['$id']}#/$defs/{kind}"}, registry=registry)
        for kind in document["$defs"]
        if not kind.startswith("_")
    }
