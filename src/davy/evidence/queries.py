"""Reads the chain back and proves it. Every call needs the tenant block of its company."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.evidence.store import SALT
from davy_core.evidence.canonical import NotCanonicalError, decode, encode
from davy_core.evidence.chain import START, Broken, Link, Verified, verify

__all__ = ["Broken", "StoredEvent", "Verified", "events", "private", "streams", "verify_stream"]

_EVENTS = """
SELECT seq, id, type, v, body, prev, hash, occurred_at, recorded_at, command_id, actor FROM evidence_event
WHERE company_id = %s AND kind = %s AND stream_id = %s ORDER BY seq
"""
# From both tables: a stream whose head was removed is still listed, and then found to be broken.
_STREAMS = """
SELECT kind, id FROM evidence_stream WHERE company_id = %(company)s
UNION SELECT kind, stream_id FROM evidence_event WHERE company_id = %(company)s ORDER BY kind, id
"""
_HEAD = "SELECT seq, head FROM evidence_stream WHERE company_id = %s AND kind = %s AND id = %s FOR SHARE"
_PRIVATE = (
    "SELECT event_id, label, bytes FROM evidence_private WHERE company_id = %s AND event_id = ANY(%s::uuid[])"
)
_PRIVATE_OF_STREAM = """
SELECT e.seq, p.label, p.salt, p.bytes, p.sha256
FROM evidence_event e JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE e.company_id = %s AND e.kind = %s AND e.stream_id = %s ORDER BY e.seq
"""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event as it lies in the database. ``body`` is what was hashed; ``data`` reads it."""

    seq: int
    id: UUID
    type: str
    v: int
    body: bytes
    prev: bytes
    hash: bytes
    occurred_at: datetime
    recorded_at: datetime
    command_id: UUID
    actor: str

    @property
    def content(self) -> dict[str, Any]:
        """The whole body. Raises NotCanonicalError when the bytes are not what Davy wrote."""
        found: dict[str, Any] = decode(self.body)
        return found

    @property
    def data(self) -> dict[str, Any]:
        """What the event says, without its envelope."""
        found: dict[str, Any] = self.content["data"]
        return found


def events(company_id: UUID, kind: str, stream_id: UUID) -> list[StoredEvent]:
    """All events of the stream, first to last."""
    return [StoredEvent(**_plain(row)) for row in rows.many(_EVENTS, [company_id, kind, stream_id])]


def streams(company_id: UUID) -> list[tuple[str, UUID]]:
    """Kind and id of every stream of the company."""
    return [(row["kind"], row["id"]) for row in rows.many(_STREAMS, {"company": company_id})]


def private(company_id: UUID, event_ids: Iterable[UUID]) -> Mapping[tuple[UUID, str], bytes]:
    """The private parts of these events that were not erased, by event and label."""
    found = rows.many(_PRIVATE, [company_id, list(event_ids)])
    return {(row["event_id"], row["label"]): bytes(row["bytes"]) for row in found}


def verify_stream(company_id: UUID, kind: str, stream_id: UUID) -> Verified | Broken:
    """Prove the stream: every link, every column against its body, every private part left, the head.

    Besides the words of ``chain.Broken``, ``why`` can be: body, columns, private, head. Holds the stream
    until the transaction ends, so that nothing is appended meanwhile: keep that transaction short.
    """
    head = rows.one(_HEAD, [company_id, kind, stream_id])
    stored = events(company_id, kind, stream_id)
    walked = verify(Link(event.seq, event.prev, event.body, event.hash) for event in stored)
    if isinstance(walked, Broken):
        return walked
    digests: dict[int, Any] = {}
    for event in stored:
        try:
            content = event.content
        except NotCanonicalError:
            return Broken(event.seq, "body")
        if not _repeats(content, company_id, kind, stream_id, event):
            return Broken(event.seq, "columns")
        digests[event.seq] = content["private"]
    for row in rows.many(_PRIVATE_OF_STREAM, [company_id, kind, stream_id]):
        if not _proves(row, digests[row["seq"]]):
            return Broken(row["seq"], "private")
    ends = (head["seq"], bytes(head["head"])) if head else (0, START)
    return walked if ends == (walked.count, walked.head) else Broken(walked.count, "head")


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: bytes(value) if name in {"body", "prev", "hash"} else value for name, value in row.items()}


def _repeats(content: Any, company_id: UUID, kind: str, stream_id: UUID, event: StoredEvent) -> bool:
    """Whether the columns say what the body says."""
    columns = {
        "v": event.v,
        "type": event.type,
        "stream": {"kind": kind, "id": stream_id},
        "seq": event.seq,
        "id": event.id,
        "company": company_id,
        "command": event.command_id,
        "actor": event.actor,
        "occurred_at": event.occurred_at,
        "recorded_at": event.recorded_at,
    }
    only_in_body = {"clock", "data", "private"}
    if not isinstance(content, dict) or content.keys() != columns.keys() | only_in_body:
        return False
    try:
        said = encode(columns)
    except ValueError:  # an instant finer than any we write
        return False
    return said == encode({name: value for name, value in content.items() if name not in only_in_body})


def _proves(row: Mapping[str, Any], digests: Any) -> bool:
    """A salt of any other length would let the first bytes of a text pass for the end of its salt."""
    if len(bytes(row["salt"])) != SALT:
        return False
    digest = hashlib.sha256(bytes(row["salt"]) + bytes(row["bytes"]))
    named = digests.get(row["label"]) if isinstance(digests, dict) else None
    return digest.digest() == bytes(row["sha256"]) and named == digest.hexdigest()
