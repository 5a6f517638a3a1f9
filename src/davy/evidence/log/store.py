"""Rows of the log: entries and checkpoints are added, tiles grow. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from davy.db import rows
from davy_core.evidence.entry import Entry
from davy_core.evidence.tiles import WIDTH, Tile, bundle

__all__ = [
    "Signed",
    "add_entries",
    "bundle_of",
    "checkpoint",
    "checkpoint_of",
    "grow_tiles",
    "grown_streams",
    "keep",
    "size",
    "take_turn",
    "tile",
    "wait_for_turn",
    "waiting_since",
]

_TURN = "SELECT pg_try_advisory_xact_lock(hashtext('evidence.log'), hashtext(%s)) AS mine"
_WAIT = "SELECT pg_advisory_xact_lock(hashtext('evidence.log'), hashtext(%s))"
_GROWN = """
SELECT s.kind, s.id, s.seq, s.head, e.index AS previous, e.content, v.hash AS stands FROM evidence_stream s
LEFT JOIN LATERAL (
  SELECT index, seq, content FROM evidence_log_entry e
  WHERE e.company_id = s.company_id AND e.kind = s.kind AND e.stream_id = s.id ORDER BY seq DESC LIMIT 1) e
  ON true
LEFT JOIN evidence_event v
  ON v.company_id = s.company_id AND v.kind = s.kind AND v.stream_id = s.id AND v.seq = e.seq
WHERE s.company_id = %s AND s.seq > coalesce(e.seq, 0) AND (s.kind, s.id) > (%s, %s)
ORDER BY s.kind, s.id LIMIT %s
"""
_ENTRY = """
INSERT INTO evidence_log_entry (company_id, index, content, kind, stream_id, seq, integrated_at) VALUES
"""
_TILE = """
INSERT INTO evidence_log_tile (company_id, level, index, hashes) VALUES (%s, %s, %s, %s)
ON CONFLICT (company_id, level, index) DO UPDATE SET hashes = excluded.hashes
"""


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint as it was published."""

    size: int
    root: bytes
    note: str
    signed_at: datetime


def take_turn(company_id: UUID) -> bool:
    """Whether this transaction is the one that may write the company's log. Waits for nobody."""
    found = rows.one(_TURN, [str(company_id)])
    return bool(found and found["mine"])


def wait_for_turn(company_id: UUID) -> None:
    """Be the one that may write the company's log, when those before are done. Waits as long as the block's
    patience; raises OperationalError then."""
    rows.one(_WAIT, [str(company_id)])


def size(company_id: UUID) -> int:
    """How many entries there are."""
    found = rows.one(
        "SELECT coalesce(max(index) + 1, 0) AS n FROM evidence_log_entry WHERE company_id = %s", [company_id]
    )
    return int(found["n"]) if found else 0


def grown_streams(company_id: UUID, most: int) -> tuple[list[Entry], list[Entry]]:
    """What the streams that grew since they were last entered have come to, up to so many: those that grew
    out of what was entered, and those whose past is not what it was."""
    grown: list[Entry] = []
    rewritten: list[Entry] = []
    after: tuple[str, UUID] = ("", UUID(int=0))
    while len(grown) < most:  # past the rewritten ones, which would come first for ever
        page = rows.many(_GROWN, [company_id, *after, most])
        for row in page:
            entry = Entry(row["kind"], str(row["id"]), row["seq"], bytes(row["head"]), row["previous"])
            (grown if _stands(row) else rewritten).append(entry)
        if len(page) < most:
            break
        after = (page[-1]["kind"], page[-1]["id"])
    return grown[:most], rewritten


def _stands(row: Mapping[str, Any]) -> bool:
    """Whether the event that was entered of the stream is still what it was."""
    if row["previous"] is None:
        return True
    return row["stands"] is not None and Entry.of(bytes(row["content"])).head == bytes(row["stands"])


def add_entries(company_id: UUID, first: int, entries: Sequence[Entry], at: datetime) -> None:
    """Add them, numbered from `first`."""
    values: list[Any] = []
    for index, entry in enumerate(entries, first):
        values += [company_id, index, entry.content, entry.kind, entry.stream, entry.seq, at]
    if entries:
        with connection.cursor() as cursor:
            cursor.execute(_ENTRY + ", ".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(entries)), values)


def grow_tiles(company_id: UUID, written: Mapping[Tile, bytes]) -> None:
    """Put these tiles in the place of their narrower selves."""
    with connection.cursor() as cursor:
        cursor.executemany(
            _TILE, [(company_id, tile.level, tile.index, hashes) for tile, hashes in written.items()]
        )


def tile(company_id: UUID, asked: Tile) -> bytes:
    """The hashes of a tile. Raises LookupError when there is none so wide."""
    found = rows.one(
        "SELECT hashes FROM evidence_log_tile WHERE company_id = %s AND level = %s AND index = %s",
        [company_id, asked.level, asked.index],
    )
    hashes = bytes(found["hashes"])[: asked.width * 32] if found else b""
    if len(hashes) != asked.width * 32:
        raise LookupError(asked.path)
    return hashes


def bundle_of(company_id: UUID, asked: Tile) -> bytes:
    """The entries of a bundle. Raises LookupError when there are not so many."""
    first = asked.index * WIDTH
    found = rows.many(
        "SELECT content FROM evidence_log_entry WHERE company_id = %s AND index >= %s AND index < %s"
        " ORDER BY index",
        [company_id, first, first + asked.width],
    )
    if len(found) != asked.width:
        raise LookupError(asked.path)
    return bundle([bytes(row["content"]) for row in found])


def checkpoint(company_id: UUID) -> Signed | None:
    """The newest checkpoint."""
    found = rows.one(
        "SELECT size, root, note, signed_at FROM evidence_log_checkpoint WHERE company_id = %s"
        " ORDER BY size DESC LIMIT 1",
        [company_id],
    )
    return None if found is None else _signed(found)


def checkpoint_of(company_id: UUID, of: int) -> Signed | None:
    """The checkpoint of this size, if one was signed then."""
    found = rows.one(
        "SELECT size, root, note, signed_at FROM evidence_log_checkpoint WHERE company_id = %s AND size = %s",
        [company_id, of],
    )
    return None if found is None else _signed(found)


def waiting_since(company_id: UUID, beyond: int, now: datetime) -> datetime | None:
    """When the first checkpoint of more than so many entries was signed; None when there is none. One signed
    by a clock that stood in the future does not count."""
    found = rows.one(
        "SELECT min(signed_at) AS at FROM evidence_log_checkpoint"
        " WHERE company_id = %s AND size > %s AND signed_at <= %s",
        [company_id, beyond, now],
    )
    return found["at"] if found else None


def _signed(row: Mapping[str, Any]) -> Signed:
    return Signed(row["size"], bytes(row["root"]), row["note"], row["signed_at"])


def keep(company_id: UUID, signed: Signed) -> None:
    """Keep a checkpoint for ever."""
    rows.run(
        "INSERT INTO evidence_log_checkpoint (company_id, size, root, note, signed_at)"
        " VALUES (%s, %s, %s, %s, %s)",
        [company_id, signed.size, signed.root, signed.note, signed.signed_at],
    )
