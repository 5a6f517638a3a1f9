"""What is true of one instrument: the state that its events fold to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from davy_core.streams import Mark


@dataclass(frozen=True)
class Binding:
    """Whom it serves: a permit at a point of its sampling plan, or a person."""

    id: str
    since: Mark
    permit: str | None = None
    point: str | None = None
    person: str | None = None


@dataclass(frozen=True)
class Instrument:
    """One instrument. `calibrated_until`: to when its last calibration counts; `bumped_at`, `bump_passed`:
    its last bump test. None of them: nobody ever said so, and then it proves nothing (S4)."""

    id: str
    kind: str
    serial: str
    site: str
    enrolled: Mark
    gateway: str | None = None
    ex: str | None = None
    firmware: str | None = None
    calibrated_at: datetime | None = None
    calibrated_until: datetime | None = None
    bumped_at: datetime | None = None
    bump_passed: bool | None = None
    binding: Binding | None = None
    retired: Mark | None = None
