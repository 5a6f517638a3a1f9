"""Who is inside now, by area or site: for the desk, and for whoever leads an emergency. Reads only; inside
the tenant block of the company."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.gate.contract import book
from davy_core.gate.inside import GateSeen, StepSeen, blind, inside

__all__ = ["now_inside"]

LOOK_BACK = timedelta(days=7)
"""Whoever went in longer ago and never out is not found any more; he was doubtful since `inside_hours`."""
_GATES = """
SELECT id::text AS id, code, name, area_ids::text[] AS areas, way, enabled, failing_since, answered_at,
  made_at
FROM gate_controller WHERE company_id = %s AND site_id = %s ORDER BY code
"""
_STEPS = """
SELECT person_id::text AS person, gate_id::text AS gate, at, way, source FROM gate_passage
WHERE company_id = %(company)s AND gate_id = ANY(%(gates)s::uuid[]) AND at > %(since)s
  AND person_id IS NOT NULL
"""
_UNKNOWN = """
SELECT count(*) AS n, max(at) AS at FROM gate_passage
WHERE company_id = %(company)s AND gate_id = ANY(%(gates)s::uuid[]) AND at > %(since)s
  AND person_id IS NULL AND way = 'in'
"""
_NAMES = """
SELECT p.id::text AS id, p.name, coalesce(f.name, '') AS firm FROM people_person p
LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
WHERE p.company_id = %s AND p.id = ANY(%s::uuid[])
"""


def now_inside(company_id: UUID, site_id: UUID, area_id: UUID | None, now: datetime) -> dict[str, Any]:
    """The people whom gates saw go in and not out, who came first first, and what makes the list doubtful:
    `blind` gates that tell nothing since, `unknown` badges that went in. `gates` is how many lead there at
    all: where none does, an empty list says nothing."""
    known = rows.many(_GATES, (company_id, site_id))
    seen = {row["id"]: _seen(row) for row in known}
    area = str(area_id) if area_id else None
    leading = [g.id for g in seen.values() if g.leads_to(area)]
    asked = {"company": company_id, "gates": sorted(seen), "since": now - LOOK_BACK}
    steps = [StepSeen(**row) for row in rows.many(_STEPS, asked)] if seen else []
    found = inside(steps, seen, now, area=area, long_after=book().inside_for)
    names = {row["id"]: row for row in rows.many(_NAMES, (company_id, [one.person for one in found]))}
    codes = {row["id"]: row for row in known}
    unknown = rows.one(_UNKNOWN, {**asked, "gates": leading, "since": now - book().inside_for})
    return {
        "at": now,
        "gates": len(leading),
        "people": [
            {
                "person": one.person,
                "name": names.get(one.person, {}).get("name", ""),
                "firm": names.get(one.person, {}).get("firm", ""),
                "since": one.since,
                "gate": codes[one.gate]["name"],
                "seen_at": one.seen_at,
                "doubts": list(one.doubts),
            }
            for one in found
        ],
        "blind": [
            {"gate": codes[g.id]["name"], "code": codes[g.id]["code"], "since": g.blind_since}
            for g in blind(seen.values(), area)
        ],
        "unknown": int(unknown["n"]) if unknown else 0,
    }


def _seen(row: dict[str, Any]) -> GateSeen:
    """A gate that fails tells nothing since then; one by list, or out of service, since it was last heard
    of."""
    dark = row["failing_since"]
    if row["way"] == "list" or not row["enabled"]:
        dark = row["answered_at"] or row["made_at"]
    return GateSeen(row["id"], frozenset(row["areas"]), dark)
