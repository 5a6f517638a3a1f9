"""Reads the history that the detectors look at, and keeps what they find. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from math import cos, radians
from typing import Any
from uuid import UUID, uuid5

from davy.db import rows
from davy.ids import is_id, uuid7
from davy_core.findings.find import find
from davy_core.findings.history import Finding, History, Step

__all__ = ["NIGHTLY", "ON_CLOSE", "histories", "keep", "look", "places", "review"]

_NAMES = UUID("5c0f1d52-2d3e-5b0a-8a52-5f7a3d0b9e11")  # what a finding's id is derived under; never changes
_METRES = 111_320.0  # of one degree of latitude
NIGHTLY = timedelta(days=35)
ON_CLOSE = timedelta(days=2)
_HISTORIES = """
SELECT p.id::text AS permit, p.type AS work, p.point_id::text AS point, json_agg(json_build_object(
  'event', e.id, 'type', e.type, 'at', e.occurred_at, 'recorded_at', e.recorded_at, 'command', e.command_id,
  'data', convert_from(e.body, 'UTF8')::json -> 'data',
  'strokes', encode(sha256(s.bytes), 'hex')) ORDER BY e.seq)::text AS steps
FROM permits_permit p JOIN evidence_event e ON e.company_id = p.company_id AND e.kind = 'permit'
  AND e.stream_id = p.id
LEFT JOIN evidence_private s ON s.company_id = e.company_id AND s.event_id = e.id AND s.label = 'signature'
WHERE p.company_id = %(company)s AND p.changed_at >= %(since)s AND p.changed_at <= %(until)s
GROUP BY p.id, p.type, p.point_id ORDER BY p.id
"""
_KEEP = """
INSERT INTO insight_finding (company_id, id, kind, person_id, permits, events, figures, found_at)
SELECT %(company)s, %(id)s, %(kind)s, %(person)s, %(permits)s::uuid[], %(events)s::uuid[], %(figures)s::jsonb,
  %(at)s
WHERE NOT EXISTS (SELECT 1 FROM insight_finding f WHERE f.company_id = %(company)s AND f.kind = %(kind)s
  AND f.events @> %(events)s::uuid[])
ON CONFLICT DO NOTHING
"""
_REVIEW = """
INSERT INTO insight_review (company_id, id, finding_id, person_id, outcome, note, at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


def look(company_id: UUID, *, since: datetime, now: datetime) -> int:
    """Look at every permit that changed since then; how many findings are new."""
    found = find(histories(company_id, since, now), places(company_id))
    return keep(company_id, found, now)


def histories(company_id: UUID, since: datetime, until: datetime) -> list[History]:
    """The permits that changed in between, each with all its events."""
    found = rows.many(_HISTORIES, {"company": company_id, "since": since, "until": until})
    return [
        History(row["permit"], row["work"], row["point"], [_step(step) for step in json.loads(row["steps"])])
        for row in found
    ]


def places(company_id: UUID) -> dict[str, tuple[float, float]]:
    """Every surveyed work point in metres on one plane: true to a few metres within a plant."""
    found = rows.many(
        "SELECT id::text AS id, lat, lon FROM sites_work_point WHERE company_id = %s AND lat IS NOT NULL"
        " AND lon IS NOT NULL",
        (company_id,),
    )
    return {
        row["id"]: (row["lon"] * _METRES * cos(radians(row["lat"])), row["lat"] * _METRES) for row in found
    }


def keep(company_id: UUID, found: Iterable[Finding], at: datetime) -> int:
    """Store what is new; what a stored finding holds already is not told again."""
    return sum(rows.run(_KEEP, _values(company_id, finding, at)) for finding in found)


def review(
    company_id: UUID, finding_id: UUID, *, person: UUID, outcome: str, note: str, at: datetime
) -> UUID:
    """Add what this person says came of it; the review's id."""
    new = uuid7()
    rows.run(_REVIEW, (company_id, new, finding_id, person, outcome, note, at))
    return new


def _values(company_id: UUID, finding: Finding, at: datetime) -> dict[str, Any]:
    return {
        "company": company_id,
        "id": uuid5(_NAMES, f"{company_id}\n{finding.key}"),
        "kind": finding.kind,
        "person": finding.person if finding.person and is_id(finding.person) else None,
        "permits": list(finding.permits),
        "events": list(finding.events),
        "figures": json.dumps(dict(finding.figures)),
        "at": at,
    }


def _step(row: dict[str, Any]) -> Step:
    data = row["data"]
    return Step(
        event=row["event"],
        type=row["type"],
        at=datetime.fromisoformat(row["at"]),
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        by=str(data.get("by", "")),
        data=data,
        strokes=row["strokes"],
        command=row["command"],
    )
