"""What an instrument told of a permit while it was watched: one breach, or one time in which nothing is
known, from its opening to its close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True)
class Episode:
    """`rule` is the watch rule, `since` when the breach began, `at` when the permit was told of it last.
    `value` and `limit` are in `unit` as told last; `pause` the cause it asks for, None: it stops nothing;
    `person` whom it is about. `closed_at`: None while it is open."""

    id: str
    rule: str
    instrument: str
    since: datetime
    at: datetime
    channel: str | None = None
    value: Decimal | None = None
    limit: Decimal | None = None
    unit: str | None = None
    side: str | None = None
    reason: str | None = None
    pause: str | None = None
    person: str | None = None
    late: bool = False
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.closed_at is None
