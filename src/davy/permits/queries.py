"""Reads of permits: one person's candidates for tasks, what is due, signs of life; the list is in `listing`.
Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.ids import uuid7
from davy_core.permits.state import Permit

__all__ = [
    "ITEM",
    "LABELS",
    "by_token",
    "candidates",
    "due",
    "items",
    "linkable",
    "live_in_area",
    "live_on_basis",
    "next_due",
    "submitted",
    "touch",
]

LABELS = """
 LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
 LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
 LEFT JOIN people_person r ON r.company_id = p.company_id AND r.id = p.responsible_id
 LEFT JOIN people_person g ON g.company_id = p.company_id AND g.id = p.guardian_id
"""
ITEM = """
json_build_object('id', p.id, 'number', p.number, 'version', p.version, 'type', p.type, 'level', p.level,
 'risk', p.doc->>'risk_grade', 'state', p.state, 'clearance', p.clearance, 'content', p.content,
 'area', json_build_object('id', p.area_id, 'name', a.name), 'point', json_build_object('id', p.point_id,
 'name', w.name, 'x', w.plan_x, 'y', w.plan_y), 'window', json_build_object('from', p.starts_at, 'to',
 p.ends_at),
 'responsible', json_build_object('id', p.responsible_id, 'name', r.name),
 'guardian', json_build_object('id', p.guardian_id, 'name', g.name), 'lapses_at', p.lapses_at,
 'not_confirmed', p.not_confirmed, 'causes', p.causes, 'started_at', p.started_at, 'changed_at', p.changed_at)
"""


_CANDIDATES = f"""
SELECT p.doc::text AS doc, {ITEM}::text AS item FROM permits_permit p {LABELS}
WHERE p.company_id = %(company)s
  AND (p.state IN ('draft', 'submitted', 'issued', 'active', 'paused', 'finished') OR p.clearance = 'open'
    OR cardinality(p.waiting_posts) > 0)
  AND (%(person)s = ANY(p.people) OR p.doc->>'coordinator' = %(person)s::text
       OR p.waiting_posts && %(posts)s::text[]
       OR (%(leads)s AND p.state <> 'draft' AND p.state <> 'submitted'))
ORDER BY (%(person)s = ANY(p.people) OR p.waiting_posts && %(posts)s::text[]) IS TRUE DESC,
  (p.state = 'finished' OR p.clearance = 'open') IS TRUE DESC, p.changed_at LIMIT 500
"""  # noqa: S608 - constants


def candidates(
    company_id: UUID, person_id: UUID, posts: Sequence[str]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(permit document, board item) of the open permits this person may have something to do with: up to
    500, first those that name him or wait for his post, then what waits for an end, the longest untouched
    first."""
    leading = {"shift_leader", "control_room", "acceptor", "area_head"}
    found = rows.many(
        _CANDIDATES,
        {
            "company": company_id,
            "person": person_id,
            "posts": list(posts),
            "leads": bool(leading & set(posts)),
        },
    )
    return [(json.loads(row["doc"]), json.loads(row["item"])) for row in found]


