"""Writes gates and their passes as their events fold, in their transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from davy.db import rows
from davy.door.streams import Saving
from davy_core.gate.state import Gate, Pass
from davy_core.outcome import Event
from davy_core.permits.kept import kept

__all__ = ["save"]

_GATE = """
INSERT INTO gate_gate (company_id, id, version, silent_since, doc) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, silent_since = excluded.silent_since,
  doc = excluded.doc
"""
_WRITE = """
INSERT INTO gate_pass (company_id, id, gate_id, person_id, permits, start_at, end_at, granted_at,
  confirmed_at, late_at, revoked_at, why)
VALUES (%s, %s, %s, %s, %s::uuid[], %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, id) DO UPDATE SET permits = excluded.permits, start_at = excluded.start_at,
  end_at = excluded.end_at, confirmed_at = excluded.confirmed_at, late_at = excluded.late_at,
  revoked_at = excluded.revoked_at, why = excluded.why
"""
_GONE = "UPDATE gate_pass SET gone_at = %s WHERE company_id = %s AND id = %s"
_VISIT = "UPDATE gate_controller SET next_visit_at = %s WHERE company_id = %s AND id = %s"
_MOVES = frozenset({"PassGranted", "PassChanged", "PassRevoked"})
_TELL = "SELECT pg_notify('davy', %s)"


def save(saving: Saving) -> None:
    """Write the gate, and the passes that changed; whoever looks at one of their permits is told."""
    company, gate, state = saving.envelope.company, saving.envelope.stream_id, saving.after
    rows.run(_GATE, (company, gate, saving.version, state.silent_since, json.dumps(kept(state))))
    if any(event.type in _MOVES for event in saving.events):
        rows.run(_VISIT, (saving.now, company, gate))
    before: Mapping[str, Pass] = _passes(saving.before)
    told: set[str] = set()
    for one in state.passes:
        held = before.get(one.id)
        if held != one:
            rows.run(_WRITE, (company, one.id, gate, *_values(one)))
            told |= {*one.permits, *(held.permits if held else ())}
    for event in saving.events:
        told |= _gone(saving, before, event)
    for permit in sorted(told):
        message = {"company": str(company), "kind": "passes", "id": permit}
        rows.run(_TELL, (json.dumps(message),))


def _passes(state: Gate | None) -> dict[str, Pass]:
    return {one.id: one for one in state.passes} if state else {}


def _values(one: Pass) -> tuple[Any, ...]:
    return (
        one.person,
        list(one.permits),
        one.start,
        one.end,
        one.granted_at,
        one.confirmed_at,
        one.late_at,
        one.revoked_at,
        one.why or "",
    )


def _gone(saving: Saving, before: Mapping[str, Pass], event: Event) -> set[str]:
    if event.type != "PassGone":
        return set()
    name = str(event.data["pass"])
    rows.run(_GONE, (saving.now, saving.envelope.company, name))
    return set(before[name].permits) if name in before else set()
