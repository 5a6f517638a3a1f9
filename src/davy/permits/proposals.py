"""Fill a new request from place, template and history, so that three inputs are enough."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.planning import queries as planning
from davy.rulebook import books, law
from davy.sites import queries as sites
from davy_core.approvals.route import seconds
from davy_core.instants import iso

__all__ = ["propose"]

_LAST = """
SELECT number, content, doc->'work' AS work, doc->'crew' AS crew FROM permits_permit
WHERE company_id = %(company)s AND coalesce(doc->>'scenario', type) = %(template)s AND state <> 'draft'
ORDER BY (point_id = %(point)s) DESC, (applicant_id = %(person)s) DESC, changed_at DESC LIMIT 1
"""


def propose(
    company_id: UUID, name: str, point_id: UUID, person_id: UUID | None, now: datetime
) -> dict[str, Any] | None:
    """Place, window, work and crew to begin with; None for an unknown template or point.

    Only content is taken from history: analysis, gas, measures, briefing and signatures never are (S12)."""
    place = sites.place(company_id, point_id=point_id)
    if place is None or name not in law.templates():
        return None
    asked = {"company": company_id, "template": name, "point": point_id, "person": person_id}
    last = rows.one(_LAST, asked)
    template = books.current(company_id, name).template
    fields = template["fields"]
    work = {f["id"]: f["default"] for f in fields if "default" in f}
    crew: dict[str, Any] = {}
    if last is not None:
        known = {f["id"] for f in fields}
        work |= {k: v for k, v in _json(last["work"]).items() if k in known}
        crew = {k: v for k, v in _json(last["crew"]).items() if k != "applicant"}
    begins = now + timedelta(minutes=5)
    return {
        "place": {
            "site": str(place.site_id),
            "area": str(place.area_id),
            "point": str(point_id),
            **({"equipment": str(place.equipment_id)} if place.equipment_id else {}),
        },
        "place_name": {"area": place.area_name, "point": place.name},
        "window": {"from": iso(begins), "to": iso(begins + timedelta(seconds=seconds(template["usual"])))},
        "work": work,
        "crew": crew,
        "content": last["content"] if last else "",
        "from": last["number"] if last else None,
        "plans": planning.offered(
            company_id, place.site_id, point_id, template=name, equipment=place.equipment_code, now=now
        ),
        "plan_required": planning.required(company_id, place.site_id) is True,
        "earlier": _earlier(company_id, point_id),
    }


_EARLIER = """
SELECT p.id::text AS id, p.number, coalesce(p.doc->>'scenario', p.type) AS template, p.state, p.content,
  p.starts_at, p.ends_at, r.name AS responsible
FROM permits_permit p
LEFT JOIN people_person r ON r.company_id = p.company_id AND r.id = p.responsible_id
WHERE p.company_id = %s AND p.point_id = %s AND p.state <> 'draft'
ORDER BY p.starts_at DESC LIMIT 5
"""


def _earlier(company_id: UUID, point_id: UUID) -> list[dict[str, Any]]:
    """The last permits at the point; of them only the content may be taken over (S12)."""
    found = rows.many(_EARLIER, (company_id, point_id))
    return [
        {
            **{name: row[name] for name in ("id", "number", "template", "state", "content", "responsible")},
            "window": {"from": iso(row["starts_at"]), "to": iso(row["ends_at"])},
        }
        for row in found
    ]


def _json(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found
