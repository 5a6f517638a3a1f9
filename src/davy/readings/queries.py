"""Reads readings: the last ones, the curve of a permit, gaps, and what was set aside. Inside a tenant
block."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["curve", "last_of", "latest", "serving", "set_aside", "unread"]

_LATEST = """
SELECT instrument_id, taken_at, received_at, clock, channels::text AS channels, readings, duplicates, missing
FROM readings_latest WHERE company_id = %s AND instrument_id = ANY(%s::uuid[])
"""
_LAST = """
SELECT boot, seq, taken_at, received_at, clock, channels::text AS channels, doubts::text AS doubts
FROM readings_reading
WHERE company_id = %s AND instrument_id = %s AND taken_at >= %s AND binding_id = %s
ORDER BY taken_at DESC, received_at DESC, seq DESC LIMIT 1
"""
_SERVING = """
SELECT b.instrument_id, r.boot, r.seq, r.taken_at, r.received_at, r.clock, r.channels::text AS channels,
  r.doubts::text AS doubts
FROM instruments_binding b
LEFT JOIN readings_reading r ON r.company_id = b.company_id AND r.instrument_id = b.instrument_id
  AND r.binding_id = b.id AND r.taken_at >= greatest(b.from_at, %(since)s) AND r.taken_at >= %(since)s
WHERE b.company_id = %(company)s AND b.permit_id = %(permit)s AND b.until_at IS NULL
ORDER BY b.instrument_id, r.taken_at, r.received_at, r.seq
"""
# One statement: the bindings of the permit, their readings by step and channel, the gaps between. Whole
# minutes that were rolled up come from there, the rest from the readings themselves; a step without any is
# a hole.
_CURVE = """
WITH served AS (
  SELECT b.id, b.instrument_id, b.point, b.from_at, coalesce(b.until_at, %(to)s) AS until_at
  FROM instruments_binding b
  WHERE b.company_id = %(company)s AND b.permit_id = %(permit)s
    AND b.from_at < %(to)s AND coalesce(b.until_at, %(to)s) > %(from)s
), fresh AS (
  SELECT s.instrument_id, s.point, c.key AS channel, date_trunc('minute', r.taken_at) AS minute,
    date_bin(%(step)s * interval '1 second', r.taken_at, 'epoch') AS at,
    min(c.value::numeric) AS least, max(c.value::numeric) AS greatest
  FROM served s
  JOIN readings_reading r ON r.company_id = %(company)s AND r.instrument_id = s.instrument_id
    AND r.taken_at >= greatest(s.from_at, %(from)s) AND r.taken_at < least(s.until_at, %(to)s)
  CROSS JOIN LATERAL jsonb_each_text(r.channels) AS c
  GROUP BY 1, 2, 3, 4, 5
), rolled AS (
  SELECT s.instrument_id, s.point, m.channel, m.minute,
    date_bin(%(step)s * interval '1 second', m.minute, 'epoch') AS at, m.least, m.greatest
  FROM served s
  JOIN readings_minute m ON m.company_id = %(company)s AND m.instrument_id = s.instrument_id
    AND m.minute >= greatest(s.from_at, %(from)s) AND m.minute < least(s.until_at, %(to)s)
  WHERE NOT EXISTS (SELECT 1 FROM fresh f WHERE f.instrument_id = m.instrument_id AND f.channel = m.channel
    AND f.minute = m.minute)
), every AS (
  SELECT instrument_id, point, channel, at, min(least) AS least, max(greatest) AS greatest
  FROM (SELECT * FROM fresh UNION ALL SELECT * FROM rolled) AS joined GROUP BY 1, 2, 3, 4
)
SELECT e.instrument_id, e.point, e.channel, i.name, i.serial, i.kind,
  array_agg(e.at ORDER BY e.at) AS at,
  array_agg(e.least::text ORDER BY e.at) AS least,
  array_agg(e.greatest::text ORDER BY e.at) AS greatest,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('from', g.after_at, 'to', g.before_at, 'missing', g.missing)
      ORDER BY g.after_at), '[]')::text
   FROM readings_gap g WHERE g.company_id = %(company)s AND g.instrument_id = e.instrument_id AND g.missing >
   0 AND g.before_at > %(from)s AND g.after_at < %(to)s) AS gaps
FROM every e
JOIN instruments_instrument i ON i.company_id = %(company)s AND i.id = e.instrument_id
GROUP BY e.instrument_id, e.point, e.channel, i.name, i.serial, i.kind
ORDER BY e.point, e.instrument_id, e.channel
"""


def latest(company_id: UUID, instruments: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """The last reading of each of these instruments; one that never told anything is left out."""
    found = rows.many(_LATEST, (company_id, list(instruments)))
    return {row.pop("instrument_id"): row for row in found}


def last_of(
    company_id: UUID, instrument_id: UUID, binding_id: UUID, since: datetime
) -> dict[str, Any] | None:
    """The newest reading of this instrument under this binding, taken since then; None: it told nothing."""
    return rows.one(_LAST, (company_id, instrument_id, since, binding_id))


def serving(company_id: UUID, permit_id: UUID, since: datetime) -> list[dict[str, Any]]:
    """What the instruments that serve this permit now told under these bindings since then, by instrument
    and time; one that told nothing has a row without a reading."""
    return rows.many(_SERVING, {"company": company_id, "permit": permit_id, "since": since})


def curve(
    company_id: UUID, permit_id: UUID, begin: datetime, end: datetime, step_s: int = 60
) -> list[dict[str, Any]]:
    """Least and greatest value in each `step_s` seconds of every channel of every instrument while it served
    this permit, by columns, with the gaps in its numbers. One statement."""
    asked = {"company": company_id, "permit": permit_id, "from": begin, "to": end, "step": step_s}
    return rows.many(_CURVE, asked)


def set_aside(company_id: UUID, limit: int = 200) -> list[dict[str, Any]]:
    """What could not be taken, the newest first."""
    return rows.many(
        "SELECT log_seq, partition, code, detail, topic, gateway_id, instrument_id, received_at, size, head"
        " FROM readings_set_aside WHERE company_id = %s ORDER BY received_at DESC, log_seq DESC LIMIT %s",
        (company_id, limit),
    )


def unread(company_id: UUID, since: datetime) -> list[dict[str, Any]]:
    """How many were set aside since then, by reason, the most first."""
    return rows.many(
        "SELECT code, count(*) AS count, max(received_at) AS last_at FROM readings_set_aside"
        " WHERE company_id = %s AND received_at >= %s GROUP BY code ORDER BY count DESC, code",
        (company_id, since),
    )
