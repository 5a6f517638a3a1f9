"""Reads of places and of the calendar, one statement each, for whoever judges work. Inside a tenant block."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.sites import periods
from davy.sites.periods import CalendarFacts, Period, ShiftFacts, ShiftTimes
from davy_core.place.distance import Circle, Fence, Place, Polygon

__all__ = [
    "PlaceFacts",
    "area_site",
    "areas_of_site",
    "calendar",
    "fence_of",
    "place",
    "place_of_qr",
    "shift_at",
    "shift_ends",
    "works_off",
]


@dataclass(frozen=True)
class PlaceFacts:
    """What the rules may know of a place of work. Unknown is None or ``"unknown"``, never a guess.

    ``fence`` is the point's circle if it has one, else the area's fence. ``timezone`` is the site's.
    """

    point_id: UUID | None
    area_id: UUID
    unit_id: UUID | None
    site_id: UUID
    timezone: str
    code: str
    name: str
    area_code: str
    area_name: str
    area_class: str  # fire_explosion | other | unknown
    ex_zone: str  # none | 0 | 1 | 2 | 20 | 21 | 22 | unknown
    ex_group: str | None  # what a terminal must at least be good for (S26); None: the strictest
    ex_temperature: str | None
    major_hazard: bool
    tank_farm_bund: bool
    pipe_rack: bool
    fixed_hot_zone: bool
    fixed_hot_zone_reviewed_on: date | None
    media: tuple[str, ...]
    lat: float | None
    lon: float | None
    height_m: Decimal | None
    plan_x: float | None
    plan_y: float | None
    equipment_id: UUID | None
    equipment_code: str | None
    equipment_name: str | None
    equipment_kind: str | None  # empty: nobody said
    equipment_medium: str | None
    equipment_in_operation: bool | None
    equipment_volume_m3: Decimal | None
    frozen_by: str | None  # the post that stopped all work in the area
    shifts_known: bool  # the site has entered when its shifts change
    site_media: tuple[str, ...]  # every substance of the site: what gas without a name may be (S3)
    fence: Fence | None
    area_fence: Fence | None = None  # the border of the area itself, where somebody drew it
    works_off: tuple[str, ...] = ()  # templates that the site has switched off
    approval_levels: str | None = None  # two | four | None: as the template says


_PLACE = """
SELECT p.id AS point_id, a.id AS area_id, a.unit_id, a.site_id, s.timezone,
       coalesce(p.code, a.code) AS code, coalesce(p.name, a.name) AS name, a.code AS area_code, a.name AS
       area_name, a.area_class, a.ex_zone, a.ex_group, a.ex_temperature, a.major_hazard, a.tank_farm_bund,
       a.pipe_rack, a.fixed_hot_zone,
       a.fixed_hot_zone_reviewed_on, a.media, p.lat, p.lon, p.height_m, p.radius_m, a.fence AS area_fence,
       coalesce(p.plan_x, a.plan_x) AS plan_x, coalesce(p.plan_y, a.plan_y) AS plan_y, e.id AS equipment_id,
       e.code AS equipment_code, e.name AS equipment_name, e.kind AS equipment_kind,
       e.medium AS equipment_medium, e.in_operation AS equipment_in_operation,
       e.volume_m3 AS equipment_volume_m3, z.post AS frozen_by,
       EXISTS (SELECT 1 FROM sites_shift h WHERE h.company_id = s.company_id AND h.site_id = s.id)
       AS shifts_known,
       ARRAY(SELECT unnest(o.media || k.medium::text) FROM sites_area o
             LEFT JOIN sites_equipment k ON k.company_id = o.company_id AND k.area_id = o.id
             WHERE o.company_id = a.company_id AND o.site_id = a.site_id) AS site_media,
       coalesce(w.off, '{}') AS works_off, w.approval AS approval_levels
