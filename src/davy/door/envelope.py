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
from typing import Any
from uuid import UUID

from jsonschema.protocols import Validator

from davy.door.strict import MalformedError, check, document, read, validator
from davy.ids import uuid7
from davy_core.instants import iso

__all__ = ["Envelope", "MalformedError", "compose", "parse", "seal"]


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
    seq: int | None = None
    prev: str | None = None
    position: Mapping[str, float] | None = None
    reauth: str | None = field(default=None, repr=False)
    cause_id: UUID | None = None


def parse(raw: bytes) -> Envelope:
    """Read an envelope. Raises MalformedError: see `strict`; too_new for an envelope of a later version."""
    data = read(raw)
    if isinstance(data, dict) and data.get("v") in range(2, 100):
        raise MalformedError([{"at": "v", "wrong": "const"}], "too_new")
    check(_envelope_validator(), data)
    bodies = _bodies(data["stream"].partition("/")[0])
    if data["kind"] not in bodies:
        raise MalformedError([{"at": "kind", "wrong": "unknown"}], "unknown_command")
    check(bodies[data["kind"]], data["body"], "body")
    return _envelope(data, hashlib.sha256(raw).digest())


def compose(
    company: UUID,
    stream: str,
    kind: str,
    body: Mapping[str, Any],
    *,
    at: datetime,
    app: str,
    command: UUID | None = None,
) -> Envelope:
    """A command that the server itself gives on a stream (`kind/id`), by way of its bytes like everybody's.
    `command`: its id, where that follows from what it is about. Raises MalformedError."""
    data = {
        "v": 1,
        "id": str(command or uuid7()),
        "company": str(company),
        "stream": stream,
        "kind": kind,
        "base_version": None,
        "body": dict(body),
        "occurred_at": iso(at),
        "app": app,
    }
    return parse(seal(data))


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
        occurred_at=datetime.fromisoformat(data["occurred_at"]),
        base_version=data["base_version"],
        app=data["app"],
        sha256=digest,
        clock=data.get("clock"),
        device=data.get("device"),
        seq=data.get("seq"),
        prev=data.get("prev"),
        position=data.get("position"),
        reauth=data.get("reauth"),
    )


@cache
def _envelope_validator() -> Validator:
    return validator("envelope.json")


@cache
def _bodies(stream_kind: str) -> Mapping[str, Validator]:
    name = "commands.json" if stream_kind == "permit" else f"commands-{stream_kind}.json"
    kinds = [kind for kind in document(name)["$defs"] if not kind.startswith("_")]
    return {kind: validator(name, kind) for kind in kinds}
