"""Reads emergencies, and who is at a place now. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from davy.db import rows
from davy_core.emergencies.state import Emergency
from davy_core.emergencies.unconfirmed import Stop
from davy_core.permits.plain import from_plain

__all__ = [
    "ANYWHERE",
    "board",
    "is_open",
    "load",
    "next_number",
    "place_named",
    "place_of",
    "present",
    "stop_of",
    "version_of",
]

LOCAL = ZoneInfo("Asia/Shanghai")
_NAMES = UUID(
    "5f0c9a57-3c1e-5a0a-9a44-b0b8f4f9d2c6"
)  # what an emergency's id is derived under; never changes
ANYWHERE: Mapping[str, str | None] = {"site": None, "area": None}
"""A place of which nobody knows anything."""

# Everybody in a space or checked in at work of that area; where that is not known, of the site, else of all.
_PRESENT = """
WITH live AS (
  SELECT p.id, p.number, p.type, p.state, w.name AS point, p.responsible_id, p.guardian_id, p.doc
  FROM permits_permit p
  LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
  WHERE p.company_id = %(company)s AND (%(area)s::uuid IS NULL OR p.area_id = %(area)s)
    AND (%(site)s::uuid IS NULL OR p.site_id = %(site)s)
    AND (%(permit)s::uuid IS NULL OR p.id = %(permit)s)
    AND (p.state IN ('active', 'paused') OR p.clearance = 'open'))
SELECT DISTINCT ON (k.id) k.id AS person, h.name, f.name AS firm, l.doc->'inside' ? k.id AS inside,
  l.doc->'entered'->>k.id AS since, l.id::text AS permit, l.number, l.type, l.point,
  CASE WHEN k.id::uuid = l.responsible_id THEN 'responsible'
    WHEN k.id::uuid = l.guardian_id THEN 'guardian' ELSE 'worker' END AS duty
FROM live l
CROSS JOIN LATERAL (SELECT jsonb_object_keys(l.doc->'check_ins') AS id
  UNION SELECT jsonb_array_elements_text(l.doc->'inside')) k
LEFT JOIN people_person h ON h.company_id = %(company)s AND h.id = k.id::uuid
LEFT JOIN people_firm f ON f.company_id = %(company)s AND f.id = h.firm_id
ORDER BY k.id, NOT l.doc->'inside' ? k.id, l.number
"""
_STOP = """
SELECT state = 'paused' OR clearance = 'open' AS stands,
  doc->'pause'->>'confirmed_at' IS NOT NULL AS confirmed,
  ARRAY(SELECT one->>'kind' FROM jsonb_array_elements(doc->'causes') one) AS causes
FROM permits_permit WHERE company_id = %s AND id = %s
"""
_NAMED = """
SELECT coalesce(
  nullif(concat_ws(' · ', (SELECT name FROM sites_area WHERE company_id = %(c)s AND id = %(area)s::uuid),
    (SELECT name FROM sites_work_point WHERE company_id = %(c)s AND id = %(point)s::uuid)), ''),
  (SELECT name FROM sites_site WHERE company_id = %(c)s AND id = %(site)s::uuid)) AS place
"""
_OPEN = """
SELECT 1 AS there FROM emergency_emergency WHERE company_id = %s AND state = 'open'
  AND site_id IS NOT DISTINCT FROM %s::uuid AND area_id IS NOT DISTINCT FROM %s::uuid
