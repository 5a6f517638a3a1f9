"""A visit to a gate: its list is read, made ours, read back; its passages are fetched; what came of it is
told.

What must go is taken away before anything is given. A visit that breaks off anywhere is simply made again.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.gate import queries
from davy.gate.contract import book
from davy.gate.judging import tell
from davy.gate.passing import keep
from davy.gate.setups import line
from davy.gate.ways.http import Line, RefusedError
from davy.gate.ways.told import GateError, Listing, Step
from davy_core.gate.answering import Owed, owed
from davy_core.gate.state import Gate
from davy_core.instants import iso

__all__ = ["visit"]

_log = logging.getLogger(__name__)
MOST_AT_ONCE = 200
MOST_PAGES = 20
HOLD = timedelta(seconds=120)
"""So long a visit may keep others from the gate; one that was killed holds it no longer."""
ROUNDS = 4
PAUSES_S = (5, 10, 20, 40, 60)
"""Between two tries at a gate that does not answer; then every minute: people wait before it."""
_CLAIM = """
UPDATE gate_controller SET visiting_until = %(until)s, next_visit_at = NULL, tried_at = %(now)s
WHERE company_id = %(company)s AND id = %(gate)s AND way = 'http'
  AND next_visit_at <= %(now)s AND (visiting_until IS NULL OR visiting_until < %(now)s)
"""
_WELL = """
UPDATE gate_controller SET visiting_until = NULL, answered_at = %(now)s, failing_since = NULL, failures = 0,
  problem = %(problem)s, cards = %(cards)s, foreign_cards = %(foreign)s,
  next_visit_at = least(next_visit_at, %(next)s)
WHERE company_id = %(company)s AND id = %(gate)s
"""
_ILL = """
UPDATE gate_controller SET visiting_until = NULL, failing_since = coalesce(failing_since, %(now)s),
  failures = failures + 1, problem = %(problem)s, next_visit_at = least(next_visit_at, %(next)s)
WHERE company_id = %(company)s AND id = %(gate)s
"""
_CODES = "SELECT id::text AS id, hr_code FROM people_person WHERE company_id = %s AND id = ANY(%s::uuid[])"


@dataclass(frozen=True)
class _Found:
    """What a visit came to. `problem`: the gate took not everything, else empty."""

    before: Listing
    after: Listing
    problem: str
    steps: list[Step]
    cursor: str


def visit(company_id: UUID, gate_id: UUID) -> int:
    """Visit the gate as long as it is due, alone; how often. Outside a tenant block."""
    for number in range(ROUNDS):
        if not _claimed(company_id, gate_id):
            return number
        _once(company_id, gate_id)
    return ROUNDS


def _claimed(company_id: UUID, gate_id: UUID) -> bool:
    now = clock.now()
    asked = {"company": company_id, "gate": gate_id, "now": now, "until": now + HOLD}
    with tenant.company(company_id):
        return rows.run(_CLAIM, asked) == 1


def _once(company_id: UUID, gate_id: UUID) -> None:
    with tenant.company(company_id):
        row = queries.controller(company_id, gate_id)
        gate = queries.load(company_id, gate_id) or Gate(str(gate_id))
        codes = _codes(company_id, gate)
    if row is None:
        return
    try:
        found = _asked(line(company_id, row), gate, codes, row["cursor"])
    except GateError as error:
        _note_ill(company_id, gate_id, row, error.code)
        return
    _note_well(company_id, gate_id, found)


def _codes(company_id: UUID, gate: Gate) -> Mapping[str, str]:
    wanted = sorted({one.person for one in gate.live()})
    return {row["id"]: row["hr_code"] for row in rows.many(_CODES, (company_id, wanted))} if wanted else {}


def _asked(line_: Line, gate: Gate, codes: Mapping[str, str], cursor: str) -> _Found:
    """Touches no database: a slow gate holds nothing up but itself."""
    before = line_.listing()
    todo = owed(gate, before.ours)
    problem = _done(line_, todo, codes)
    after = line_.listing() if todo.put or todo.take else before
    steps: list[Step] = []
    try:
        for _ in range(MOST_PAGES):
            told, following = line_.steps(cursor)
            steps += told
            if not told or following == cursor:
                break
            cursor = following
    except GateError as error:  # who may go in comes first; who went is asked again with the next visit
        problem = problem or f"passages_{error.code}"[:32]
    return _Found(before, after, problem, steps, cursor)


def _done(line_: Line, todo: Owed, codes: Mapping[str, str]) -> str:
    problem = ""
    for name in todo.take[:MOST_AT_ONCE]:
        try:
            line_.take(name)
        except RefusedError:
            problem = "refused"
    for one in todo.put[:MOST_AT_ONCE]:
        code = codes.get(one.person)
        if code is None:  # nobody of that number any more: there is nothing to put there
            problem = "refused"
            continue
        try:
            line_.put(one.name, code, one.start, one.end)
        except RefusedError:
            problem = "refused"
    more = len(todo.take) > MOST_AT_ONCE or len(todo.put) > MOST_AT_ONCE
    return problem or ("more" if more else "")


def _note_well(company_id: UUID, gate_id: UUID, found: _Found) -> None:
    now = clock.now()
    soon = now + (timedelta(seconds=1) if found.problem == "more" else book().reconcile_every)
    noted = {
        "company": company_id,
        "gate": gate_id,
        "now": now,
        "next": soon,
        "problem": "" if found.problem == "more" else found.problem,
        "cards": len(found.after.ours) + found.after.foreign,
        "foreign": found.after.foreign,
    }
    body = {
        "found": _plain(found.before),
        "left": _plain(found.after),
        "foreign": found.before.foreign,
    }
    with tenant.company(company_id):
        rows.run(_WELL, noted)
    tell(company_id, gate_id, "note_answer", body)
    if found.steps or found.cursor:
        keep(company_id, gate_id, found.steps, found.cursor)


def _plain(found: Listing) -> list[dict[str, str]]:
    return [{"name": n, "from": iso(start), "until": iso(end)} for n, (start, end) in found.ours.items()]


def _note_ill(company_id: UUID, gate_id: UUID, row: dict[str, Any], problem: str) -> None:
    now = clock.now()
    pause = PAUSES_S[min(row["failures"], len(PAUSES_S) - 1)]
    noted = {
        "company": company_id,
        "gate": gate_id,
        "now": now,
        "next": now + timedelta(seconds=pause),
        "problem": problem,
    }
    with tenant.company(company_id):
        rows.run(_ILL, noted)
    since: datetime = row["failing_since"] or now
    tell(company_id, gate_id, "note_silence", {"since": iso(since), "problem": problem})
