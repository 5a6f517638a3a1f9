"""Finds every record that names a person, and what of it is his. Inside a tenant block."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.keeping.models import Hold as HoldRow
from davy.keeping.terms import terms
from davy_core.keeping.erasing import Found
from davy_core.keeping.terms import Hold, Trace

__all__ = ["accounts_of", "found", "holds", "requests"]

# By whoever acted, or by his id anywhere in the bytes. His own erasure tells of him and is judged by nobody.
_EVENTS = """
SELECT kind, stream_id, id, type, body, actor = ANY(%(accounts)s) AS acted FROM evidence_event
WHERE company_id = %(company)s AND kind <> 'erasure'
  AND (actor = ANY(%(accounts)s) OR position(%(person)s::bytea IN body) > 0)
ORDER BY kind, stream_id, seq
"""
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
UNION ALL SELECT id, NULL, lifted_at IS NOT NULL FROM keeping_hold
WHERE company_id = %(company)s AND id = ANY(%(ids)s)
"""
_RELYING = """
SELECT isolation_id AS id, permit_id FROM isolations_reliance
WHERE company_id = %(company)s AND isolation_id = ANY(%(ids)s)
UNION SELECT id, permit_id FROM alarms_alarm
WHERE company_id = %(company)s AND id = ANY(%(ids)s) AND permit_id IS NOT NULL
"""
_NAMING = """
SELECT DISTINCT stream_id AS id FROM evidence_event
WHERE company_id = %s AND stream_id = ANY(%s) AND position(%s::bytea IN body) > 0
"""
_WORDS = """
SELECT e.kind, e.stream_id, e.id, e.type, p.label, e.id = ANY(%(his)s) AS his,
  %(name)s <> ''::bytea AND position(%(name)s::bytea IN p.bytes) > 0 AS named
FROM evidence_event e JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE e.company_id = %(company)s AND e.stream_id = ANY(%(ids)s)
  AND (e.id = ANY(%(his)s) OR (%(name)s <> ''::bytea AND position(%(name)s::bytea IN p.bytes) > 0))
ORDER BY e.kind, e.stream_id, e.seq, p.label
"""

_REQUESTS = """
SELECT e.id, p.label FROM keeping_erasure k
JOIN evidence_event e ON e.company_id = k.company_id AND e.kind = 'erasure' AND e.stream_id = k.id
JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE k.company_id = %s AND k.person_id = %s AND position(%s::bytea IN p.bytes) > 0 ORDER BY e.id, p.label
"""

Key = tuple[str, UUID]


def accounts_of(company_id: UUID, person_id: UUID) -> list[UUID]:
    """The accounts he has or had."""
    asked = "SELECT id FROM accounts_account WHERE company_id = %s AND person_id = %s ORDER BY id"
    return [row["id"] for row in rows.many(asked, (company_id, person_id))]


def holds(company_id: UUID) -> list[Hold]:
    """The holds that stand."""
    standing = HoldRow.objects.filter(company_id=company_id, lifted_at=None)
    return [
        Hold(str(r.id), r.about, _text(r.permit_id), _text(r.person_id), r.starts_at, r.ends_at)
        for r in standing
    ]


def found(company_id: UUID, person_id: UUID, name: str, standing: Iterable[Hold]) -> list[Found]:
    """Every record that names him, with his words and pictures in it; `name` as it is in the register, empty
    once it is erased."""
    accounts = [str(account) for account in accounts_of(company_id, person_id)]
    asked = {"company": company_id, "accounts": accounts, "person": str(person_id).encode()}
    his: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows.many(_EVENTS, asked):
        data = json.loads(bytes(row["body"]))["data"]
        mine = row["acted"] or str(person_id) in {data.get("by"), data.get("person")}
        his[(row["kind"], row["stream_id"])] += [{**row, "data": data}] if mine else []
    words = _words(company_id, his, name)
    traces = _traces(company_id, list(his), standing)
    return [
        Found(trace, tuple(words[key]), tuple(sorted(set(_files(his[key]))))) for key, trace in traces.items()
    ]


def requests(company_id: UUID, person_id: UUID, name: str) -> list[tuple[str, str]]:
    """The words of requests to erase him that name him, by event and label."""
    named = rows.many(_REQUESTS, (company_id, person_id, name.encode()))
    return [(str(row["id"]), row["label"]) for row in named] if name else []


def _words(company_id: UUID, his: Mapping[Key, list[Mapping[str, Any]]], name: str) -> dict[Key, list[Any]]:
    told: dict[Key, list[Any]] = defaultdict(list)
    asked = {
        "company": company_id,
        "ids": [stream_id for _, stream_id in his],
        "his": [event["id"] for events in his.values() for event in events],
        "name": name.encode(),
    }
    for row in rows.many(_WORDS, asked):
        own = row["his"] and not terms().of_the_work(row["type"], row["label"])
        if own or row["named"]:
            told[(row["kind"], row["stream_id"])].append((str(row["id"]), row["label"]))
    return told


def _traces(company_id: UUID, keys: list[Key], standing: Iterable[Hold]) -> dict[Key, Trace]:
    ids = [stream_id for _, stream_id in keys]
    asked = {"company": company_id, "ids": ids}
    over = {row["id"]: row for row in rows.many(_OVER, asked)}
    relying: dict[UUID, list[str]] = defaultdict(list)
    for row in rows.many(_RELYING, asked):
        relying[row["id"]].append(str(row["permit_id"]))
    traces = {
        (row["kind"], row["stream_id"]): Trace(
            kind=row["kind"],
            id=str(row["stream_id"]),
            number=over.get(row["stream_id"], {}).get("number"),
            first=row["first"],
            last=row["last"],
            over=over.get(row["stream_id"], {"over": row["kind"] not in _WITH_ROW})["over"],
            permits=tuple(relying[row["stream_id"]]),
        )
        for row in rows.many(_SPANS, (company_id, ids))
        if (row["kind"], row["stream_id"]) in set(keys)
    }
    return _with_people(company_id, traces, [hold.person for hold in standing if hold.person])


_WITH_ROW = frozenset({"permit", "isolation", "scheme", "outage", "alarm", "hold"})


def _with_people(company_id: UUID, traces: dict[Key, Trace], held: list[str]) -> dict[Key, Trace]:
    """The traces with those people whom somebody holds; nobody else is asked for."""
    ids = [stream_id for _, stream_id in traces]
    for person in held:
        naming = {row["id"] for row in rows.many(_NAMING, (company_id, ids, person.encode()))}
        traces = {
            key: replace(trace, people=trace.people | {person}) if key[1] in naming else trace
            for key, trace in traces.items()
        }
    return traces


def _files(events: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for event in events:
        yield from _named(event["type"], event["data"])


def _named(event_type: str, found: Any) -> Iterator[str]:
    if isinstance(found, list):
        for inner in found:
            yield from _named(event_type, inner)
    if not isinstance(found, dict):
        return
    for field, value in found.items():
        if terms().of_the_person(event_type, field):
            yield from (
                one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)
            )
        yield from _named(event_type, value)


def _text(value: UUID | None) -> str | None:
    return str(value) if value else None
