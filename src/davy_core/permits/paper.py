"""What a permit keeps about its paper: the numbered sheets that were printed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Sheet:
    """One printed sheet. `n` counts from 1 within the permit; `purpose` is form (the ticket as it stood) or
    fill (lines to be filled by hand). Only the newest of a purpose stands: it replaces the one before it."""

    n: int
    purpose: str
    at: datetime
    by: str
