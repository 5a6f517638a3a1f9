"""Takes in who went through a gate: each passage once, with what was so then, and calls whoever must know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.models import Account
from davy.alarms.contract import book as alarm_book
from davy.alarms.duties import holders
from davy.db import rows, tenant
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.gate import queries
from davy.gate.ways.told import Step
from davy.signatures import badges
from davy_core.gate.passing import PassHeld, rings, verdict
from davy_core.gate.state import OURS
from davy_core.instants import iso

__all__ = ["keep", "keep_in"]

_KEEP = """
INSERT INTO gate_passage (company_id, gate_id, ref, at, way, person_id, badge, pass_id, verdict, source,
  noted_at, noted_by)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_PASSES = """
SELECT start_at AS start, end_at AS "end", granted_at, revoked_at FROM gate_pass
WHERE company_id = %s AND gate_id = %s AND person_id = %s AND end_at > %s
ORDER BY granted_at DESC LIMIT 50
"""
_BY_CODE = "SELECT id FROM people_person WHERE company_id = %s AND hr_code = %s"
_CURSOR = "UPDATE gate_controller SET cursor = %s WHERE company_id = %s AND id = %s"


def keep(company_id: UUID, gate_id: UUID, steps: Sequence[Step], cursor: str) -> int:
    """Keep what a gate told and how far; how many were new. Outside a tenant block."""
    with tenant.company(company_id):
        row = queries.controller(company_id, gate_id)
        if row is None:
            return 0
        made = keep_in(company_id, row, steps)
        if cursor != row["cursor"]:
            rows.run(_CURSOR, (cursor, company_id, gate_id))
    return made


def keep_in(
    company_id: UUID,
    row: Mapping[str, Any],
    steps: Sequence[Step],
    *,
    source: str = "gate",
    by: UUID | None = None,
) -> int:
    """Keep these passages of the gate of this row; how many were new. Inside the tenant block of the company.
    A gate whose clock runs ahead of ours cannot have seen what is still to come: its passage is of now."""
    now, made = clock.now(), 0
    ring: dict[str, datetime] = {}
    for step in steps:
        at = min(step.at, now)
        person = _person(company_id, step)
        passes = _held(company_id, row["id"], person, at) if person else []
        found = verdict(step.way, at, passes, known=person is not None, only_ours=row["only_ours"])
        ends_in = step.badge[-3:] if person is None else ""
        name = step.pass_name.removeprefix(OURS)
        values = (
            company_id,
            row["id"],
            step.ref,
            at,
            step.way,
            person,
            ends_in,
            name,
            found,
            source,
            now,
            by,
        )
        if rows.run(_KEEP, values) != 1:
            continue
        made += 1
        kind = rings(found, step.way, only_ours=row["only_ours"])
        if kind is not None:
            ring[kind] = max(at, ring.get(kind, at))
    for kind, at in sorted(ring.items()):
        _ring(company_id, kind, row["code"], at)
    return made


def _person(company_id: UUID, step: Step) -> UUID | None:
    """Whose number or badge it is. Gates know people by their number in the company's records; a badge is
    found by its keyed hash among those that sign at shared terminals."""
    if step.person:
        found = rows.one(_BY_CODE, (company_id, step.person))
        if found is not None:
            return UUID(str(found["id"]))
    badge = badges.find(company_id, step.badge) if step.badge else None
    if badge is None:
        return None
    account = Account.objects.filter(company_id=company_id, id=badge.account_id).first()
    return account.person_id if account else None


def _held(company_id: UUID, gate_id: UUID, person: UUID, at: datetime) -> list[PassHeld]:
    return [PassHeld(**row) for row in rows.many(_PASSES, (company_id, gate_id, person, at))]


def _ring(company_id: UUID, kind: str, code: str, at: datetime) -> None:
    tell = [p for duty in alarm_book().kind(kind).tell for p in holders(company_id, None, duty)]
    body = {
        "permit": None,
        "number": None,
        "kind": kind,
        "code": None,
        "subject": code,
        "at": iso(at),
        "by": "driver",
        "tell": list(dict.fromkeys(tell)),
    }
    execute_in([raising(company_id, body, at)], Sender("driver"))
