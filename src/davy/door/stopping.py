"""Whether a command stops work: then nothing about its sender, his phone or his proof holds it back (S15)."""

from __future__ import annotations

from davy.door.envelope import Envelope
from davy.rulebook import law

__all__ = ["stops"]

ELSEWHERE = frozenset({("area", "freeze_area"), ("isolation", "doubt_point")})
"""What stops on other streams than a permit's."""


def stops(envelope: Envelope) -> bool:
    """Whether the lifecycle marks it as one that stops; or it stops an area, or doubts an isolation."""
    if (envelope.stream_kind, envelope.kind) in ELSEWHERE:
        return True
    return envelope.stream_kind == "permit" and bool(law.commands().get(envelope.kind, {}).get("stops"))
