"""Reads gates, their passes, and the permits that let people in. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy_core.gate.apply import apply
from davy_core.gate.state import Gate
from davy_core.permits.kept import is_of_today
from davy_core.permits.plain import from_plain

__all__ = ["at_place", "controller", "due_permits", "leading_to", "load", "of_permit"]

_CONTROLLER = """
SELECT id, site_id, area_ids::text[] AS areas, code, name, way, url, private_net, secret, only_ours, enabled,
  failing_since, failures, cursor, answered_at
FROM gate_controller WHERE company_id = %s AND id = %s
"""
# Those that let somebody in until now come along, whatever became of them: why he is let in no more is told.
_PERMITS = """
SELECT p.id, p.area_id, EXISTS (
  SELECT 1 FROM sites_area_freeze z WHERE z.company_id = p.company_id AND z.area_id = p.area_id) AS frozen
FROM permits_permit p
WHERE p.company_id = %(company)s AND (p.id = ANY(%(held)s::uuid[]) OR (
  p.site_id = %(site)s AND (%(areas)s::uuid[] = '{}' OR p.area_id = ANY(%(areas)s::uuid[]))
  AND p.state = ANY(%(states)s) AND p.starts_at <= %(opens)s AND p.ends_at > %(now)s))
ORDER BY p.id
"""
_LEADING = """
SELECT id FROM gate_controller
WHERE company_id = %s AND site_id = %s AND (area_ids = '{}' OR %s::uuid = ANY(area_ids))
ORDER BY id
"""
_OF_PERMIT = """
SELECT g.person_id, g.start_at, g.end_at, g.granted_at, g.confirmed_at, g.late_at, g.revoked_at, g.why,
  g.gone_at, c.code AS gate, c.name AS gate_name, w.name AS person
FROM gate_pass g
JOIN gate_controller c ON c.company_id = g.company_id AND c.id = g.gate_id
LEFT JOIN people_person w ON w.company_id = g.company_id AND w.id = g.person_id
WHERE g.company_id = %s AND %s::uuid = ANY(g.permits)
ORDER BY g.revoked_at IS NOT NULL, w.name, c.code, g.granted_at DESC LIMIT 200
"""


def controller(company_id: UUID, gate_id: UUID) -> dict[str, Any] | None:
    """The controller of a gate as its register has it, or None."""
    return rows.one(_CONTROLLER, (company_id, gate_id))


def load(company_id: UUID, gate_id: UUID) -> Gate | None:
    """The gate as its events fold, or None before its first."""
    row = rows.one(
        "SELECT doc::text AS doc FROM gate_gate WHERE company_id = %s AND id = %s", (company_id, gate_id)
    )
    if row is None:
        return None
    doc = json.loads(row["doc"])
    if is_of_today(Gate, doc):
        return cast("Gate", from_plain(Gate, doc))
    state: Gate | None = None  # a row of an older release: its events tell what has come to the state since
    for event in evidence.events(company_id, "gate", gate_id):
        state = apply(state, event.type, event.data)
    return state


def leading_to(company_id: UUID, site_id: str | UUID, area_id: str | UUID) -> list[UUID]:
    """The gates through which one comes to this area, also those out of service: what they had is taken
    back."""
    return [row["id"] for row in rows.many(_LEADING, (company_id, site_id, area_id))]


def at_place(company_id: UUID, area_id: UUID) -> list[UUID]:
    """The same, by the area alone."""
    found = rows.one(
        "SELECT site_id FROM sites_area WHERE company_id = %s AND id = %s", (company_id, area_id)
    )
    return leading_to(company_id, found["site_id"], area_id) if found else []


def due_permits(
    company_id: UUID,
    row: dict[str, Any],
    held: Iterable[str],
    *,
    states: Iterable[str],
    opens: datetime,
    now: datetime,
) -> list[tuple[UUID, bool]]:
    """Permits behind this gate whose window opens by `opens` and is not over, and those `held`: id, and
    whether the area is frozen."""
    asked = {
        "company": company_id,
        "site": row["site_id"],
        "areas": row["areas"],
        "held": sorted(set(held)),
        "states": sorted(states),
        "opens": opens,
        "now": now,
    }
    return [(found["id"], found["frozen"]) for found in rows.many(_PERMITS, asked)]


def of_permit(company_id: UUID, permit_id: UUID) -> list[dict[str, Any]]:
    """The passes that this permit gave or gives, those that are live first."""
    return rows.many(_OF_PERMIT, (company_id, permit_id))
