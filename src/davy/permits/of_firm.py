"""The permits on which people of a contractor stand, as the firm itself may read them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["numbers", "of_firm"]

_OF_FIRM = """
SELECT p.id, p.number, p.type, p.level, p.state, p.clearance, a.name AS area, w.name AS point,
  p.starts_at AS begins, p.ends_at AS ends, p.causes, p.changed_at,
  (SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name) FROM people_person o
    WHERE o.company_id = p.company_id AND o.firm_id = %(firm)s AND o.id = ANY(p.people))::text AS people
FROM permits_permit p
LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
WHERE p.company_id = %(company)s AND p.state <> 'draft' AND p.people && ARRAY(
  SELECT o.id FROM people_person o WHERE o.company_id = %(company)s AND o.firm_id = %(firm)s)
ORDER BY (p.state IN ('submitted', 'issued', 'active', 'paused', 'finished') OR p.clearance = 'open') DESC,
  p.changed_at DESC, p.id LIMIT %(most)s
"""


def of_firm(company_id: UUID, firm_id: UUID, most: int = 200) -> list[dict[str, Any]]:
    """Number, work, place, times, state, causes of a pause by kind, and whoever of the firm stands on it;
    nobody else, and nothing that was written on it. Those that are not over first, then the latest."""
    found = rows.many(_OF_FIRM, {"company": company_id, "firm": firm_id, "most": most})
    return [{**row, "people": json.loads(row["people"] or "[]")} for row in found]


def numbers(company_id: UUID, ids: Sequence[UUID]) -> dict[UUID, str | None]:
    """The numbers of these permits."""
    asked = "SELECT id, number FROM permits_permit WHERE company_id = %s AND id = ANY(%s)"
    return {row["id"]: row["number"] for row in rows.many(asked, (company_id, list(ids)))} if ids else {}
