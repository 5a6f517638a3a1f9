"""The people of the demo write the tables by which bad air starts the fan, sounds the siren and cuts the
tools of the places they work at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from davy.db import rows, tenant
from davy.demo.binding import given

__all__ = ["wire"]

_UNWIRED = """
SELECT DISTINCT ON (p.type <> 'confined', p.point_id) p.point_id AS id FROM permits_permit p
WHERE p.company_id = %(company)s AND p.state IN ('active', 'paused') AND p.type IN ('confined', 'hot')
  AND p.point_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM actuation_point a WHERE a.company_id = p.company_id AND a.id = p.point_id)
ORDER BY p.type <> 'confined', p.point_id
"""
_FREE = """
SELECT i.id, i.kind FROM instruments_instrument i
WHERE i.company_id = %(company)s AND i.retired_at IS NULL AND i.serial = ANY(%(serials)s)
  AND i.kind IN ('fan', 'beacon', 'cutoff_relay')
  AND NOT EXISTS (SELECT 1 FROM actuation_point a WHERE a.company_id = i.company_id
    AND (a.doc->'table'->'rows' @> jsonb_build_array(jsonb_build_object('instrument', i.id))
      OR a.doc->'proposal'->'rows' @> jsonb_build_array(jsonb_build_object('instrument', i.id))))
ORDER BY i.serial
"""
_WHO = """
SELECT a.person_id::text AS person FROM accounts_account a JOIN people_person p
  ON p.company_id = a.company_id AND p.id = a.person_id AND p.status = 'active'
WHERE a.company_id = %s AND a.is_active AND %s = ANY(a.roles) ORDER BY a.username
"""


def wire(company_id: UUID, serials: Sequence[str]) -> int:
    """Give live confined spaces, then hot work, the free fans, sirens and relays of these, as long as there
    are fans; a shift leader proposes each table, a safety officer approves it. How many came into force."""
    asked = {"company": company_id, "serials": list(serials)}
    with tenant.company(company_id):
        points = [row["id"] for row in rows.many(_UNWIRED, asked)]
        free: dict[str, list[UUID]] = {}
        for row in rows.many(_FREE, asked) if points else ():
            free.setdefault(row["kind"], []).append(row["id"])
        writers, approvers = (_people(company_id, role) for role in ("shift_leader", "safety_officer"))
    made = 0
    for point in points:
        if not free.get("fan"):
            break
        told = {"rows": _rows(free)}
        if given(company_id, ("actuation", point), writers, "propose_table", told):
            made += given(company_id, ("actuation", point), approvers, "approve_table", {"version": 1})
    return made


def _people(company_id: UUID, role: str) -> list[str]:
    return [row["person"] for row in rows.many(_WHO, (company_id, role))]


def _rows(free: dict[str, list[UUID]]) -> list[dict[str, Any]]:
    """What bad air does with the next of each kind that is free."""
    told = [{"effect": "start_ventilation", "instrument": str(free["fan"].pop(0)), "position": "上风侧"}]
    if free.get("beacon"):
        told.append({"effect": "sound_siren", "instrument": str(free["beacon"].pop(0))})
    cut: list[dict[str, Any]] = []
    if free.get("cutoff_relay"):
        relay = str(free["cutoff_relay"].pop(0))
        cut.append({"cause": "gas", "effect": "cut_energy", "instrument": relay, "feeds": ["tools"]})
    return [{"cause": "gas", **row} for row in told] + cut
