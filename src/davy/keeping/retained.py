"""What falls due, and what of one record would go. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.keeping import records
from davy.keeping.terms import terms, terms_of
from davy_core.keeping.retaining import Record
from davy_core.keeping.terms import Stays, Trace, stays

__all__ = ["LOOKED_AT", "Due", "due", "listed", "record"]

LOOKED_AT = 2000
"""Records past their period that are judged for the list, the oldest first; all are counted."""

_LISTED = """
WITH over AS (
  SELECT 'permit' AS kind, id, number, type FROM permits_permit
  WHERE company_id = %(company)s AND changed_at <= %(before)s
    AND state IN ('closed', 'voided', 'withdrawn') AND clearance <> 'open'
  UNION ALL SELECT 'isolation', id, number, NULL FROM isolations_isolation
  WHERE company_id = %(company)s AND state IN ('restored', 'cancelled')
  UNION ALL SELECT 'scheme', id, number, NULL FROM schemes_scheme
  WHERE company_id = %(company)s AND state IN ('approved', 'withdrawn')
  UNION ALL SELECT 'outage', id, number, NULL FROM outages_outage
  WHERE company_id = %(company)s AND state = 'ended'
  UNION ALL SELECT 'alarm', id, number, NULL FROM alarms_alarm
  WHERE company_id = %(company)s AND state = 'closed'
  UNION ALL SELECT 'emergency', id, number, NULL FROM emergency_emergency
  WHERE company_id = %(company)s AND state = 'ended'
), ended AS (
  SELECT o.kind, o.id, o.number, o.type, e.recorded_at AS last FROM over o
  JOIN evidence_stream s ON s.company_id = %(company)s AND s.kind = o.kind AND s.id = o.id
  JOIN evidence_event e
    ON e.company_id = s.company_id AND e.kind = s.kind AND e.stream_id = s.id AND e.seq = s.seq
  WHERE e.recorded_at <= %(before)s
    AND NOT EXISTS (SELECT 1 FROM keeping_removed r
      WHERE r.company_id = %(company)s AND r.kind = o.kind AND r.stream_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM keeping_task t WHERE t.company_id = %(company)s AND t.kind = o.kind
      AND t.stream_id = o.id AND t.state = 'waiting')
    AND (EXISTS (SELECT 1 FROM attachments_reference r
        WHERE r.company_id = %(company)s AND r.stream_kind = o.kind AND r.stream_id = o.id)
      OR EXISTS (SELECT 1 FROM evidence_event v
        JOIN evidence_private p ON p.company_id = v.company_id AND p.event_id = v.id
        WHERE v.company_id = %(company)s AND v.kind = o.kind AND v.stream_id = o.id))
), counted AS (
  SELECT coalesce(jsonb_object_agg(k.kind, k.n), '{}') AS counts
  FROM (SELECT kind, count(*) AS n FROM ended GROUP BY kind) AS k
), oldest AS (
  SELECT kind, id, number, type, last FROM ended WHERE %(kind)s = '' OR kind = %(kind)s
  ORDER BY last, id LIMIT %(most)s
)
SELECT c.counts, o.* FROM counted c LEFT JOIN oldest o ON true ORDER BY o.last, o.id
"""
_WORDS = """
SELECT e.id, e.type, p.label FROM evidence_event e
JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE e.company_id = %s AND e.kind = %s AND e.stream_id = %s ORDER BY e.seq, p.label
"""
_FILES = """
SELECT sha256 FROM attachments_reference WHERE company_id = %s AND stream_kind = %s AND stream_id = %s
ORDER BY sha256
"""
_COMMANDS = """
WITH given AS (
  SELECT id, encode(sha256, 'hex') AS sha256 FROM door_command
  WHERE company_id = %(company)s AND stream_kind = %(kind)s AND stream_id = %(id)s
)
SELECT g.sha256 FROM given g JOIN signatures_text t ON t.company_id = %(company)s AND t.sha256 = g.sha256
UNION SELECT encode(l.sha256, 'hex') FROM given g
JOIN sync_link l ON l.company_id = %(company)s AND l.command_id = g.id
JOIN sync_text t ON t.company_id = l.company_id AND t.device_id = l.device_id AND t.seq = l.seq
"""
_HELD = """
SELECT 1 AS there FROM evidence_stream WHERE company_id = %s AND kind = %s AND id = %s FOR UPDATE
"""


@dataclass(frozen=True)
class Due:
    """A record past its period, and why it stays all the same (None: it may go)."""

    row: Mapping[str, Any]
    trace: Trace
    why: Stays | None


def listed(company_id: UUID, now: datetime, kind: str) -> tuple[dict[str, int], list[Due]]:
    """How many records are past their period, by kind, whatever keeps some of them; and the oldest of the
    kind ('' = of all), each judged by holds and by the permits that lean on it."""
    days = terms_of(company_id, now).periods["record"].days
    asked = {"company": company_id, "before": now - timedelta(days=days), "kind": kind, "most": LOOKED_AT}
    found = rows.many(_LISTED, asked)
    told = sorted(json.loads(found[0]["counts"]).items(), key=lambda one: (-one[1], one[0]))
    return dict(told), _judged(company_id, now, [row for row in found if row["id"] is not None])


def due(company_id: UUID, now: datetime) -> list[Due]:
    """The oldest records past their period, of all kinds, each judged."""
    return listed(company_id, now, "")[1]


def _judged(company_id: UUID, now: datetime, found: Sequence[Mapping[str, Any]]) -> list[Due]:
    standing, law = records.holds(company_id), terms_of(company_id, now)
    traces = records.traces(company_id, [(row["kind"], row["id"]) for row in found], standing)
    return [
        Due(row, trace, stays(trace, standing, law, now))
        for row in found
        if (trace := traces.get((row["kind"], row["id"]))) is not None
    ]


def record(company_id: UUID, kind: str, stream_id: UUID) -> Record | None:
    """The record with all of it that is somebody's own, locked against whoever would go on with it; None
    where there is none."""
    if rows.one(_HELD, (company_id, kind, stream_id)) is None:
        return None
    key = (kind, stream_id)
    trace = records.traces(company_id, [key], records.holds(company_id)).get(key)
    if trace is None:
        return None
    words = [
        (str(row["id"]), row["label"])
        for row in rows.many(_WORDS, (company_id, *key))
        if not terms().of_the_work(row["type"], row["label"])
    ]
    files = [row["sha256"] for row in rows.many(_FILES, (company_id, *key))]
    asked = {"company": company_id, "kind": kind, "id": stream_id}
    return Record(trace, words, files, [row["sha256"] for row in rows.many(_COMMANDS, asked)])
