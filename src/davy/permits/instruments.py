"""The instrument that a command names, with the last reading of its present binding."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.instruments import queries
from davy.instruments.kinds import kinds
from davy.instruments.watching import doubting, gases
from davy.readings import queries as readings
from davy_core.instruments.last import InstrumentSeen, LastReading
from davy_core.instruments.state import Binding

__all__ = ["named"]

_BACK = timedelta(hours=1)
"""So far back a last reading is looked for; any that counts is seconds old."""


def named(company_id: UUID, body: Mapping[str, Any], now: datetime) -> InstrumentSeen | None:
    """The instrument of a tap; None: the command names none, or this company has no such."""
    wanted = body.get("instrument")
    found = queries.instrument(company_id, UUID(str(wanted))) if wanted else None
    if found is None:
        return None
    last = _last(company_id, UUID(found.id), found.binding, now) if found.binding else None
    return InstrumentSeen(found, kinds().get(found.kind), last, gases(), doubting())


def _last(company_id: UUID, instrument: UUID, binding: Binding, now: datetime) -> LastReading | None:
    since = max(binding.since.at, now - _BACK)
    row = readings.last_of(company_id, instrument, UUID(binding.id), since)
    if row is None:
        return None
    told = {name: row[name] for name in ("boot", "seq", "taken_at", "received_at", "clock")}
    return LastReading(**told, channels=json.loads(row["channels"]), doubts=json.loads(row["doubts"] or "{}"))
