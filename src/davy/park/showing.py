"""Partners, hits and the log as they are shown. Inside a tenant block."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.park.models import Partner
from davy_core.park.standing import is_fresh

__all__ = ["hits", "lines", "partner", "partners", "unmasked"]

_PARTNERS = """
SELECT w.id, w.name, w.url, w.state, w.purpose, w.shares, w.until, w.private_net, c.name AS consented_by,
  w.consented_at, w.ended_at, w.ended_by, w.ended_why, w.heard_at, w.took_at, w.tried_at, w.asked_at,
  w.trouble, (SELECT count(*) FROM park_entry e WHERE e.company_id = w.company_id AND e.partner_id = w.id)
    AS listed
FROM park_partner w
LEFT JOIN people_person c ON c.company_id = w.company_id AND c.id = w.consented_by_id
WHERE w.company_id = %s ORDER BY w.state = 'ended', w.consented_at DESC
"""
_HITS = """
SELECT h.id, h.person_id, p.name AS person, p.hr_code, w.name AS partner, h.state, h.kind, h.since,
  h.found_at, h.ended_at, h.resolved_at, r.name AS resolved_by, h.why
FROM park_hit h
JOIN people_person p ON p.company_id = h.company_id AND p.id = h.person_id
JOIN park_partner w ON w.company_id = h.company_id AND w.id = h.partner_id
LEFT JOIN people_person r ON r.company_id = h.company_id AND r.id = h.resolved_by_id
WHERE h.company_id = %s ORDER BY h.ended_at IS NOT NULL, h.resolved_at IS NOT NULL, h.found_at DESC LIMIT 200
"""
_LINES = """
SELECT l.id, l.at, w.name AS partner, l.what, left(l.masked, 8) AS masked, l.why, l.count,
  coalesce(p.name, a.username) AS by
FROM park_line l
JOIN park_partner w ON w.company_id = l.company_id AND w.id = l.partner_id
LEFT JOIN accounts_account a ON a.company_id = l.company_id AND a.id = l.account_id
LEFT JOIN people_person p ON p.company_id = a.company_id AND p.id = a.person_id
WHERE l.company_id = %s ORDER BY l.at DESC, l.id DESC LIMIT 200
"""
_UNMASKED = """
SELECT count(*) AS n FROM people_person p WHERE p.company_id = %s AND p.status = 'active'
  AND EXISTS (SELECT 1 FROM park_partner w WHERE w.company_id = p.company_id AND w.state = 'active'
    AND w.took_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM park_masked m
      WHERE m.company_id = w.company_id AND m.partner_id = w.id AND m.person_id = p.id))
"""


def partners(company_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """Those that stand first."""
    found = rows.many(_PARTNERS, (company_id,))
    return [{**row, "fresh": row["state"] == "active" and is_fresh(row["heard_at"], now)} for row in found]


def partner(one: Partner, now: datetime) -> dict[str, Any]:
    """A single one."""
    return next(row for row in partners(one.company_id, now) if row["id"] == one.id)


def hits(company_id: UUID) -> list[dict[str, Any]]:
    """Those that stand first, then those judged a mistake, then those that are over."""
    return rows.many(_HITS, (company_id,))


def lines(company_id: UUID) -> list[dict[str, Any]]:
    """The newest two hundred."""
    return rows.many(_LINES, (company_id,))


def unmasked(company_id: UUID) -> int:
    """How many active people cannot be compared with a partner."""
    row = rows.one(_UNMASKED, (company_id,))
    return int(row["n"]) if row else 0
