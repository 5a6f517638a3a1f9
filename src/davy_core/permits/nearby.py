"""What a decision knows of the permits around: their work in space and time, people and coordinators."""

from __future__ import annotations

from dataclasses import dataclass

from davy_core.conflicts.job import Job
from davy_core.permits.parts import Crossing


@dataclass(frozen=True)
class Nearby:
    """Another permit of the site that may be in the way: its work in space and time, who is on it, and what
    coordinators signed on it. A submitted one is only planned and stops nobody (S23)."""

    job: Job
    number: str | None
    state: str
    clearance: str
    people: frozenset[str] = frozenset()
    crossings: tuple[Crossing, ...] = ()
