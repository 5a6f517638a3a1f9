"""Writes the chain: lock a stream, append to it in the same transaction, erase what was private."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from davy import clock
from davy.db import tenant
from davy_core.evidence.canonical import encode
from davy_core.evidence.chain import link_hash

__all__ = ["CLOCKS", "Head", "Record", "StaleHeadError", "append", "erase", "erase_parts", "lock"]

CLOCKS = frozenset({"server", "device_synced", "device_free"})  # whose clock said when it occurred

SALT = 16  # bytes; makes the hash of a short name impossible to guess

_FIND = "SELECT seq, head FROM evidence_stream WHERE company_id = %s AND kind = %s AND id = %s FOR UPDATE"
_BEGIN = """
INSERT INTO evidence_stream (company_id, kind, id, seq, head)
VALUES (%s, %s, %s, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING
"""
_MOVE = """
UPDATE evidence_stream SET seq = %s, head = %s
WHERE company_id = %s AND kind = %s AND id = %s AND seq = %s AND head = %s
"""
_EVENT = """
INSERT INTO evidence_event (company_id, kind, stream_id, seq, id, type, v, body, prev, hash,
                            occurred_at, recorded_at, command_id, actor) VALUES
"""
_PRIVATE = "INSERT INTO evidence_private (company_id, event_id, label, salt, bytes, sha256) VALUES"


class StaleHeadError(RuntimeError):
    """The stream moved since the head was read: it was not locked. Nothing was appended."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a locked stream ends: the number and hash of its last event, 0 and 32 zero bytes before any."""

    company_id: UUID
    kind: str
    id: UUID
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One event to append. ``body`` holds ids, codes, numbers and hashes only; what names or describes a
    person goes into ``private`` by label, where it can be erased while its hash stays.

    ``clock`` tells whose clock gave ``occurred_at``: one of CLOCKS. Raises ValueError for another word.
    """

    id: UUID
    type: str
    v: int
    body: Mapping[str, Any]
    occurred_at: datetime
    recorded_at: datetime
    command_id: UUID
    actor: str
    private: Mapping[str, bytes] = field(default_factory=dict)
    clock: str = "server"

    def __post_init__(self) -> None:
        """Refuse a clock nobody knows."""
        if self.clock not in CLOCKS:
            raise ValueError(f"clock is {self.clock!r}, not one of {', '.join(sorted(CLOCKS))}")


def lock(company_id: UUID, kind: str, stream_id: UUID) -> Head:
    """Take the stream for this transaction, new or not, and tell where it ends.

    Waits for others as long as ``lock_timeout`` allows. Raises OtherTenantError or NoTenantError outside of
    the company's tenant block.
    """
    _same_company(company_id)
    key = (company_id, kind, stream_id)
    with connection.cursor() as cursor:
        cursor.execute(_FIND, key)
        found = cursor.fetchone()
        if found is None:
            cursor.execute(_BEGIN, key)
            cursor.execute(_FIND, key)
            found = cursor.fetchone()
    if found is None:
        raise StaleHeadError("the stream vanished under the lock")
    return Head(company_id, kind, stream_id, found[0], bytes(found[1]))


def append(head: Head, records: Sequence[Record]) -> Head:
    """Add the records to the locked stream, in order, and tell where it ends now.

    Raises StaleHeadError when the head is not the stream's end any more, TypeError or ValueError for a body
    without canonical spelling; then nothing is written.
    """
    _same_company(head.company_id)
    if not records:
        return head
    events: list[Sequence[Any]] = []
    private: list[Sequence[Any]] = []
    end = head
    for record in records:
        end = _link(end, record, events, private)
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [end.seq, end.hash, head.company_id, head.kind, head.id, head.seq, head.hash])
        if cursor.rowcount != 1:
            raise StaleHeadError(f"{head.kind} {head.id} does not end at {head.seq} any more")
        _insert(cursor, _EVENT, events)
        if private:
            _insert(cursor, _PRIVATE, private)
    return end


def erase(company_id: UUID, event_ids: Iterable[UUID]) -> int:
    """Remove the private parts of these events for good; how many rows went. The chains stay valid."""
    _same_company(company_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT evidence_erase(%s::uuid, %s::uuid[])", [company_id, list(event_ids)])
        gone: int = cursor.fetchone()[0]
    return gone


def erase_parts(company_id: UUID, parts: Iterable[tuple[UUID, str]]) -> int:
    """Remove single private parts, by event and label, for good; how many went. The chains stay valid."""
    _same_company(company_id)
    wanted = list(parts)
    events, labels = [event for event, _ in wanted], [label for _, label in wanted]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT evidence_erase_parts(%s::uuid, %s::uuid[], %s::text[])", [company_id, events, labels]
        )
        gone: int = cursor.fetchone()[0]
    return gone


def _link(end: Head, record: Record, events: list[Sequence[Any]], private: list[Sequence[Any]]) -> Head:
    """Work out the row of one event and those of its private parts; gives the new end."""
    seq, digests = end.seq + 1, {}
    for label, content in record.private.items():
        salt = secrets.token_bytes(SALT)
        digest = hashlib.sha256(salt + content)
        digests[label] = digest.hexdigest()
        private.append((end.company_id, record.id, label, salt, content, digest.digest()))
    occurred_at, recorded_at = clock.floor(record.occurred_at), clock.floor(record.recorded_at)
    body = encode(
        {
            "v": record.v,
            "type": record.type,
            "stream": {"kind": end.kind, "id": end.id},
            "seq": seq,
            "id": record.id,
            "company": end.company_id,
            "command": record.command_id,
            "actor": record.actor,
            "occurred_at": occurred_at,
            "recorded_at": recorded_at,
            "clock": record.clock,
            "data": record.body,
            "private": digests,
        }
    )
    moved = replace(end, seq=seq, hash=link_hash(end.hash, body))
    place = (end.company_id, end.kind, end.id, seq, record.id, record.type, record.v)
    trail = (occurred_at, recorded_at, record.command_id, record.actor)
    events.append((*place, body, end.hash, moved.hash, *trail))
    return moved


def _insert(cursor: Any, statement: str, rows: Sequence[Sequence[Any]]) -> None:
    one = "(" + ", ".join(["%s"] * len(rows[0])) + ")"
    cursor.execute(statement + ", ".join([one] * len(rows)), [value for row in rows for value in row])


def _same_company(company_id: UUID) -> None:
    if tenant.current() != company_id:
        raise tenant.OtherTenantError(f"transaction belongs to company {tenant.current()}, not {company_id}")
