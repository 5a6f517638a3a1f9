"""The plan that a permit names, and the booking or order behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Plan:
    """What the permit names: `kind` is booking or order."""

    kind: str
    id: str


@dataclass(frozen=True)
class Planned:
    """The booking or order as its register tells it. `point`, `equipment`, `templates`: what it is limited
    to, None where it is not. The stretch ends before `end`."""

    approved: bool
    site: str
    point: str | None
    equipment: str | None
    one_equipment: bool
    templates: tuple[str, ...] | None
    start: datetime
    end: datetime
