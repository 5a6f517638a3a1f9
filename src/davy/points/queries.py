"""Reads points: figures of a span, entries of a person, balances, anomalies. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["anomalies", "balance", "entries", "figures", "findings_open", "subjects"]

# What each key comes to, and whether it waits for somebody to judge an anomaly or a finding. What was taken
# never waits.
_NET = """
WITH net AS (
  SELECT rule, kind, about, person_id, sum(points)::int AS points, min(at) AS at,
    (array_agg(why ORDER BY number))[1] AS first, (array_agg(why ORDER BY number DESC))[1] AS last,
    count(*)::int AS words
  FROM points_entry
  WHERE company_id = %(company)s AND (%(person)s::uuid IS NULL OR person_id = %(person)s)
    AND (%(since)s::timestamptz IS NULL OR at >= %(since)s)
    AND (%(until)s::timestamptz IS NULL OR at < %(until)s)
  GROUP BY rule, kind, about, person_id
), told AS (
  SELECT n.*, n.points > 0 AND (
    EXISTS (SELECT 1 FROM points_suspect s WHERE s.company_id = %(company)s AND s.permits @> ARRAY[n.about]
      AND n.person_id = ANY(s.people) AND NOT EXISTS (SELECT 1 FROM points_verdict v
        WHERE v.company_id = s.company_id AND v.suspect_id = s.id))
    OR EXISTS (SELECT 1 FROM insight_finding f WHERE f.company_id = %(company)s AND f.person_id = n.person_id
      AND n.about = ANY(f.permits) AND NOT EXISTS (SELECT 1 FROM insight_review r
        WHERE r.company_id = f.company_id AND r.finding_id = f.id))) AS held
  FROM net n)
"""
_FIGURES = (
    _NET
    + """
SELECT t.person_id AS id, p.name, p.hr_code, p.team, p.firm_id, f.name AS firm,
  coalesce(sum(t.points) FILTER (WHERE NOT t.held), 0)::int AS points,
  coalesce(sum(t.points) FILTER (WHERE t.points > 0 AND NOT t.held), 0)::int AS given,
  coalesce(-sum(t.points) FILTER (WHERE t.points < 0), 0)::int AS taken,
  coalesce(sum(t.points) FILTER (WHERE t.held), 0)::int AS held,
  count(DISTINCT t.about) FILTER (WHERE t.rule LIKE 'complete.%%')::int AS works,
  (count(DISTINCT t.about) FILTER (WHERE t.rule LIKE 'complete.%%')
    - count(DISTINCT t.about) FILTER (WHERE t.rule LIKE 'complete.%%' AND t.first ? 'lacks'))::int
    AS complete,
  count(DISTINCT t.about) FILTER (WHERE t.kind <> 'permit' AND t.points < 0)::int AS faults
FROM told t
JOIN people_person p ON p.company_id = %(company)s AND p.id = t.person_id
LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
GROUP BY t.person_id, p.name, p.hr_code, p.team, p.firm_id, f.name ORDER BY p.name, t.person_id
"""
)
_ENTRIES = (
    _NET
    + """
SELECT t.rule, t.kind, t.about, t.points, t.at, t.held, t.first::text AS first, t.last::text AS last, t.words,
  p.id AS permit_id, p.number, p.type AS work, w.name AS point
FROM told t
LEFT JOIN permits_permit p ON p.company_id = %(company)s AND p.id = t.about
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
ORDER BY t.at DESC, t.about, t.rule LIMIT %(size)s
"""
)
_BALANCE = (
    _NET  # noqa: S608 - constants
    + """
SELECT coalesce(sum(t.points) FILTER (WHERE NOT t.held), 0)::int
  - (SELECT coalesce(sum(c.price), 0)::int FROM points_claim c WHERE c.company_id = %(company)s
    AND c.person_id = %(person)s AND c.state IN ('asked', 'approved', 'handed')) AS points,
  coalesce(sum(t.points) FILTER (WHERE t.held), 0)::int AS held
