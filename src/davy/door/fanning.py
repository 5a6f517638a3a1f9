"""One stop becomes a command on every stream it concerns, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from davy.door.envelope import Envelope, parse, seal
from davy.door.streams import Saving
from davy.ids import uuid7
from davy_core.instants import iso

__all__ = ["following"]


def following(saving: Saving, stream: str, kind: str, body: Mapping[str, Any]) -> Envelope:
    """The command that this change brings about on another stream (`kind/id`); it names its cause."""
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(saving.envelope.company),
        "stream": stream,
        "kind": kind,
        "base_version": None,
        "body": dict(body),
        "occurred_at": iso(saving.now),
        "app": "davy",
    }
    return replace(parse(seal(data)), cause_id=saving.envelope.id)
