"""Makes an evidence bundle: the events of some streams with what they name, proved to somebody without Davy.

A ZIP that is written as it is read: every file, then the manifest with the hash of each, signed by the key of
the log. Each part may be worked out by another thread, so no tenant block is open while one is handed over.
``davy_verify`` reads it; docs/reference/bundle.md tells the form.
"""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import IO
from uuid import UUID

from davy.archive import gas
from davy.archive.outside import vouched
from davy.archive.proved import NotProvedError, entered
from davy.archive.readings import Seals
from davy.archive.signatures import signatures
from davy.attachments import files
from davy.attachments.pouring import Pouring
from davy.db import rows, tenant
from davy.evidence import queries
from davy.evidence.log import store
from davy.evidence.log.keys import LogKey, log_key
from davy.evidence.log.succession import steps
from davy.signatures import agreement
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import signed
from davy_core.evidence.tiles import Tile, node_of
from davy_core.evidence.tree import inclusion_proof
from davy_core.instants import iso

__all__ = ["Contents", "NotProvedError", "bundle"]

MOST_ENTRIES = 100_000
"""Entries of a log that goes in whole. Of a longer one only those of the streams go in, and the checker says
that it cannot tell whether there are more."""

_PART = 1 << 20
_PAGE = 4096
_MOST_TILES = 4096  # 8 KiB each
_HASH = re.compile(rb"[0-9a-f]{64}")
_PRIVATE = """
SELECT p.event_id, p.label, p.salt, p.bytes FROM evidence_event e
JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
WHERE e.company_id = %s AND e.kind = %s AND e.stream_id = %s AND e.seq <= %s ORDER BY e.seq, p.label
"""
_ENTRIES = """
SELECT index, content FROM evidence_log_entry
WHERE company_id = %s AND kind = %s AND stream_id = %s AND index < %s ORDER BY index
"""
_ALL = """
SELECT content FROM evidence_log_entry WHERE company_id = %s AND index >= %s AND index < %s ORDER BY index
"""
_RULES = (
    "SELECT sha256, content FROM rulebook_basis WHERE company_id = %s AND sha256 = ANY(%s) ORDER BY sha256"
)
_ATTACHMENTS = """
SELECT sha256 FROM attachments_reference WHERE company_id = %s AND stream_kind = %s AND stream_id = ANY(%s)
GROUP BY sha256 ORDER BY sha256
"""


@dataclass(frozen=True)
class Contents:
    """What goes in: streams by kind and id, whether names and free text do, and papers: file names with what
    makes them when their turn comes."""

    streams: Sequence[tuple[str, UUID]]
    private: bool
    papers: Iterable[tuple[str, Callable[[], bytes]]] = ()


def bundle(company_id: UUID, contents: Contents, now: datetime) -> Iterator[bytes]:
    """The bytes of the bundle, in parts. What happened up to now is entered in the log before, so that the
    log proves all of it. Raises LogBrokenError and NotProvedError before the first byte."""
    checkpoint = entered(company_id, contents.streams)
    return _written(_Writing(company_id, contents, checkpoint, log_key(company_id)), now)


@dataclass
class _Writing:
    company: UUID
    contents: Contents
    checkpoint: store.Signed
    key: LogKey
    digests: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    commands: set[UUID] = field(default_factory=set)
    tiles: dict[Tile, bytes] = field(default_factory=dict)
    seals: Seals = field(init=False)

    def __post_init__(self) -> None:
        self.seals = Seals(self.company)

    def tile(self, asked: Tile) -> bytes:
        """The hashes of a tile, each read once for all proofs while they are few enough to be kept."""
        found = self.tiles.get(asked)
        if found is None:
            found = store.tile(self.company, asked)
            if len(self.tiles) < _MOST_TILES:
                self.tiles[asked] = found
        return found


def _written(writing: _Writing, now: datetime) -> Iterator[bytes]:
    out = Pouring()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _texts(writing):
            writing.digests[name] = sha256(content).hexdigest()
            archive.writestr(zipfile.ZipInfo(name, _stamp(now)), content, zipfile.ZIP_DEFLATED)
            yield out.poured()
        yield from _log(writing, archive, out, now)
        for digest in _attachments(writing):
            yield from _attachment(writing, archive, digest, out, now)
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(writing.digests.items()))
        text = f"davy-bundle/v1\n{iso(now)}\n{writing.key.name}\n{lines}"
        archive.writestr(
            zipfile.ZipInfo("manifest.note", _stamp(now)), signed(text, [writing.key]), zipfile.ZIP_DEFLATED
        )
    yield out.poured()


