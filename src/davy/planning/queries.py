"""Reads of planned work for permits: what one permit names, and what it might. Inside a tenant block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["Named", "named", "offered", "required"]

_REQUIRED = "SELECT plan_required FROM sites_site WHERE company_id = %s AND id = %s"
_BOOKING = """
SELECT b.state = 'approved' AS approved, b.site_id::text AS site, b.point_id::text AS point,
  NULL AS equipment, b.templates, b.starts_at, b.ends_at, b.content AS title, o.number
FROM planning_booking b
LEFT JOIN planning_work_order o ON o.company_id = b.company_id AND o.id = b.order_id
WHERE b.company_id = %(company)s AND b.id = %(id)s
"""
_ORDER = """
SELECT o.open AS approved, o.site_id::text AS site, NULL AS point, e.id::text AS equipment,
  o.equipment_code <> '' AS one_equipment, NULL AS templates, o.title, o.number,
  o.starts_on::timestamp AT TIME ZONE s.timezone AS starts_at,
  (o.ends_on + 1)::timestamp AT TIME ZONE s.timezone AS ends_at
FROM planning_work_order o
JOIN sites_site s ON s.company_id = o.company_id AND s.id = o.site_id
LEFT JOIN sites_equipment e ON e.company_id = o.company_id AND e.code = o.equipment_code
  AND o.equipment_code <> ''
WHERE o.company_id = %(company)s AND o.id = %(id)s
"""
# The booking of this place comes before a plan of its equipment, and that before a plan of the whole site.
_OFFERED = """
SELECT * FROM (
  SELECT 'booking' AS kind, b.id::text AS id, o.number, b.content AS title, b.templates, b.starts_at,
    b.ends_at, 0 AS rank
  FROM planning_booking b
  LEFT JOIN planning_work_order o ON o.company_id = b.company_id AND o.id = b.order_id
  WHERE b.company_id = %(company)s AND b.point_id = %(point)s AND b.state = 'approved'
    AND b.ends_at > %(now)s AND b.starts_at < %(now)s::timestamptz + interval '36 hours'
    AND %(template)s = ANY(b.templates)
  UNION ALL
  SELECT 'order', o.id::text, o.number, o.title, NULL, NULL, NULL,
    CASE WHEN o.equipment_code = '' THEN 2 ELSE 1 END
  FROM planning_work_order o
  JOIN sites_site s ON s.company_id = o.company_id AND s.id = o.site_id
  WHERE o.company_id = %(company)s AND o.site_id = %(site)s AND o.open
    AND (%(now)s::timestamptz AT TIME ZONE s.timezone)::date BETWEEN o.starts_on AND o.ends_on
    AND (o.equipment_code = '' OR o.equipment_code = %(equipment)s)
) found ORDER BY rank, starts_at, number LIMIT 20
"""


@dataclass(frozen=True)
class Named:
    """A booking or an order as a permit's rules read it. `point` and `equipment` are ids it is limited to,
    `templates` the works; None: not limited. The stretch ends before `ends_at`."""

    approved: bool
    site: str
    point: str | None
    equipment: str | None
    one_equipment: bool
    templates: tuple[str, ...] | None
    starts_at: datetime
    ends_at: datetime
    title: str
    number: str | None


def required(company_id: UUID, site_id: UUID) -> bool | None:
    """Whether the site asks permits for their plan; None for a site that does not exist."""
    row = rows.one(_REQUIRED, (company_id, site_id))
    return None if row is None else bool(row["plan_required"])


def named(company_id: UUID, kind: str, plan_id: str) -> Named | None:
    """The booking or order of this id, or None when the company has none such."""
    statement = _BOOKING if kind == "booking" else _ORDER
    row = rows.one(statement, {"company": company_id, "id": plan_id})
    if row is None:
        return None
    templates = row["templates"]
    return Named(
        **{
            **row,
            "one_equipment": row.get("one_equipment", False),
            "templates": None if templates is None else tuple(templates),
        }
    )


def offered(
    company_id: UUID, site_id: UUID, point_id: UUID, *, template: str, equipment: str | None, now: datetime
) -> list[dict[str, Any]]:
    """What a request at this point may stand on, the closest first."""
    asked = {
        "company": company_id, "site": site_id, "point": point_id, "template": template,
        "equipment": equipment or "", "now": now,
    }  # fmt: skip
    return [{k: v for k, v in row.items() if k != "rank"} for row in rows.many(_OFFERED, asked)]
