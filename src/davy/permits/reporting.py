"""The names and texts that a permit's row for the authority needs beside the permit."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy_core.permits.state import Permit

__all__ = ["around_of"]

CAUSES = {"cancel_requested": "cancelled_cause", "change_reported": "changed_cause"}
_AROUND = """
SELECT json_build_object(
  'company_name', c.name, 'company_code', c.code,
  'position', concat_ws(' ', a.name, w.name), 'longitude', w.lon, 'latitude', w.lat,
  'content', (SELECT content FROM permits_permit WHERE company_id = c.id AND id = %(permit)s),
  'people', coalesce((SELECT json_object_agg(p.id, json_build_object(
      'name', p.name, 'mobile', p.phone, 'unit', coalesce(f.name, c.name),
      'certificates', coalesce((SELECT json_agg(json_build_array(k.item, k.number) ORDER BY k.item)
         FROM people_certificate k WHERE k.company_id = c.id AND k.person_id = p.id
          AND k.kind IN ('special_operation', 'special_equipment')), '[]')))
    FROM people_person p LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
    WHERE p.company_id = c.id AND p.id = ANY(%(people)s::uuid[])), '{}'))::text AS found
FROM accounts_company c
LEFT JOIN sites_area a ON a.company_id = c.id AND a.id = %(area)s
LEFT JOIN sites_work_point w ON w.company_id = c.id AND w.id = %(point)s
WHERE c.id = %(company)s
"""


def around_of(company_id: UUID, permit: Permit) -> dict[str, Any]:
    """Company, place, content and people as one statement finds them."""
    crew = permit.crew
    people = [p for p in (crew.responsible, crew.guardian, *crew.workers) if p]
    found = rows.one(
        _AROUND,
        {
            "company": company_id,
            "permit": permit.id,
            "area": permit.place.area,
            "point": permit.place.point,
            "people": people,
        },
    )
    told: dict[str, Any] = json.loads(found["found"]) if found else {}
    return {**told, "content": told.get("content") or "", **_causes(company_id, permit)}


def _causes(company_id: UUID, permit: Permit) -> dict[str, str]:
    """Why it was cancelled and what changed, in the words of who told it, as far as they were not erased
    (table A.1, S13)."""
    asked = {"cancel_requested": permit.is_cancelled, "change_reported": permit.is_changed}
    if not any(asked.values()):
        return {}
    stops = [e for e in evidence.events(company_id, "permit", UUID(permit.id)) if e.type == "WorkPaused"]
    words = evidence.private(company_id, [e.id for e in stops])
    said = {e.data["kind"]: words[e.id, "reason"].decode() for e in stops if (e.id, "reason") in words}
    return {CAUSES[kind]: said[kind] for kind, wanted in asked.items() if wanted and kind in said}