FROM told t
"""
)
_ANOMALIES = """
SELECT s.id, s.kind, s.found_at, s.figures::text AS figures,
  (SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name) FROM people_person p
    WHERE p.company_id = s.company_id AND p.id = ANY(s.people))::text AS people,
  (SELECT json_agg(json_build_object('id', p.id, 'number', p.number) ORDER BY p.number, p.id)
    FROM permits_permit p WHERE p.company_id = s.company_id AND p.id = ANY(s.permits))::text AS permits,
  (SELECT coalesce(sum(e.points), 0)::int FROM points_entry e WHERE e.company_id = s.company_id
    AND e.about = ANY(s.permits) AND e.person_id = ANY(s.people) AND e.rule LIKE 'complete.%%') AS points,
  v.outcome, v.reason, v.at AS judged_at, b.name AS judged_by
FROM points_suspect s
LEFT JOIN LATERAL (SELECT * FROM points_verdict v WHERE v.company_id = s.company_id AND v.suspect_id = s.id
  ORDER BY v.at DESC, v.id DESC LIMIT 1) v ON true
LEFT JOIN people_person b ON b.company_id = s.company_id AND b.id = v.person_id
WHERE s.company_id = %(company)s AND (%(id)s::uuid IS NULL OR s.id = %(id)s)
  AND (%(open)s::boolean IS NULL OR (v.outcome IS NULL) = %(open)s)
ORDER BY s.found_at DESC, s.id LIMIT 200
"""
_FINDINGS = """
SELECT count(*)::int AS n FROM insight_finding f WHERE f.company_id = %s AND f.person_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM insight_review r WHERE r.company_id = f.company_id AND r.finding_id = f.id)
  AND EXISTS (SELECT 1 FROM points_entry e WHERE e.company_id = f.company_id AND e.person_id = f.person_id
    AND e.about = ANY(f.permits) AND e.points > 0)
"""


def figures(company_id: UUID, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """Everybody with anything in that time: what he was given and lost, what waits, his works and faults."""
    return rows.many(_FIGURES, _asked(company_id, since=since, until=until))


def entries(
    company_id: UUID, person_id: UUID, since: datetime, until: datetime, *, size: int = 200
) -> list[dict[str, Any]]:
    """What each rule came to for him, newest first, with the permit it stands on."""
    return rows.many(_ENTRIES, _asked(company_id, person_id, since=since, until=until, size=size))


def balance(company_id: UUID, person_id: UUID) -> tuple[int, int]:
    """What he may spend (below zero: he owes it to what is earned next), and what waits for a judgement."""
    found = rows.one(_BALANCE, _asked(company_id, person_id)) or {"points": 0, "held": 0}
    return found["points"], found["held"]


def anomalies(company_id: UUID, *, judged: bool | None = None) -> list[dict[str, Any]]:
    """Anomalies, the newest on top; `judged` None = all."""
    return _anomalies(company_id, None, None if judged is None else not judged)


def subjects(company_id: UUID, suspect_id: UUID) -> dict[str, Any] | None:
    """One anomaly, or None."""
    found = _anomalies(company_id, suspect_id, None)
    return found[0] if found else None


def findings_open(company_id: UUID) -> int:
    """How many findings of stamping hold points until they are reviewed."""
    found = rows.one(_FINDINGS, (company_id,))
    return int(found["n"]) if found else 0


def _anomalies(company_id: UUID, suspect_id: UUID | None, is_open: bool | None) -> list[dict[str, Any]]:
    return rows.many(_ANOMALIES, {"company": company_id, "id": suspect_id, "open": is_open})


def _asked(
    company_id: UUID,
    person_id: UUID | None = None,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    size: int = 200,
) -> Mapping[str, Any]:
    return {"company": company_id, "person": person_id, "since": since, "until": until, "size": size}
