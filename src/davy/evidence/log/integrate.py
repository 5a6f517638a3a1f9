"""The one worker of a company's log: what was sequenced in the chains is integrated, signed and published.

Entries, tiles and checkpoint appear in one transaction. Before it signs, the worker proves to itself that the
tree only grew: rows that somebody changed make it stop, never sign a second history. A stream whose past was
rewritten is not entered again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import UUID

from django.db import connection

from davy import clock
from davy.db import tenant
from davy.evidence.log import holds, store
from davy.evidence.log import last as signed_last
from davy.evidence.log.keys import LogKey, folder, log_key
from davy.evidence.log.last import LogBrokenError
from davy.evidence.log.succession import key_names, public_keys
from davy.settings.env import BadSettingError
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import NoteError, opened, signed
from davy_core.evidence.tiles import Tile, grown, node_of, overlay
from davy_core.evidence.tree import EMPTY, consistency_proof, consistent, hash_leaf, root

__all__ = ["BATCH", "LogBrokenError", "integrate", "newest"]

_log = logging.getLogger(__name__)

BATCH = 1024
"""Entries a transaction: what has come together meanwhile waits for the next."""


def integrate(
    company_id: UUID, *, patience: str | None = None, left_out: Callable[[Entry], None] | None = None
) -> int:
    """Enter every stream that grew, batch by batch; how many entries were added.

    Another process at the same work is left to it, or with `patience` (``10s``) waited for: then what
    happened before the call is entered when it returns. `left_out` is told of each stream that is not
    entered because its past was rewritten. Raises LogBrokenError, LogHeldError of a log that was restored and
    is held; with patience also the database's
    OperationalError when the turn did not come.
    """
    added = 0
    lasting = not connection.in_atomic_block  # what can still be rolled back is not kept outside
    try:
        while True:
            with tenant.company(company_id, patience=patience):
                step, rewritten = _step(company_id, lasting, wait=patience is not None)
            if left_out is not None:
                for entry in rewritten:
                    left_out(entry)
            added += step
            if step < BATCH:
                break
        if added and lasting:
            with tenant.company(company_id):
                if store.take_turn(company_id):
                    _last(company_id, lasting)
    except (LookupError, ValueError, BadSettingError) as error:
        raise LogBrokenError(str(error)) from error
    return added


def _step(company_id: UUID, lasting: bool, *, wait: bool) -> tuple[int, list[Entry]]:
    """How many entries were added, and what is not entered because it was rewritten."""
    if wait:
        store.wait_for_turn(company_id)
    elif not store.take_turn(company_id):
        return 0, []
    holds.refuse(company_id)
    last = _last(company_id, lasting)
    entries, rewritten = store.grown_streams(company_id, BATCH)
    for entry in rewritten:
        _log.error("%s %s is not what was entered of it; it is left out", entry.kind, entry.stream)
    if not entries:
        return 0, rewritten
    now = clock.now()

    def read(tile: Tile) -> bytes:
        return store.tile(company_id, tile)

    written = grown(last.size, [hash_leaf(entry.content) for entry in entries], read)
    key = log_key(company_id)
    found = Checkpoint(key.name, last.size + len(entries), b"")
    node = node_of(found.size, overlay(written, read))
    top = root(found.size, node)
    proof = consistency_proof(last.size, found.size, node)
    if not consistent(last.size, found.size, last.root, top, proof):
        raise LogBrokenError(f"the tree of {found.size} did not grow out of the signed one of {last.size}")
    store.add_entries(company_id, last.size, entries, now)
    store.grow_tiles(company_id, written)
    text = Checkpoint(key.name, found.size, top).text
    store.keep(company_id, store.Signed(found.size, top, signed(text, [key]), now))
    return len(entries), rewritten


def _last(company_id: UUID, lasting: bool) -> Checkpoint:
    """The newest signed state, believed by its signature and by what was kept outside of the database. What
    is kept there comes up with it: here, in the turn, so that no slower process sets it back."""
    key = log_key(company_id)
    signed_before = signed_last.kept(company_id, key.public)
    kept = store.checkpoint(company_id)
    last = newest(company_id, key, kept)
    signed_last.hold(last, signed_before, lambda tile: store.tile(company_id, tile))
    if kept is not None and lasting and (signed_before is None or signed_before.size < last.size):
        signed_last.keep(company_id, kept.note)
    return last


def newest(company_id: UUID, key: LogKey, kept: store.Signed | None) -> Checkpoint:
    """What the newest checkpoint of the database says, believed by its signature and by the entries there
    are. Raises LogBrokenError."""
    count = store.size(company_id)
    if kept is None:
        if count:
            raise LogBrokenError(f"there are {count} entries and no checkpoint")
        return Checkpoint(key.name, 0, EMPTY)
    try:
        last = Checkpoint.of(opened(kept.note, public_keys(company_id, key.public))[0])
    except NoteError as error:
        raise LogBrokenError(
            f"the newest checkpoint is not ours: {error}. Was {folder()} deleted or replaced, or the note"
            " changed? Put the directory back from its backup"
        ) from error
    known = last.origin in key_names(company_id, key.public)
    if not known or (last.size, last.root) != (count, kept.root):
        raise LogBrokenError(f"{last.size} entries were signed and {count} are there")
    return last
