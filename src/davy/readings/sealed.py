"""Reads readings for their seals, hour by hour and instrument by instrument. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from davy.db import rows
from davy_core.sealing.leaves import Leaf

__all__ = ["leaves", "newest", "stream_of"]

_NEWEST = """
SELECT date_bin('1 hour', taken_at, 'epoch') AS hour, instrument_id::text AS instrument, max(log_seq) AS upto
FROM readings_reading WHERE company_id = %s AND taken_at >= %s AND taken_at < %s
GROUP BY 1, 2 ORDER BY 1, 2
"""
_LEAVES = """
SELECT instrument_id::text AS instrument, taken_at, boot, seq, received_at, clock,
  gateway_id::text AS gateway, binding_id::text AS binding, log_seq, channels::text AS channels,
  doubts::text AS doubts
FROM readings_reading WHERE company_id = %s AND instrument_id = %s AND taken_at >= %s AND taken_at < %s
  AND log_seq > %s AND log_seq <= %s
ORDER BY log_seq, taken_at, boot, seq
"""


def stream_of(company_id: UUID, when: date) -> UUID:
    """The id of the stream that tells of the seals of that day (UTC)."""
    return uuid5(company_id, f"readings {when.isoformat()}")


def newest(company_id: UUID, begin: datetime, end: datetime) -> dict[datetime, dict[str, int]]:
    """By hour and instrument, the greatest number of the broker's log among the readings taken then."""
    found: dict[datetime, dict[str, int]] = {}
    for row in rows.many(_NEWEST, (company_id, begin, end)):
        found.setdefault(row["hour"], {})[row["instrument"]] = row["upto"]
    return found


def leaves(company_id: UUID, instrument: str, starts: datetime, after: int, upto: int) -> Iterator[Leaf]:
    """The readings of an instrument taken in that hour, whose number is beyond `after` and no more than
    `upto`, by number."""
    asked = (company_id, instrument, starts, starts + timedelta(hours=1), after, upto)
    for row in rows.many(_LEAVES, asked):
        told = {
            "channels": json.loads(row["channels"]),
            "doubts": None if row["doubts"] is None else json.loads(row["doubts"]),
        }
        yield Leaf(**{**row, **told})