FROM sites_area a
JOIN sites_site s ON s.company_id = a.company_id AND s.id = a.site_id
LEFT JOIN sites_work_point p ON p.company_id = a.company_id AND p.area_id = a.id AND p.id = %(point)s::uuid
LEFT JOIN sites_equipment e ON e.company_id = p.company_id AND e.id = p.equipment_id
LEFT JOIN sites_area_freeze z ON z.company_id = a.company_id AND z.area_id = a.id
LEFT JOIN sites_works w ON w.company_id = s.company_id AND w.site_id = s.id
WHERE a.company_id = %(company)s
"""
_OF_POINT = """
 AND a.id = (SELECT area_id FROM sites_work_point WHERE company_id = %(company)s AND id = %(point)s::uuid)
"""
_QR = "SELECT id FROM sites_work_point WHERE company_id = %(company)s AND qr_token = %(token)s"


def place(
    company_id: UUID, *, point_id: UUID | None = None, area_id: UUID | None = None
) -> PlaceFacts | None:
    """The work point with its area, or the area alone; None when it is not there.

    Raises ValueError unless exactly one of the two is given.
    """
    if (point_id is None) == (area_id is None):
        raise ValueError("give either a point or an area")
    if area_id is not None:
        condition, params = " AND a.id = %(area)s", {"company": company_id, "point": None, "area": area_id}
    else:
        condition, params = _OF_POINT, {"company": company_id, "point": point_id}
    found = rows.one(_PLACE + condition, params)
    return None if found is None else _place(found)


def place_of_qr(company_id: UUID, token: str) -> PlaceFacts | None:
    """The work point whose QR code holds this token, or None."""
    found = rows.one(_QR, {"company": company_id, "token": token})
    return None if found is None else place(company_id, point_id=found["id"])


def works_off(company_id: UUID, site_id: UUID | None = None) -> frozenset[str]:
    """The templates that a site has switched off; without a site those that every site has."""
    found = rows.many(
        "SELECT coalesce(w.off, '{}') AS off FROM sites_site s LEFT JOIN sites_works w"
        " ON w.company_id = s.company_id AND w.site_id = s.id"
        " WHERE s.company_id = %(company)s AND (%(site)s::uuid IS NULL OR s.id = %(site)s::uuid)",
        {"company": company_id, "site": site_id},
    )
    each = [frozenset(row["off"]) for row in found]
    return frozenset.intersection(*each) if each else frozenset()


def area_site(company_id: UUID, area_id: UUID) -> UUID | None:
    """The site of an area, or None when there is no such area."""
    found = rows.one(
        "SELECT site_id FROM sites_area WHERE company_id = %s AND id = %s", [company_id, area_id]
    )
    return None if found is None else found["site_id"]


def areas_of_site(company_id: UUID, area_id: UUID) -> list[UUID]:
    """The other areas of the site that this area belongs to."""
    found = rows.many(
        "SELECT other.id FROM sites_area one JOIN sites_area other"
        " ON other.company_id = one.company_id AND other.site_id = one.site_id AND other.id <> one.id"
        " WHERE one.company_id = %s AND one.id = %s ORDER BY other.id",
        [company_id, area_id],
    )
    return [row["id"] for row in found]


_CALENDAR = """
SELECT s.timezone, c.configured, c.night_start, c.night_end, c.rest_weekdays, c.holidays_until,
  c.escalation,
  (SELECT coalesce(json_agg(w.day), '[]') FROM sites_working_day w
    WHERE w.company_id = s.company_id AND w.site_id = s.id) AS working_days,
  (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'name', p.name,
                                              'starts_at', p.starts_at, 'ends_at', p.ends_at)), '[]')
    FROM sites_special_period p
    WHERE p.company_id = s.company_id AND p.site_id = s.id
      AND p.starts_at <= %(end)s AND p.ends_at >= %(start)s) AS special
