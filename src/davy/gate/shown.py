"""Gates, passes and passages as the desk sees them. Inside the tenant block of the company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.gate import queries
from davy.gate.models import Controller
from davy_core.gate.state import Gate

__all__ = ["gate", "passages", "passes", "permit_passes"]

_PASSES = """
SELECT g.id, g.person_id AS person, coalesce(w.name, '') AS name, g.why, g.start_at AS start, g.end_at AS end,
  g.granted_at, g.confirmed_at, g.late_at, g.revoked_at, g.gone_at,
  ARRAY(SELECT coalesce(p.number, '') FROM permits_permit p
    WHERE p.company_id = g.company_id AND p.id = ANY(g.permits) ORDER BY 1) AS permits
FROM gate_pass g
LEFT JOIN people_person w ON w.company_id = g.company_id AND w.id = g.person_id
WHERE g.company_id = %s AND g.gate_id = %s
ORDER BY g.revoked_at IS NOT NULL, g.granted_at DESC, w.name LIMIT 200
"""
_PASSAGES = """
SELECT s.at, s.way, s.person_id AS person, coalesce(w.name, '') AS name, s.badge, c.code AS gate,
  c.name AS gate_name, s.verdict, s.source, s.noted_at
FROM gate_passage s
JOIN gate_controller c ON c.company_id = s.company_id AND c.id = s.gate_id
LEFT JOIN people_person w ON w.company_id = s.company_id AND w.id = s.person_id
WHERE s.company_id = %s AND s.gate_id = %s ORDER BY s.at DESC, s.ref DESC LIMIT 200
"""
_PASSED = "SELECT max(at) AS at FROM gate_passage WHERE company_id = %s AND gate_id = %s"


def gate(row: Controller, *, whole: bool) -> dict[str, Any]:
    """One gate; its address only `whole`."""
    state = queries.load(row.company_id, row.id) or Gate(str(row.id))
    live, passed = state.live(), rows.one(_PASSED, (row.company_id, row.id))
    same = (
        "id", "code", "name", "way", "private_net", "only_ours", "enabled", "tried_at", "answered_at",
        "failing_since", "problem", "failures", "cards",
    )  # fmt: skip
    drift = state.drift
    return {
        **{name: getattr(row, name) for name in same},
        "site": row.site_id,
        "areas": row.area_ids,
        "url": row.url if whole else None,
        "has_token": bool(row.secret),
        "foreign": row.foreign_cards,
        "passes": len(live),
        "waiting": sum(one.confirmed_at is None for one in live),
        "late": sum(one.late_at is not None for one in state.passes),
        "leaving": len(state.passes) - len(live),
        "silent_since": state.silent_since,
        "drift": drift
        and {
            "since": drift.since,
            **{name: len(getattr(drift, name)) for name in ("missing", "extra", "wrong")},
            "foreign": drift.foreign,
        },
        "passed_at": passed["at"] if passed else None,
    }


def passes(company_id: UUID, gate_id: UUID) -> list[dict[str, Any]]:
    """The passes of a gate, those that are live first."""
    return [{**row, "state": _state(row)} for row in rows.many(_PASSES, (company_id, gate_id))]


def passages(company_id: UUID, gate_id: UUID) -> list[dict[str, Any]]:
    """Who went through a gate, the newest first."""
    return rows.many(_PASSAGES, (company_id, gate_id))


def permit_passes(company_id: UUID, permit_id: UUID) -> list[dict[str, Any]]:
    """Of each person and gate of a permit how it stands now."""
    found: dict[tuple[UUID, str], dict[str, Any]] = {}
    for row in queries.of_permit(company_id, permit_id):
        told = {
            "person": row["person_id"],
            "name": row["person"] or "",
            "gate": row["gate"],
            "gate_name": row["gate_name"],
            "state": _state(row),
            "why": row["why"],
            "start": row["start_at"],
            "end": row["end_at"],
            "at": row["gone_at"] or row["revoked_at"] or row["confirmed_at"] or row["granted_at"],
        }
        found.setdefault((row["person_id"], row["gate"]), told)
    return list(found.values())


def _state(row: Mapping[str, Any]) -> str:
    """What was wanted counts as so only when the gate's own list showed it."""
    if row["revoked_at"] is not None:
        if row["gone_at"] is not None:
            return "revoked"
        return "revoke_late" if row["late_at"] is not None else "revoking"
    if row["confirmed_at"] is not None:
        return "in"
    return "late" if row["late_at"] is not None else "asked"
