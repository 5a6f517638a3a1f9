"""Reads what points follow from: the log of finished permits, and what people entered. In a tenant block."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.findings.history import History, Step
from davy_core.points.due import Mark
from davy_core.points.story import READ, Story, story

__all__ = ["Standing", "marks", "standing", "stories", "void"]

_HISTORIES = """
SELECT p.id::text AS permit, p.type AS work, p.point_id::text AS point, json_agg(json_build_object(
  'event', e.id, 'type', e.type, 'at', e.occurred_at, 'recorded_at', e.recorded_at,
  'data', convert_from(e.body, 'UTF8')::json -> 'data') ORDER BY e.seq)::text AS steps
FROM permits_permit p JOIN evidence_event e ON e.company_id = p.company_id AND e.kind = 'permit'
  AND e.stream_id = p.id AND e.type = ANY(%(types)s)
WHERE p.company_id = %(company)s AND p.changed_at >= %(since)s
  AND (p.state = 'closed' OR p.clearance = 'confirmed')
GROUP BY p.id, p.type, p.point_id ORDER BY p.id
"""
_MARKS = """
SELECT 'violation_' || kind AS fault, id::text AS id, person_id::text AS person, recorded_at AS at
FROM people_violation WHERE company_id = %(company)s AND recorded_at >= %(since)s AND lifted_on IS NULL
UNION ALL
SELECT 'finding_confirmed', f.id::text, f.person_id::text, f.found_at FROM insight_finding f
WHERE f.company_id = %(company)s AND f.found_at >= %(since)s AND f.person_id IS NOT NULL
  AND (SELECT r.outcome FROM insight_review r WHERE r.company_id = f.company_id AND r.finding_id = f.id
    ORDER BY r.at DESC, r.id DESC LIMIT 1) = 'confirmed'
"""
_STANDING = """
SELECT rule, about::text AS about, person_id::text AS person, kind, sum(points)::int AS points,
  count(*)::int AS number, min(at) AS at, (array_agg(version ORDER BY number))[1] AS version
FROM points_entry WHERE company_id = %(company)s AND at >= %(since)s
GROUP BY rule, about, person_id, kind
"""
_VOID = """
SELECT DISTINCT permit::text AS permit, person::text AS person
FROM points_suspect s, unnest(s.permits) AS permit, unnest(s.people) AS person
WHERE s.company_id = %(company)s AND (SELECT v.outcome FROM points_verdict v
  WHERE v.company_id = s.company_id AND v.suspect_id = s.id ORDER BY v.at DESC, v.id DESC LIMIT 1) = 'void'
"""


@dataclass(frozen=True)
class Standing:
    """What the entries of one key come to, how many they are, and the version of the first."""

    kind: str
    points: int
    number: int
    at: datetime
    version: str


def stories(company_id: UUID, since: datetime) -> list[Story]:
    """Every permit that was accepted or seen clear since then."""
    asked = {"company": company_id, "since": since, "types": list(READ)}
    found = (_story(row) for row in rows.many(_HISTORIES, asked))
    return [one for one in found if one is not None and one.closed_at >= since]


def marks(company_id: UUID, since: datetime) -> list[Mark]:
    """Violations that stand, and findings whose newest review bore them out."""
    found = rows.many(_MARKS, {"company": company_id, "since": since})
    return [Mark(row["fault"], row["id"], row["person"], row["at"]) for row in found]


def standing(company_id: UUID, since: datetime) -> dict[tuple[str, str, str], Standing]:
    """Rule, thing and person → what was written since then."""
    return {
        (row["rule"], row["about"], row["person"]): Standing(
            row["kind"], row["points"], row["number"], row["at"], row["version"]
        )
        for row in rows.many(_STANDING, {"company": company_id, "since": since})
    }


def void(company_id: UUID) -> frozenset[tuple[str, str]]:
    """Permit and person whose points a person took away after an anomaly."""
    return frozenset((row["permit"], row["person"]) for row in rows.many(_VOID, {"company": company_id}))


def _story(row: Mapping[str, Any]) -> Story | None:
    steps = [
        Step(
            event=one["event"],
            type=one["type"],
            at=datetime.fromisoformat(one["at"]),
            recorded_at=datetime.fromisoformat(one["recorded_at"]),
            by=str(one["data"].get("by", "")),
            data=one["data"],
        )
        for one in json.loads(row["steps"])
    ]
    return story(History(row["permit"], row["work"], row["point"], steps))
