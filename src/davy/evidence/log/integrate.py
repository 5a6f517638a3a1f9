"""The one worker of a company's log: what was sequenced in the chains is integrated, signed and published.

Entries, tiles and checkpoint appear in one transaction. Before it signs, the worker proves to itself that the
tree only grew: rows that somebody changed make it stop, never sign a second history. A stream whose past was
rewritten is not entered again.
"""

from __future__ import annotations

import logging
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.evidence.log import store
from davy.evidence.log.keys import log_key
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, opened, signed
from davy_core.evidence.tiles import Tile, grown, node_of, overlay
from davy_core.evidence.tree import EMPTY, consistency_proof, consistent, hash_leaf, root

__all__ = ["BATCH", "LogBrokenError", "integrate"]

_log = logging.getLogger(__name__)

BATCH = 1024
"""Entries a transaction: what has come together meanwhile waits for the next."""


class LogBrokenError(RuntimeError):
    """The rows of the log are not what was signed. Nothing more is signed until somebody has looked."""


def integrate(company_id: UUID) -> int:
    """Enter every stream that grew, batch by batch; how many entries were added.

    Another process at the same work is left to it. Raises LogBrokenError.
    """
    added = 0
    while True:
        with tenant.company(company_id):
            step = _step(company_id)
        added += step
        if step < BATCH:
            return added


def _step(company_id: UUID) -> int:
    if not store.take_turn(company_id):
        return 0
    last = _last(company_id)
    entries, rewritten = store.grown_streams(company_id, BATCH)
    for entry in rewritten:
        _log.error("%s %s is not what was entered of it; it is left out", entry.kind, entry.stream)
    if not entries:
        return 0
    now = clock.now()

    def read(tile: Tile) -> bytes:
        return store.tile(company_id, tile)

    written = grown(last.size, [hash_leaf(entry.content) for entry in entries], read)
    found = Checkpoint(last.origin, last.size + len(entries), b"")
    node = node_of(found.size, overlay(written, read))
    top = root(found.size, node)
    proof = consistency_proof(last.size, found.size, node)
    if not consistent(last.size, found.size, last.root, top, proof):
        raise LogBrokenError(f"the tree of {found.size} did not grow out of the signed one of {last.size}")
    store.add_entries(company_id, last.size, entries, now)
    store.grow_tiles(company_id, written)
    text = Checkpoint(last.origin, found.size, top).text
    store.keep(company_id, store.Signed(found.size, top, signed(text, [log_key(company_id)]), now))
    return len(entries)


def _last(company_id: UUID) -> Checkpoint:
    """The newest signed state, believed by its signature only."""
    key, count, kept = log_key(company_id), store.size(company_id), store.checkpoint(company_id)
    if kept is None:
        if count:
            raise LogBrokenError(f"there are {count} entries and no checkpoint")
        return Checkpoint(key.name, 0, EMPTY)
    try:
        last = Checkpoint.of(opened(kept.note, [key.public])[0])
    except NoteError as error:
        raise LogBrokenError(f"the newest checkpoint is not ours: {error}") from error
    if (last.origin, last.size, last.root) != (key.name, count, kept.root):
        raise LogBrokenError(f"{last.size} entries were signed and {count} are there")
    return last
