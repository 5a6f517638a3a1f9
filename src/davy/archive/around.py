"""What permits lean on: isolations, schemes, the instruments that served them with the seals of what these
told meanwhile, the phones, terminals and accounts that signed for them, and what tells of words and photos
that are not there any more: erasures, removals and who ordered those.

Their streams go into the bundle beside those of the permits, so that a stranger sees who locked what, which
plan was approved, when the key that signed was let in, and that who signed had agreed to sign electronically.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from davy.archive.readings import instruments
from davy.db import rows
from davy.readings import sealed

__all__ = ["leaned_on"]

_ISOLATIONS = """
SELECT DISTINCT isolation_id AS id FROM isolations_reliance
WHERE company_id = %s AND permit_id = ANY(%s) ORDER BY id
"""
_SCHEMES = """
SELECT DISTINCT (convert_from(body, 'UTF8')::jsonb #>> '{data,scheme,id}')::uuid AS id FROM evidence_event
WHERE company_id = %s AND kind = 'permit' AND stream_id = ANY(%s)
  AND position('"scheme":{'::bytea IN body) > 0
ORDER BY id
"""
# A device is named by what it sent through a queue, or by the proof that was kept of a signature.
_DEVICES = """
WITH given AS (
  SELECT DISTINCT command_id FROM evidence_event
  WHERE company_id = %(company)s AND stream_id = ANY(%(streams)s)
), signing AS (
  SELECT l.device_id AS id FROM given g JOIN sync_link l
    ON l.company_id = %(company)s AND l.command_id = g.command_id
  UNION
  SELECT coalesce(p.told ->> 'device', p.told ->> 'kiosk')::uuid FROM given g
  JOIN door_command d ON d.company_id = %(company)s AND d.id = g.command_id
  JOIN LATERAL (SELECT convert_from(s.body, 'UTF8')::jsonb AS told FROM signatures_evidence s
    WHERE s.company_id = %(company)s AND s.command = encode(d.sha256, 'hex')
      AND s.way IN ('device', 'kiosk')) p ON true
)
SELECT s.id FROM evidence_stream s JOIN signing USING (id)
WHERE s.company_id = %(company)s AND s.kind = 'device' ORDER BY s.id
"""
# Who acted, as far as he has a stream: the actor of an event is an account, or a word for the server itself.
_ACCOUNTS = """
SELECT s.id FROM evidence_stream s WHERE s.company_id = %(company)s AND s.kind = 'account' AND s.id::text IN (
  SELECT e.actor FROM evidence_event e WHERE e.company_id = %(company)s AND e.stream_id = ANY(%(streams)s))
ORDER BY s.id
"""


# An erasure that took words of these records goes with them, and accounts for what is not there.
_ERASURES = """
SELECT DISTINCT erasure_id AS id FROM keeping_erased_record
WHERE company_id = %s AND stream_id = ANY(%s) ORDER BY id
"""
# So does what tells that a record was removed when its period was over; it bears the record's own id.
_REMOVALS = """
SELECT stream_id AS id FROM keeping_removed WHERE company_id = %s AND stream_id = ANY(%s) ORDER BY id
"""

_DAYS = """
SELECT DISTINCT d::date AS day FROM instruments_binding b
CROSS JOIN LATERAL (SELECT (SELECT max(l.received_at) FROM readings_latest l
  WHERE l.company_id = b.company_id AND l.instrument_id = b.instrument_id) AS last) l
CROSS JOIN LATERAL generate_series(date_trunc('day', b.from_at AT TIME ZONE 'UTC'),
  coalesce(b.until_at, l.last, b.from_at) AT TIME ZONE 'UTC', interval '1 day') AS d
WHERE b.company_id = %(company)s AND b.permit_id = ANY(%(permits)s)
"""
_SEALED = """
SELECT id FROM evidence_stream WHERE company_id = %s AND kind = 'readings' AND id = ANY(%s) ORDER BY id
"""


def leaned_on(company_id: UUID, permits: Sequence[UUID]) -> list[tuple[str, UUID]]:
    """The streams beside those of these permits, each once. Inside a tenant block."""
    asked = [company_id, list(permits)]
    found = [("isolation", row["id"]) for row in rows.many(_ISOLATIONS, asked)]
    found += [("scheme", row["id"]) for row in rows.many(_SCHEMES, asked) if row["id"]]
    found += [("instrument", one) for one in instruments(company_id, permits)]
    streams = [*permits, *(stream_id for _, stream_id in found)]
    given = {"company": company_id, "streams": streams}
    found += [("device", row["id"]) for row in rows.many(_DEVICES, given)]
    found += [("account", row["id"]) for row in rows.many(_ACCOUNTS, given)]
    shown = [company_id, [*permits, *(stream_id for _, stream_id in found)]]
    found += [("erasure", row["id"]) for row in rows.many(_ERASURES, shown)]
    gone = [("removal", row["id"]) for row in rows.many(_REMOVALS, shown)]
    found += _seals(company_id, permits)
    # Who ordered it, with his signature, stands in the one stream of the company's rules.
    return [*found, *gone, *([("retention", company_id)] if gone else [])]


def _seals(company_id: UUID, permits: Sequence[UUID]) -> list[tuple[str, UUID]]:
    """The streams of the days on which instruments served these permits, as far as their readings were
    sealed."""
    days = {row["day"] for row in rows.many(_DAYS, {"company": company_id, "permits": list(permits)})}
    named = [sealed.stream_of(company_id, day) for day in sorted(days)]
    there = rows.many(_SEALED, (company_id, named))
    return [("readings", row["id"]) for row in there]