def submitted(company_id: UUID) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(permit document, board item) of what waits for a signature, the oldest first."""
    found = rows.many(
        f"SELECT p.doc::text AS doc, {ITEM}::text AS item FROM permits_permit p {LABELS}"  # noqa: S608 - constants
        " WHERE p.company_id = %s AND p.state = 'submitted' ORDER BY p.changed_at LIMIT 500",
        (company_id,),
    )
    return [(json.loads(row["doc"]), json.loads(row["item"])) for row in found]


def items(company_id: UUID, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """The board items of these permits: those whose work has yet to begin first, then the oldest."""
    found = rows.many(
        f"SELECT {ITEM}::text AS item FROM permits_permit p {LABELS}"  # noqa: S608 - constants
        " WHERE p.company_id = %s AND p.id = ANY(%s::uuid[])"
        " ORDER BY p.state <> 'issued', p.state <> 'paused', p.starts_at, p.id",
        (company_id, list(ids)),
    )
    return [json.loads(row["item"]) for row in found]


def naming(company_id: UUID, ids: Sequence[UUID], person_id: UUID) -> list[UUID]:
    """Those of these permits that name the person."""
    found = rows.many(
        "SELECT id FROM permits_permit WHERE company_id = %s AND id = ANY(%s::uuid[]) AND %s = ANY(people)",
        (company_id, list(ids), person_id),
    )
    return [row["id"] for row in found]


def linkable(company_id: UUID, permit: Permit, types: Sequence[str]) -> list[dict[str, Any]]:
    """The board items of the permits of these types that live, on the same area: those at the same point and
    of the same responsible person first."""
    if not types:
        return []
    found = rows.many(
        f"SELECT {ITEM}::text AS item FROM permits_permit p {LABELS}"  # noqa: S608 - constants
        " WHERE p.company_id = %s AND p.area_id = %s AND p.type = ANY(%s) AND p.id <> %s"
        " AND p.state IN ('draft', 'submitted', 'issued', 'active', 'paused') AND p.ends_at > %s"
        " ORDER BY p.point_id <> %s, p.responsible_id IS DISTINCT FROM %s, p.starts_at DESC, p.id LIMIT 20",
        (
            company_id,
            permit.place.area,
            list(types),
            permit.id,
            permit.window.start,
            permit.place.point,
            permit.crew.responsible,
        ),
    )
    return [json.loads(row["item"]) for row in found]


def by_token(token: str) -> tuple[UUID, UUID] | None:
    """(company, permit) of a permit's QR token, whoever asks; looks company by company."""
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            row = rows.one(
                "SELECT id FROM permits_permit WHERE company_id = %s AND token = %s", (company_id, token)
            )
        if row is not None:
            return company_id, row["id"]
    return None


def live_in_area(company_id: UUID, area_id: UUID) -> list[UUID]:
    """Every permit of the area that is issued, active or paused."""
    found = rows.many(
        "SELECT id FROM permits_permit WHERE company_id = %s AND area_id = %s"
        " AND state IN ('issued', 'active', 'paused') ORDER BY id",
        (company_id, area_id),
    )
    return [row["id"] for row in found]


def live_on_basis(company_id: UUID, basis: str) -> list[UUID]:
    """Every permit that stands on these rules (SHA-256) and is issued, active or paused."""
    found = rows.many(
        "SELECT id FROM permits_permit WHERE company_id = %s AND basis = %s"
        " AND state IN ('issued', 'active', 'paused') ORDER BY id",
        (company_id, basis),
    )
    return [row["id"] for row in found]


def due(now: datetime, limit: int = 200) -> list[tuple[UUID, UUID]]:
    """(company, permit) of what the clock must look at by now, earliest first, company by company."""
    found: list[tuple[UUID, UUID]] = []
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            some = rows.many(
                "SELECT id FROM permits_permit WHERE company_id = %s AND next_check_at <= %s"
                " ORDER BY next_check_at LIMIT %s",
                (company_id, now, limit),
            )
        found += [(company_id, row["id"]) for row in some]
    return found


def next_due() -> datetime | None:
    """The earliest instant at which the clock has anything to look at, over all companies."""
    times: list[datetime] = []
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            row = rows.one(
                "SELECT min(next_check_at) AS at FROM permits_permit WHERE company_id = %s", (company_id,)
            )
        if row is not None and row["at"] is not None:
            times.append(row["at"])
    return min(times, default=None)


def touch(company_id: UUID, permit_id: UUID, person_id: UUID, at: datetime, on_site: str) -> None:
    """Note a sign of life of a person on a permit, and whether it proves that he is within the fence."""
    rows.run(
        "INSERT INTO permits_contact (id, company_id, permit_id, person_id, at, on_site, proven_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s::timestamptz) ON CONFLICT (company_id, permit_id, person_id)"
        " DO UPDATE SET at = excluded.at, on_site = excluded.on_site,"
        " proven_at = coalesce(excluded.proven_at, permits_contact.proven_at)",
        (uuid7(), company_id, permit_id, person_id, at, on_site, at if on_site == "inside" else None),
    )
