"""What a record of some stream is to whoever keeps or removes it: when, whether it is over, who leans on it,
whom it names. Inside a tenant block.

A record that permits lean on (an isolation, a work plan, an alarm, an emergency) is as old and as open as
the last of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from davy.db import rows
from davy.keeping.models import Hold as HoldRow
from davy_core.keeping.terms import Hold, Trace

__all__ = ["Key", "alone", "holds", "traces"]

Key = tuple[str, UUID]

_SPANS = """
SELECT kind, stream_id, min(recorded_at) AS first, max(recorded_at) AS last FROM evidence_event
WHERE company_id = %s AND stream_id = ANY(%s) GROUP BY kind, stream_id
"""
# Whether a record is over, by its row; a kind without one is over with its last event.
_OVER = """
SELECT id, number, state IN ('closed', 'voided', 'withdrawn') AND clearance <> 'open' AS over
FROM permits_permit WHERE company_id = %(company)s AND id = ANY(%(ids)s)
UNION ALL SELECT id, number, state IN ('restored', 'cancelled') FROM isolations_isolation
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
UNION ALL SELECT id, number, state IN ('approved', 'withdrawn') FROM schemes_scheme
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
UNION ALL SELECT id, number, state = 'ended' FROM outages_outage
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
UNION ALL SELECT id, number, state = 'closed' FROM alarms_alarm
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
UNION ALL SELECT id, number, state = 'ended' FROM emergency_emergency
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
UNION ALL SELECT id, NULL, lifted_at IS NOT NULL FROM keeping_hold
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
"""
_RELYING = """
SELECT isolation_id AS id, permit_id FROM isolations_reliance
WHERE company_id = %(company)s AND isolation_id = ANY(%(ids)s)
UNION SELECT id, permit_id FROM alarms_alarm
WHERE company_id = %(company)s AND id = ANY(%(ids)s) AND permit_id IS NOT NULL
UNION SELECT e.id, (one->>'permit')::uuid FROM emergency_emergency e,
  jsonb_array_elements((e.doc->'triggers') || (e.doc->'roll')) one
WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s) AND one->>'permit' IS NOT NULL
UNION SELECT scheme_id, id FROM permits_permit
WHERE company_id = %(company)s AND scheme_id = ANY(%(ids)s)
UNION SELECT (convert_from(body, 'UTF8')::jsonb #>> '{data,scheme,id}')::uuid, stream_id FROM evidence_event
WHERE company_id = %(company)s AND kind = 'permit' AND stream_id = ANY(%(held)s)
  AND position('"scheme":{'::bytea IN body) > 0
"""
_NAMING = """
SELECT DISTINCT stream_id AS id FROM evidence_event
WHERE company_id = %s AND stream_id = ANY(%s) AND position(%s::bytea IN body) > 0
"""
_WITH_ROW = frozenset({"permit", "isolation", "scheme", "outage", "alarm", "hold", "emergency"})


def alone(company_id: UUID) -> None:
    """Whoever places a hold, erases or removes does it alone in his company until the transaction ends, so
    that none of them decides on what another is just changing. Taken before anything is read."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"keeping:{company_id}"])


def holds(company_id: UUID) -> list[Hold]:
    """The holds that stand."""
    standing = HoldRow.objects.filter(company_id=company_id, lifted_at=None)
    return [
        Hold(str(r.id), r.about, _text(r.permit_id), _text(r.person_id), r.starts_at, r.ends_at)
        for r in standing
    ]


def traces(company_id: UUID, keys: Sequence[Key], standing: Sequence[Hold]) -> dict[Key, Trace]:
    """The records of these streams; of people only those are told whom somebody holds."""
    leaning = _leaning(company_id, keys, standing)
    permits = {("permit", permit) for found in leaning.values() for permit in found}
    people = _people(company_id, [*keys, *permits], standing)
    told = _alone(company_id, [*keys, *permits], people)
    made = {}
    for key in keys:
        if key not in told:
            continue
        on = [told[("permit", permit)] for permit in leaning[key[1]] if ("permit", permit) in told]
        one = told[key]
        made[key] = replace(
            one,
            first=min([one.first, *(permit.first for permit in on)]),
            last=max([one.last, *(permit.last for permit in on)]),
            over=one.over and all(permit.over for permit in on),
            permits=tuple(permit.id for permit in on),
            people=one.people.union(*(permit.people for permit in on)),
        )
    return made


def _alone(company_id: UUID, keys: Iterable[Key], people: Mapping[UUID, set[str]]) -> dict[Key, Trace]:
    """Each record by itself."""
    wanted = set(keys)
    ids = [stream_id for _, stream_id in wanted]
    over = {row["id"]: row for row in rows.many(_OVER, {"company": company_id, "ids": ids})}
    found: dict[Key, Trace] = {}
    for row in rows.many(_SPANS, (company_id, ids)):
        key, about = (row["kind"], row["stream_id"]), over.get(row["stream_id"])
        if key in wanted:
            found[key] = Trace(
                kind=row["kind"],
                id=str(row["stream_id"]),
                number=about["number"] if about else None,
                first=row["first"],
                last=row["last"],
                over=about["over"] if about else row["kind"] not in _WITH_ROW,
                people=frozenset(people.get(row["stream_id"], ())),
            )
    return found


def _leaning(company_id: UUID, keys: Sequence[Key], standing: Sequence[Hold]) -> dict[UUID, list[UUID]]:
    """The permits that lean on each."""
    asked = {
        "company": company_id,
        "ids": [stream_id for kind, stream_id in keys if kind != "permit"],
        "held": [UUID(hold.permit) for hold in standing if hold.permit],
    }
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for row in rows.many(_RELYING, asked) if asked["ids"] else ():
        if row["permit_id"] not in found[row["id"]]:
            found[row["id"]].append(row["permit_id"])
    return found


def _people(company_id: UUID, keys: Iterable[Key], standing: Sequence[Hold]) -> dict[UUID, set[str]]:
    """Who of those whom somebody holds is named where."""
    ids, found = [stream_id for _, stream_id in keys], defaultdict[UUID, set[str]](set)
    for person in sorted({hold.person for hold in standing if hold.person}):
        for row in rows.many(_NAMING, (company_id, ids, person.encode())):
            found[row["id"]].add(person)
    return found


def _text(value: UUID | None) -> str | None:
    return str(value) if value else None
