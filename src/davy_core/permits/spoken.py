"""What somebody said instead of writing it: the hash of a recording beside what he did. Never on what stops
work, which waits for no upload (S15)."""

from __future__ import annotations

from typing import Any

from davy_core.outcome import Reason
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts


def spoken(command: Command) -> dict[str, Any]:
    """The recording as the event tells it; empty when there is none."""
    voice = command.body.get("voice")
    return {} if voice is None else {"voice": voice}


def unheard(command: Command, facts: Facts) -> list[Reason]:
    """Why the recording cannot be named: it never arrived."""
    voice = command.body.get("voice")
    known = voice is None or voice in facts.attachments
    return [] if known else [Reason("voice_unknown", {"voice": voice})]
