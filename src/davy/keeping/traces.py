"""Finds every record that names a person, and what of it is his. Inside a tenant block."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.keeping import records
from davy.keeping.records import Key
from davy.keeping.terms import terms
from davy_core.keeping.erasing import Found
from davy_core.keeping.terms import Hold

__all__ = ["accounts_of", "found", "named_files", "namesakes", "requests"]

# By whoever acted, or by his id anywhere in the bytes. His own erasure tells of him and is judged by nobody.
_EVENTS = """
SELECT kind, stream_id, id, type, body, actor = ANY(%(accounts)s) AS acted FROM evidence_event
WHERE company_id = %(company)s AND kind <> 'erasure'
  AND (actor = ANY(%(accounts)s) OR position(%(person)s::bytea IN body) > 0)
ORDER BY kind, stream_id, seq
"""
_WORDS = """
SELECT e.kind, e.stream_id, e.id, e.type, p.label, e.id = ANY(%(his)s) AS his,
  %(name)s <> ''::bytea AND position(%(name)s::bytea IN p.bytes) > 0 AS named
FROM evidence_event e JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE e.company_id = %(company)s AND e.stream_id = ANY(%(ids)s)
  AND (e.id = ANY(%(his)s) OR (%(name)s <> ''::bytea AND position(%(name)s::bytea IN p.bytes) > 0))
ORDER BY e.kind, e.stream_id, e.seq, p.label
"""
# The exact bytes that he signed, and those that he sent from a phone.
_COMMANDS = """
WITH his AS (
  SELECT id, stream_id, encode(sha256, 'hex') AS sha256 FROM door_command
  WHERE company_id = %(company)s AND stream_id = ANY(%(ids)s) AND account_id = ANY(%(accounts)s)
)
SELECT h.stream_id, h.sha256 FROM his h
JOIN signatures_text t ON t.company_id = %(company)s AND t.sha256 = h.sha256
UNION SELECT h.stream_id, encode(l.sha256, 'hex') FROM his h
JOIN sync_link l ON l.company_id = %(company)s AND l.command_id = h.id
JOIN sync_text t ON t.company_id = l.company_id AND t.device_id = l.device_id AND t.seq = l.seq
"""
_REQUESTS = """
SELECT e.id, p.label FROM keeping_erasure k
JOIN evidence_event e ON e.company_id = k.company_id AND e.kind = 'erasure' AND e.stream_id = k.id
JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE k.company_id = %s AND k.person_id = %s AND position(%s::bytea IN p.bytes) > 0 ORDER BY e.id, p.label
"""

_NAMESAKES = """
SELECT id FROM people_person WHERE company_id = %s AND id <> %s AND position(%s in name) > 0 ORDER BY id
"""


def accounts_of(company_id: UUID, person_id: UUID) -> list[UUID]:
    """The accounts he has or had."""
    asked = "SELECT id FROM accounts_account WHERE company_id = %s AND person_id = %s ORDER BY id"
    return [row["id"] for row in rows.many(asked, (company_id, person_id))]


def found(company_id: UUID, person_id: UUID, name: str, standing: Sequence[Hold]) -> list[Found]:
    """Every record that names him, with his words and pictures in it; `name` as it is in the register, empty
    once it is erased."""
    accounts = accounts_of(company_id, person_id)
    asked = {
        "company": company_id,
        "accounts": [str(one) for one in accounts],
        "person": str(person_id).encode(),
    }
    his: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows.many(_EVENTS, asked):
        data = json.loads(bytes(row["body"]))["data"]
        mine = row["acted"] or str(person_id) in {data.get("by"), data.get("person")}
        his[(row["kind"], row["stream_id"])] += [{**row, "data": data}] if mine else []
    words, alike = _words(company_id, his, name)
    kept = _commands(company_id, his, accounts)
    traces = records.traces(company_id, list(his), standing)
    return [
        Found(
            trace,
            tuple(words[key]),
            tuple(sorted(set(_files(his[key])))),
            tuple(alike[key]),
            tuple(sorted(kept[key[1]])),
        )
        for key, trace in traces.items()
    ]


def requests(company_id: UUID, person_id: UUID, name: str) -> list[tuple[str, str]]:
    """The words of requests to erase him that name him, by event and label."""
    named = rows.many(_REQUESTS, (company_id, person_id, name.encode()))
    return [(str(row["id"]), row["label"]) for row in named] if name else []


def namesakes(company_id: UUID, person_id: UUID, name: str) -> list[UUID]:
    """Others of the register in whose names this one stands."""
    found = rows.many(_NAMESAKES, (company_id, person_id, name)) if name else []
    return [row["id"] for row in found]


def _words(
    company_id: UUID, his: Mapping[Key, list[Mapping[str, Any]]], name: str
) -> tuple[dict[Key, list[tuple[str, str]]], dict[Key, list[tuple[str, str]]]]:
    """His own words, and those in which his name stands that are not: it may be somebody else's."""
    own: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    alike: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    asked = {
        "company": company_id,
        "ids": [stream_id for _, stream_id in his],
        "his": [event["id"] for events in his.values() for event in events],
        "name": name.encode(),
    }
    for row in rows.many(_WORDS, asked):
        pair = (str(row["id"]), row["label"])
        if row["his"] and not terms().of_the_work(row["type"], row["label"]):
            own[(row["kind"], row["stream_id"])].append(pair)
        elif row["named"]:
            alike[(row["kind"], row["stream_id"])].append(pair)
    return own, alike


def _commands(company_id: UUID, his: Mapping[Key, Any], accounts: list[UUID]) -> dict[UUID, set[str]]:
    asked = {"company": company_id, "ids": [stream_id for _, stream_id in his], "accounts": accounts}
    found: dict[UUID, set[str]] = defaultdict(set)
    for row in rows.many(_COMMANDS, asked) if accounts else ():
        found[row["stream_id"]].add(row["sha256"])
    return found


def _files(events: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for event in events:
        yield from named_files(event["type"], event["data"])


def named_files(event_type: str, found: Any) -> Iterator[str]:
    """The attachments that these fields of an event name and that show whoever acted."""
    if isinstance(found, list):
        for inner in found:
            yield from named_files(event_type, inner)
    if not isinstance(found, dict):
        return
    for field, value in found.items():
        if terms().of_the_person(event_type, field):
            yield from (
                one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)
            )
        yield from named_files(event_type, value)
