"""Proves a company's log without believing a tile: from entries, chains and signed checkpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from davy.db import rows, tenant
from davy.evidence.log import store
from davy.evidence.log.keys import PublicKey
from davy.evidence.log.last import kept
from davy.evidence.log.succession import public_keys
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.entry import Entry, Place, misplaced
from davy_core.evidence.note import NoteError, opened
from davy_core.evidence.tiles import WIDTH, Tile, grown, node_of
from davy_core.evidence.tree import EMPTY, hash_leaf, root

__all__ = ["Audited", "Fault", "audit"]

_PAGE = 4096
# One statement, so that both are of one instant while the log grows.
_SIGNED = """
SELECT e.entries, c.size, c.root, c.note
FROM (SELECT coalesce(max(index) + 1, 0) AS entries FROM evidence_log_entry WHERE company_id = %(company)s) e
LEFT JOIN evidence_log_checkpoint c ON c.company_id = %(company)s ORDER BY c.size
"""
_EVENT = """
SELECT hash FROM evidence_event WHERE company_id = %s AND kind = %s AND stream_id = %s AND seq = %s
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something does not hold. `where` is ``entry 7``, ``tile/0/000``, ``checkpoint 12`` or ``last
    signed 12``; `why` is one of
    content, columns, previous, seq, chain, missing, hashes, signature, root, size."""

    where: str
    why: str


@dataclass(slots=True)
class Audited:
    """What the audit came to, entry by entry."""

    size: int = 0
    root: bytes = EMPTY
    checkpoints: int = 0


def audit(
    company_id: UUID, key: PublicKey, told: Audited, progress: Callable[[int], None] = lambda _: None
) -> Iterator[Fault]:
    """Every fault found, in the order of the log; `told` is filled on the way. What was kept outside of the
    database as signed last is held against it (raises LogBrokenError when that file is not ours). Each
    page is read in a transaction of its own, so that the log grows on meanwhile: what came later is not
    looked at."""
    before = kept(company_id, key)  # before the rows are read: it is never ahead of what was committed
    keys = public_keys(company_id, key)
    with tenant.company(company_id):
        found = rows.many(_SIGNED, {"company": company_id})
    told.size = found[0]["entries"]
    signed = [row for row in found if row["size"] is not None]
    rebuilt = _Rebuilt(company_id)
    for first in range(0, told.size, _PAGE):
        yield from rebuilt.page(first, min(_PAGE, told.size - first))
        progress(rebuilt.size)
    if rebuilt.size != told.size:
        return
    if before is not None and before.size > rebuilt.size:
        yield Fault(f"last signed {before.size}", "missing")
    elif before is not None and before.root != rebuilt.root_at(before.size):
        yield Fault(f"last signed {before.size}", "root")
    yield from rebuilt.differing_tiles()
    node = node_of(told.size, rebuilt.tiles.__getitem__) if told.size else None
    for row in signed:
        told.checkpoints += 1
        why = _checkpoint(row, keys, rebuilt)
        if why is not None:
            yield Fault(f"checkpoint {row['size']}", why)
    if node is not None:
        told.root = root(told.size, node)
    if told.size and (not signed or signed[-1]["size"] < told.size):
        yield Fault(f"checkpoint {told.size}", "missing")


def _checkpoint(row: dict[str, object], keys: Sequence[PublicKey], rebuilt: _Rebuilt) -> str | None:
    try:
        found = Checkpoint.of(opened(str(row["note"]), keys)[0])
    except NoteError:
        return "signature"
    size, root_told = found.size, bytes(row["root"])  # type: ignore[call-overload]  # a bytea
    named = found.origin in {key.name for key in keys}
    if not named or size != row["size"] or found.root != root_told:
        return "size"
    if size > rebuilt.size:
        return "missing"
    return None if found.root == rebuilt.root_at(size) else "root"


class _Rebuilt:
    """The tree as its entries make it."""

    def __init__(self, company_id: UUID) -> None:
        self.company = company_id
        self.size = 0
        self.tiles: dict[Tile, bytes] = {}
        self.known: dict[tuple[str, str], Place] = {}

    def page(self, first: int, count: int) -> Iterator[Fault]:
        """Take in the next entries."""
        with tenant.company(self.company):
            found = rows.many(
                "SELECT index, content, kind, stream_id, seq FROM evidence_log_entry"
                " WHERE company_id = %s AND index >= %s AND index < %s ORDER BY index",
                [self.company, first, first + count],
            )
            faults = [fault for row in found for fault in self._entry(row)]
        yield from faults
        if [row["index"] for row in found] != list(range(first, first + count)):
            yield Fault(f"entry {self._gap(found, first)}", "missing")
            return
        leaves = [hash_leaf(bytes(row["content"])) for row in found]
        self.tiles |= grown(self.size, leaves, self.tiles.__getitem__)
        self.size += count

    def root_at(self, size: int) -> bytes:
        """The root when the log had this size."""
        return root(size, node_of(size, self._read))

    def differing_tiles(self) -> Iterator[Fault]:
        """Kept tiles that are not what the entries make."""
        widest: dict[tuple[int | None, int], Tile] = {}
        for tile in self.tiles:
            at = (tile.level, tile.index)
            widest[at] = max(widest.get(at, tile), tile)
        for tile in sorted(widest.values()):
            try:
                with tenant.company(self.company):
                    kept = store.tile(self.company, tile)
            except LookupError:
                yield Fault(tile.path, "missing")
                continue
            if kept != self.tiles[tile]:
                yield Fault(tile.path, "hashes")

    def _read(self, asked: Tile) -> bytes:
        for width in range(asked.width, WIDTH + 1):
            found = self.tiles.get(Tile(asked.level, asked.index, width))
            if found is not None:
                return found[: asked.width * 32]
        raise LookupError(asked.path)

    def _entry(self, row: dict[str, object]) -> Iterator[Fault]:
        where = f"entry {row['index']}"
        try:
            entry = Entry.of(bytes(row["content"]))  # type: ignore[call-overload]  # a bytea
        except ValueError:
            yield Fault(where, "content")
            return
        if (entry.kind, entry.stream, entry.seq) != (row["kind"], str(row["stream_id"]), row["seq"]):
            yield Fault(where, "columns")
        index = int(str(row["index"]))
        why = misplaced(index, entry, self.known)
        if why is not None:
            yield Fault(where, why)
        self.known[entry.kind, entry.stream] = Place(index, entry.seq)
        event = rows.one(_EVENT, [self.company, entry.kind, entry.stream, entry.seq])
        if event is None or bytes(event["hash"]) != entry.head:
            yield Fault(where, "chain")

    @staticmethod
    def _gap(found: list[dict[str, object]], first: int) -> int:
        there = {row["index"] for row in found}
        at = first
        while at in there:
            at += 1
        return at
