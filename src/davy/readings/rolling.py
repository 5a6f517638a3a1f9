"""Old readings become least and greatest value a minute; what is older still goes."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from davy.db import rows

__all__ = ["forget", "roll"]

# The day is rolled up anew each night for a week, for what comes late.
_ROLL = """
INSERT INTO readings_minute (company_id, instrument_id, channel, minute, least, greatest, readings)
SELECT r.company_id, r.instrument_id, c.key, date_trunc('minute', r.taken_at), min(c.value::numeric),
  max(c.value::numeric), count(*)
FROM readings_reading r CROSS JOIN LATERAL jsonb_each_text(r.channels) AS c
WHERE r.company_id = %s AND r.taken_at >= %s AND r.taken_at < %s
GROUP BY 1, 2, 3, 4
ON CONFLICT (company_id, instrument_id, channel, minute) DO UPDATE SET least = excluded.least,
  greatest = excluded.greatest, readings = excluded.readings
"""


def roll(company_id: UUID, begin: datetime, end: datetime) -> int:
    """Roll up the readings taken from `begin` until `end`, whole minutes; how many rows. Inside a tenant
    block."""
    begin, end = (at.replace(second=0, microsecond=0) for at in (begin, end))
    return rows.run(_ROLL, (company_id, begin, end))


def forget(company_id: UUID, now: datetime, minutes: timedelta, aside: timedelta) -> None:
    """Drop minutes and messages set aside that are older than these. Inside a tenant block."""
    rows.run("DELETE FROM readings_minute WHERE company_id = %s AND minute < %s", (company_id, now - minutes))
    rows.run(
        "DELETE FROM readings_set_aside WHERE company_id = %s AND received_at < %s", (company_id, now - aside)
    )