"""


def load(company_id: UUID, emergency_id: UUID) -> Emergency | None:
    """The emergency as it stands, or None."""
    row = rows.one(
        "SELECT doc::text AS doc FROM emergency_emergency WHERE company_id = %s AND id = %s",
        (company_id, emergency_id),
    )
    return None if row is None else from_plain(Emergency, json.loads(row["doc"]))


def version_of(company_id: UUID, emergency_id: UUID) -> int:
    """How many events it has, 0 when there is none."""
    row = rows.one(
        "SELECT version FROM emergency_emergency WHERE company_id = %s AND id = %s",
        (company_id, emergency_id),
    )
    return int(row["version"]) if row else 0


def board(company_id: UUID, *, person_id: UUID | None = None, ended: int = 0) -> list[Emergency]:
    """The open ones, the newest first, and so many of those that ended; with a person, only those that
    he was told of."""
    found = rows.many(
        "(SELECT doc::text AS doc, opened_at, id, state FROM emergency_emergency WHERE company_id = %(c)s"
        " AND state = 'open' AND (%(p)s::uuid IS NULL OR %(p)s = ANY(told)))"
        " UNION ALL (SELECT doc::text, opened_at, id, state FROM emergency_emergency"
        " WHERE company_id = %(c)s AND state = 'ended' ORDER BY opened_at DESC, id LIMIT %(n)s)"
        " ORDER BY state DESC, opened_at DESC, id",
        {"c": company_id, "p": person_id, "n": ended},
    )
    return [from_plain(Emergency, json.loads(row["doc"])) for row in found]


def place_of(company_id: UUID, place: Mapping[str, str | None], told_at: datetime) -> UUID | None:
    """The stream of the emergency that is open at this place, or of the next one; None when what was told
    at that instant is over already.

    Two who ask at the same time get the same place, so that the second joins the first."""
    same = (company_id, place["site"], place["area"])
    last = rows.one(
        "SELECT id, state, ended_at, (SELECT count(*) FROM emergency_emergency x"
        "  WHERE x.company_id = e.company_id AND x.site_id IS NOT DISTINCT FROM e.site_id"
        "  AND x.area_id IS NOT DISTINCT FROM e.area_id) AS n"
        " FROM emergency_emergency e WHERE company_id = %s AND site_id IS NOT DISTINCT FROM %s::uuid"
        " AND area_id IS NOT DISTINCT FROM %s::uuid ORDER BY state DESC, opened_at DESC LIMIT 1",
        same,
    )
    if last is not None and last["state"] == "open":
        return UUID(str(last["id"]))
    if last is not None and last["ended_at"] >= told_at:
        return None
    return uuid5(_NAMES, "\n".join(map(str, (*same, last["n"] + 1 if last else 1))))


def is_open(company_id: UUID, place: Mapping[str, str | None]) -> bool:
    """Whether one is open at exactly this place."""
    return rows.one(_OPEN, (company_id, place["site"], place["area"])) is not None


def stop_of(company_id: UUID, permit_id: UUID) -> Stop | None:
    """What stands of the stop of this permit now, None where there is no such permit."""
    row = rows.one(_STOP, (company_id, permit_id))
    return None if row is None else Stop(row["stands"], row["confirmed"], frozenset(row["causes"]))


def place_named(company_id: UUID, emergency: Emergency) -> str | None:
    """Area and work point by name, else the site; None where nobody told of any."""
    asked = {"c": company_id, "site": emergency.site, "area": emergency.area, "point": emergency.point}
    row = rows.one(_NAMED, asked)
    return row["place"] if row else None


def present(
    company_id: UUID, place: Mapping[str, str | None], permit_id: UUID | None = None
) -> list[dict[str, Any]]:
    """Who is there by permits and registers, each once, those inside a space first; with a permit only who is
    there by it."""
    asked = {"company": company_id, "site": place["site"], "area": place["area"], "permit": permit_id}
    found = rows.many(_PRESENT, asked)
    return sorted(found, key=lambda one: (not one["inside"], one["number"] or "", one["name"] or ""))


def next_number(company_id: UUID, now: datetime) -> str:
    """The next number of the local day, e.g. YJ-20261121-0001. Two at one instant may share it: a number
    is for reading, and no opening waits for another one's."""
    prefix = f"YJ-{now.astimezone(LOCAL).strftime('%Y%m%d')}-"
    row = rows.one(
        "SELECT count(*) AS n FROM emergency_emergency WHERE company_id = %s AND starts_with(number, %s)",
        (company_id, prefix),
    )
    return f"{prefix}{(row['n'] if row else 0) + 1:04d}"
