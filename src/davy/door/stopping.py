"""Whether a command stops work: then nothing about its sender, his phone or his proof holds it back (S15)."""

from __future__ import annotations

from davy.door.envelope import Envelope
from davy.rulebook import law

__all__ = ["stops"]


def stops(envelope: Envelope) -> bool:
    """Whether the lifecycle marks the command as one that stops."""
    return envelope.stream_kind == "permit" and bool(law.commands().get(envelope.kind, {}).get("stops"))