FROM sites_site s
LEFT JOIN sites_calendar c ON c.company_id = s.company_id AND c.site_id = s.id
WHERE s.company_id = %(company)s AND s.id = %(site)s
"""


def calendar(company_id: UUID, site_id: UUID, start: datetime, end: datetime) -> CalendarFacts:
    """The special periods that share time with [start, end); see ``periods.facts``.

    An unknown site is a site without a calendar: not configured.
    """
    found = rows.one(_CALENDAR, {"company": company_id, "site": site_id, "start": start, "end": end})
    return periods.facts(None if found is None else _calendar(found), start, end)


_SHIFTS = """
SELECT s.timezone, coalesce(json_agg(json_build_object('name', h.name, 'starts', h.starts, 'ends', h.ends))
                            FILTER (WHERE h.id IS NOT NULL), '[]') AS shifts
FROM sites_site s
LEFT JOIN sites_shift h ON h.company_id = s.company_id AND h.site_id = s.id
WHERE s.company_id = %s AND s.id = %s GROUP BY s.timezone
"""


def shift_at(company_id: UUID, site_id: UUID, at: datetime) -> ShiftFacts | None:
    """The shift that runs at the site at this instant, or None."""
    found = _shifts(company_id, site_id)
    return None if found is None else periods.shift(*found, at)


def shift_ends(company_id: UUID, site_id: UUID, since: datetime, until: datetime) -> tuple[datetime, ...]:
    """When the shifts end that run at the site from one instant on, one after another, up to the one that
    runs at the other; twelve at the most, and none after a gap between shifts."""
    found = _shifts(company_id, site_id)
    ends: list[datetime] = []
    at = since
    while found is not None and at <= until and len(ends) < 12:
        running = periods.shift(*found, at)
        if running is None:
            break
        ends.append(running.ends_at)
        at = running.ends_at
    return tuple(ends)


def _shifts(company_id: UUID, site_id: UUID) -> tuple[str, list[ShiftTimes]] | None:
    found = rows.one(_SHIFTS, [company_id, site_id])
    if found is None:
        return None
    return found["timezone"], [
        ShiftTimes(row["name"], time.fromisoformat(row["starts"]), time.fromisoformat(row["ends"]))
        for row in _json(found["shifts"])
    ]


def fence_of(shape: Mapping[str, Any] | None) -> Fence | None:
    """The fence that a stored shape stands for. Raises ValueError, KeyError or TypeError for what is none."""
    if shape is None:
        return None
    if "corners" in shape:
        return Polygon(tuple(Place(float(lat), float(lon)) for lat, lon in shape["corners"]))
    return Circle(Place(float(shape["lat"]), float(shape["lon"])), float(shape["radius_m"]))


def _place(found: dict[str, Any]) -> PlaceFacts:
    radius_m, area_fence = found.pop("radius_m"), _json(found.pop("area_fence"))
    border = fence = fence_of(area_fence)
    if found["lat"] is not None and found["lon"] is not None and radius_m is not None:
        fence = Circle(Place(found["lat"], found["lon"]), radius_m)
    listed = {name: tuple(found[name]) for name in ("media", "works_off")}
    return PlaceFacts(
        **{**found, **listed, "site_media": _codes(found["site_media"])}, fence=fence, area_fence=border
    )


def _calendar(found: Mapping[str, Any]) -> periods.Calendar | None:
    if found["configured"] is None:  # the outer join found no calendar
        return None
    return periods.Calendar(
        timezone=found["timezone"],
        configured=found["configured"],
        night_start=found["night_start"],
        night_end=found["night_end"],
        rest_weekdays=frozenset(found["rest_weekdays"]),
        working_days=frozenset(date.fromisoformat(day) for day in _json(found["working_days"])),
        holidays_until=found["holidays_until"],
        escalation=found["escalation"],
        special=tuple(
            Period(
                row["kind"],
                datetime.fromisoformat(row["starts_at"]),
                datetime.fromisoformat(row["ends_at"]),
                row["name"],
            )
            for row in _json(found["special"])
        ),
    )


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _codes(found: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(sorted({code for code in found if code}))
