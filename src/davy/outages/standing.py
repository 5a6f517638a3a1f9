"""What every screen tells of outages that go on: one small statement, for hundreds of screens read it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.outages import queries
from davy.outages.contract import book
from davy.outages.facts import held_in, posts_held
from davy_core.instants import iso
from davy_core.outages.duties import on_outage
from davy_core.outages.facts import OutageFacts

__all__ = ["standing"]

_OPEN = """
SELECT o.id::text, o.number, o.site_id::text AS site, s.name AS site_name, o.doc->>'reason' AS reason,
  o.areas::text[] AS areas, o.starts_at, o.until, coalesce((
    SELECT json_agg(json_build_object('id', a.id, 'name', a.name) ORDER BY a.code) FROM sites_area a
    WHERE a.company_id = o.company_id AND a.id = ANY(o.areas)), '[]')::text AS named
FROM outages_outage o
LEFT JOIN sites_site s ON s.company_id = o.company_id AND s.id = o.site_id
WHERE o.company_id = %(company)s AND o.state = 'open'
  AND o.starts_at <= %(now)s + make_interval(hours => %(ahead)s)
ORDER BY o.starts_at, o.id
"""
AHEAD = (
    24  # hours; nobody tells a screen that an outage begins, so it knows beforehand and looks at its clock
)


def standing(company_id: UUID, person_id: UUID | None, now: datetime) -> dict[str, Any]:
    """The outages that go on or begin within a day. Inside a tenant block."""
    found = rows.many(_OPEN, {"company": company_id, "now": now, "ahead": AHEAD})
    person = str(person_id) if person_id else None
    return {"open": [_shown(company_id, person, now, row) for row in found], "server_time": iso(now)}


def _shown(company: UUID, person: str | None, now: datetime, row: dict[str, Any]) -> dict[str, Any]:
    overdue = now > row["until"]
    return {
        "id": row["id"],
        "number": row["number"],
        "site": {"id": row["site"], "name": row["site_name"]},
        "areas": json.loads(row["named"]),
        "reason": row["reason"],
        "starts_at": iso(row["starts_at"]),
        "until": iso(row["until"]),
        "overdue": overdue,
        "yours": overdue and _declares(company, person, now, row),
    }


def _declares(company: UUID, person: str | None, now: datetime, row: dict[str, Any]) -> bool:
    """Whether the reader may extend or end it; looked up only when somebody must."""
    areas = queries.areas_of(company, row["site"], row["areas"])
    every, some = posts_held([held_in(company, area, person) for area in areas])
    facts = OutageFacts(now, now, book(), "person", person, posts=every, posts_any=some)
    return "declarer" in on_outage(facts)
