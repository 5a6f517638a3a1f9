"""Where an alarm is and who is there: the place of its work, the instrument that told, the last position of
whom or what it is about, and everybody in the spaces and at the work of that area. Inside a tenant block."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence

__all__ = ["of", "places"]

_PLACE = """
SELECT p.id, p.type, p.area_id, a.name AS area, p.point_id, w.name AS point, w.lat, w.lon, p.site_id,
  EXISTS (SELECT 1 FROM sites_area_freeze z WHERE z.company_id = p.company_id AND z.area_id = p.area_id)
  AS frozen
FROM permits_permit p
LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
WHERE p.company_id = %s AND p.id = ANY(%s::uuid[])
"""
_INSTRUMENT = """
SELECT i.serial, i.name, b.point, h.name AS person FROM instruments_instrument i
LEFT JOIN instruments_binding b
  ON b.company_id = i.company_id AND b.instrument_id = i.id AND b.until_at IS NULL
LEFT JOIN people_person h ON h.company_id = b.company_id AND h.id = b.person_id
WHERE i.company_id = %s AND i.id = %s
"""
# Who is inside first; then those who checked in and whose work may go on.
_PEOPLE = """
WITH live AS (
  SELECT p.id, p.number, p.type, p.state, w.name AS point, p.responsible_id, p.guardian_id, p.doc
  FROM permits_permit p
  LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
  WHERE p.company_id = %(company)s AND p.area_id = %(area)s
    AND (p.state IN ('active', 'paused') OR p.clearance = 'open'))
SELECT k.id, h.name, l.doc->'inside' ? k.id AS inside, l.doc->'entered'->>k.id AS since, l.id AS permit,
  l.number, l.type, l.state, l.point, CASE WHEN k.id::uuid = l.responsible_id THEN 'responsible'
    WHEN k.id::uuid = l.guardian_id THEN 'guardian' ELSE 'worker' END AS duty
FROM live l
CROSS JOIN LATERAL (SELECT jsonb_object_keys(l.doc->'check_ins') AS id
  UNION SELECT jsonb_array_elements_text(l.doc->'inside')) k
LEFT JOIN people_person h ON h.company_id = %(company)s AND h.id = k.id::uuid
ORDER BY NOT l.doc->'inside' ? k.id, l.id <> %(permit)s, l.number, h.name
"""
_TELLS = frozenset({"AlarmRaised", "EpisodeOpened", "EpisodeWorsened"})
_SUBJECT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SPOT = re.compile(r"(-?\d+\.\d+), (-?\d+\.\d+)(?: ±([\d.]+) m)?")


def of(company_id: UUID, alarm: Mapping[str, Any]) -> dict[str, Any]:
    """What whoever answers the alarm has to know of its place. Each part is None, or empty, where nobody
    told.

    `fix` is the position of the person or instrument that the alarm is about, as told at `at`; `people` are
    all who are inside a space of the area or checked in at work there."""
    permit = UUID(alarm["permit"]) if alarm["permit"] else None
    place = places(company_id, [permit]).get(permit) if permit else None
    people = []
    if place is not None:
        asked = {"company": company_id, "area": place["area_id"], "permit": permit}
        people = [_person(row) for row in rows.many(_PEOPLE, asked)]
    return {
        "place": place,
        "instrument": _instrument(company_id, alarm["subject"]),
        "fix": _fix(company_id, permit, alarm["subject"]) if permit else None,
        "people": people,
    }


def places(company_id: UUID, permits: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """Area and work point of these permits, with coordinates where the register has them."""
    found = rows.many(_PLACE, (company_id, list(permits)))
    return {row["id"]: {name: value for name, value in row.items() if name != "id"} for row in found}


def _person(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "since": row["since"] if row["inside"] else None}


def _instrument(company_id: UUID, subject: str) -> dict[str, Any] | None:
    if not _SUBJECT.fullmatch(subject):
        return None
    return rows.one(_INSTRUMENT, (company_id, UUID(subject)))


def _fix(company_id: UUID, permit: UUID, subject: str) -> dict[str, Any] | None:
    """The last position that came with what was told of this person or instrument."""
    told = {
        event.id: data
        for event in evidence.events(company_id, "permit", permit)
        if event.type in _TELLS and _is_about(data := json.loads(event.body)["data"], subject)
    }
    private = evidence.private(company_id, told)
    for event_id, data in reversed(told.items()):
        spot = _SPOT.fullmatch(private.get((event_id, "place"), b"").decode())
        if spot:
            lat, lon, accuracy = (None if text is None else float(text) for text in spot.groups())
            return {"lat": lat, "lon": lon, "accuracy_m": accuracy, "at": data.get("taken") or data["at"]}
    return None


def _is_about(data: Mapping[str, Any], subject: str) -> bool:
    return subject in {data.get(name) for name in ("subject", "person", "instrument")}
