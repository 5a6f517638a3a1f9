"""What a permit keeps about work without a connection: what was only asked for, and how such work reports
(S16, S17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Asked:
    """Somebody without a connection asked for a step that makes work live. It is no step: he must take it
    himself as soon as he can be heard. `at` is when his phone says it was."""

    what: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Untethered:
    """Work that goes on without signal, because it was asked and signed so: the number of the local
    detector, and the last check call that somebody recorded."""

    detector: str
    called_at: datetime | None = None