def _texts(writing: _Writing) -> Iterator[tuple[str, bytes]]:
    yield "log/key", f"{writing.key.public.told}\n".encode()
    yield "log/checkpoint", writing.checkpoint.note.encode()
    for number, step in enumerate(steps(writing.company), 1):
        yield f"log/succession/{number}.note", step.note.encode()
    size, read = writing.checkpoint.size, writing.tile
    yield from vouched(writing.company, writing.contents.streams, size, read).items()
    for kind, stream_id in writing.contents.streams:
        yield from _stream(writing, kind, stream_id)
    yield from writing.seals.files([one for kind, one in writing.contents.streams if kind == "permit"])
    named = sorted(writing.named)
    with tenant.company(writing.company):
        words = writing.contents.private
        proofs = list(signatures(writing.company, named, writing.commands, words=words))
        judged_by = rows.many(_RULES, [writing.company, named])
    yield from proofs
    for digest, text in agreement.known().items():
        if digest in writing.named:
            yield f"signatures/agreement-{text.version}.txt", text.content
    for row in judged_by:
        yield f"rules/{row['sha256']}.json", bytes(row["content"])
    for name, make in writing.contents.papers:
        yield f"papers/{name}", make()


def _stream(writing: _Writing, kind: str, stream_id: UUID) -> Iterator[tuple[str, bytes]]:
    folder = f"streams/{kind}-{stream_id}"
    with tenant.company(writing.company):
        entries = list(_entries(writing, kind, stream_id))
        proved = Entry.of(entries[-1][1]).seq if entries else 0
        events = [e for e in queries.events(writing.company, kind, stream_id) if e.seq <= proved]
        private = _private(writing, kind, stream_id, proved) if writing.contents.private else []
    shown = b"".join(event.body + b"\n" for event in events)
    writing.named.update(word.decode() for word in _HASH.findall(shown))
    writing.commands.update(event.command_id for event in events)
    if kind == "readings":
        writing.seals.take((event.type, event.data) for event in events)
    yield f"{folder}/events.jsonl", shown
    yield f"{folder}/entries.jsonl", b"".join(line for line, _ in entries)
    if private:
        yield f"{folder}/private.jsonl", b"".join(private)
    measured = gas.table(json.loads(event.body) for event in events) if kind == "permit" else b""
    if measured:
        yield f"{folder}/gas.csv", measured


def _entries(writing: _Writing, kind: str, stream_id: UUID) -> Iterator[tuple[bytes, bytes]]:
    """Each entry of the stream with its proof as a line, and its content."""
    size = writing.checkpoint.size
    node = node_of(size, writing.tile)
    for row in rows.many(_ENTRIES, [writing.company, kind, stream_id, size]):
        content = bytes(row["content"])
        proof = [step.hex() for step in inclusion_proof(row["index"], size, node)]
        yield _line({"index": row["index"], "entry": content.decode(), "proof": proof}), content


def _log(writing: _Writing, archive: zipfile.ZipFile, out: Pouring, now: datetime) -> Iterator[bytes]:
    """All entries up to the checkpoint, one a line, so that nobody can leave one out unseen."""
    size, digest, name = writing.checkpoint.size, sha256(), "log/entries.jsonl"
    if size > MOST_ENTRIES:
        return
    info = zipfile.ZipInfo(name, _stamp(now))
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as target:
        for first in range(0, size, _PAGE):
            with tenant.company(writing.company):
                found = rows.many(_ALL, [writing.company, first, min(first + _PAGE, size)])
            part = b"".join(bytes(row["content"]) + b"\n" for row in found)
            digest.update(part)
            target.write(part)
            yield out.poured()
    writing.digests[name] = digest.hexdigest()
    yield out.poured()


def _private(writing: _Writing, kind: str, stream_id: UUID, proved: int) -> list[bytes]:
    return [
        _line(
            {
                "event": str(row["event_id"]),
                "label": row["label"],
                "salt": bytes(row["salt"]).hex(),
                "bytes": base64.b64encode(bytes(row["bytes"])).decode(),
            }
        )
        for row in rows.many(_PRIVATE, [writing.company, kind, stream_id, proved])
    ]


def _attachments(writing: _Writing) -> list[str]:
    """What the streams hold on to, as far as an event that goes in names it."""
    found: set[str] = set()
    with tenant.company(writing.company):
        for kind in {kind for kind, _ in writing.contents.streams}:
            ids = [stream_id for k, stream_id in writing.contents.streams if k == kind]
            found |= {row["sha256"] for row in rows.many(_ATTACHMENTS, [writing.company, kind, ids])}
    return sorted(found & writing.named)


def _attachment(
    writing: _Writing, archive: zipfile.ZipFile, digest: str, out: Pouring, now: datetime
) -> Iterator[bytes]:
    """The original as it was handed in. One that is gone is left out, and the events tell that it was."""
    try:
        held = files.opened(writing.company, digest)
    except FileNotFoundError:
        return
    name = f"attachments/{digest}"
    info = zipfile.ZipInfo(name, _stamp(now))  # stored: photos and sound are compressed already
    with held as source, archive.open(info, "w") as target:
        yield from _copied(source, target, out)
    writing.digests[name] = digest
    yield out.poured()


def _copied(source: IO[bytes], target: IO[bytes], out: Pouring) -> Iterator[bytes]:
    while part := source.read(_PART):
        target.write(part)
        yield out.poured()


def _stamp(now: datetime) -> tuple[int, int, int, int, int, int]:
    return (now.year, now.month, now.day, now.hour, now.minute, now.second)


def _line(told: Mapping[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
