"""What the streams beside the permit have in common: who did something when, and where their work is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Mark:
    """When something was done, and by whom (a person id)."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Where:
    """Site, area and perhaps the work point, by id; without a point it is for the whole area."""

    site: str
    area: str
    point: str | None = None
