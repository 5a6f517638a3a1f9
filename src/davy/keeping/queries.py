"""Reads holds, erasures, and what of a person would go and stay. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.door.answers import plain_refusal
from davy.evidence import queries as evidence
from davy.keeping import clocked, records, traces
from davy.keeping.stream import subject
from davy.keeping.terms import terms_of
from davy.people import queries as people
from davy_core.keeping import erasing

__all__ = ["MOST_SHOWN", "erased_in", "erasures", "holds", "preview"]

MOST_SHOWN = 200
"""Records of a preview that are listed; all are counted."""

AROUND = 40
"""Characters of a text that are shown before and after a name."""

_HOLDS = """
SELECT h.id, h.about, h.permit_id, p.number AS permit_number, h.person_id, o.name AS person_name, h.starts_at,
  h.ends_at, h.reason, h.placed_by, b.name AS placed_by_name, h.placed_at, h.lifted_by,
  l.name AS lifted_by_name, h.lifted_at, h.lifted_why
FROM keeping_hold h
LEFT JOIN permits_permit p ON p.company_id = h.company_id AND p.id = h.permit_id
LEFT JOIN people_person o ON o.company_id = h.company_id AND o.id = h.person_id
LEFT JOIN people_person b ON b.company_id = h.company_id AND b.id = h.placed_by
LEFT JOIN people_person l ON l.company_id = h.company_id AND l.id = h.lifted_by
WHERE h.company_id = %s ORDER BY h.lifted_at IS NOT NULL, h.placed_at DESC LIMIT 500
"""
_ERASURES = """
SELECT e.id, e.person_id, o.name AS person_name, o.hr_code AS person_code, e.state, e.reason, e.requested_by,
  r.name AS requested_by_name, e.requested_at, e.carried_by, c.name AS carried_by_name, e.carried_at, e.times,
  e.words, e.files, e.kept
FROM keeping_erasure e
LEFT JOIN people_person o ON o.company_id = e.company_id AND o.id = e.person_id
LEFT JOIN people_person r ON r.company_id = e.company_id AND r.id = e.requested_by
LEFT JOIN people_person c ON c.company_id = e.company_id AND c.id = e.carried_by
WHERE e.company_id = %s ORDER BY e.state IN ('done', 'withdrawn'), e.requested_at DESC LIMIT 500
"""
_ERASED = """
SELECT DISTINCT erasure_id AS id FROM keeping_erased_record
WHERE company_id = %s AND stream_id = ANY(%s) ORDER BY id
"""


def holds(company_id: UUID) -> list[dict[str, Any]]:
    """The holds, those that stand first, the newest first."""
    return rows.many(_HOLDS, (company_id,))


def erasures(company_id: UUID) -> list[dict[str, Any]]:
    """The requests, those that are open first, the newest first."""
    return rows.many(_ERASURES, (company_id,))


def erased_in(company_id: UUID, streams: Sequence[UUID]) -> list[UUID]:
    """The erasures by which these records lost something."""
    return [row["id"] for row in rows.many(_ERASED, (company_id, list(streams)))]


def preview(company_id: UUID, person_id: UUID, now: datetime) -> dict[str, Any] | None:
    """What would go and what would stay if he were erased now, and why; None for nobody. `refused` is what
    forbids all of it."""
    about = subject(company_id, person_id)
    if about is None:
        return None
    name = people.names(company_id, [person_id])[str(person_id)]
    standing = records.holds(company_id)
    found = traces.found(company_id, person_id, name, standing)
    facts = erasing.Facts(
        now, None, True, None, terms_of(company_id, now), clocked.found(), about, found, standing
    )
    made = erasing.plan(facts)
    reasons = [plain_refusal(reason.code, **reason.values)["reasons"][0] for reason in erasing.against(facts)]
    return {
        "person": {"id": person_id, "name": name},
        "refused": reasons,
        "whole": made.whole,
        "goes": {
            "records": len(made.goes),
            "words": sum(len(one.words) for one in made.goes),
            "files": len({file for one in made.goes for file in one.files}),
        },
        "alike": _alike(company_id, made, name),
        "stays": [_staying(one, why) for one, why in _latest_last(made)[:MOST_SHOWN]],
        "stays_total": len(made.stays),
        "period": _period(company_id, now),
    }


def _alike(company_id: UUID, made: erasing.Plan, name: str) -> list[dict[str, Any]]:
    """The texts in which his name stands and that may be about somebody else, with what stands around it."""
    about = {event: one.trace for one in made.goes for event, _ in one.alike}
    wanted = [pair for one in made.goes for pair in one.alike][:MOST_SHOWN]
    told = evidence.private(company_id, [UUID(event) for event in {event for event, _ in wanted}])
    return [
        {
            "word": f"{event}/{label}",
            "label": label,
            "kind": about[event].kind,
            "id": about[event].id,
            "number": about[event].number,
            "text": _around(bytes(told[(UUID(event), label)]).decode(errors="replace"), name),
        }
        for event, label in wanted
        if (UUID(event), label) in told
    ]


def _around(text: str, name: str) -> str:
    at = max(text.find(name), 0)
    first, last = max(at - AROUND, 0), at + len(name) + AROUND
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _latest_last(made: erasing.Plan) -> list[tuple[erasing.Found, Any]]:
    """What has no day first, then by day."""
    return sorted(
        made.stays, key=lambda pair: (pair[1].until is not None, pair[1].until or pair[0].trace.last)
    )


def _staying(one: erasing.Found, why: Any) -> dict[str, Any]:
    trace = one.trace
    return {
        "kind": trace.kind,
        "id": trace.id,
        "number": trace.number,
        "why": why.why,
        "until": why.until,
        "hold": why.hold,
        "words": len(one.words),
        "files": len(one.files),
    }


def _period(company_id: UUID, now: datetime) -> dict[str, Any]:
    record = terms_of(company_id, now).periods["record"]
    return {"days": record.days, "clause": record.clause, "also": record.also, "grade": record.grade}
