"""One stop becomes a command on every stream it concerns, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from davy.door.envelope import Envelope, compose
from davy.door.streams import Saving

__all__ = ["following"]


def following(saving: Saving, stream: str, kind: str, body: Mapping[str, Any]) -> Envelope:
    """The command that this change brings about on another stream (`kind/id`); it names its cause."""
    made = compose(saving.envelope.company, stream, kind, body, at=saving.now, app="davy")
    return replace(made, cause_id=saving.envelope.id)
