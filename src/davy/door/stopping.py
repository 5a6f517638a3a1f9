"""Whether a command stops work: then nothing about its sender, his phone or his proof holds it back (S15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from davy.door.envelope import Envelope
from davy.rulebook import law

__all__ = ["stops"]

LIFECYCLES: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "permit": law.commands,
    "isolation": law.isolation_commands,
    "area": lambda: {"freeze_area": {"stops": True}},  # an area has no lifecycle of its own
}


def stops(envelope: Envelope) -> bool:
    """Whether the lifecycle of its stream marks the command as one that stops."""
    commands = LIFECYCLES.get(envelope.stream_kind, dict)()
    return bool(commands.get(envelope.kind, {}).get("stops"))
