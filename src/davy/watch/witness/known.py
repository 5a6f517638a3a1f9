"""What we know of a log that we witness: what we co-signed last, and the keys that may sign for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from davy.db import rows
from davy.evidence.log.keys import PublicKey
from davy.evidence.log.succession import Step
from davy.watch.witness import memory
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.following import Link, in_force

__all__ = ["keep", "keys", "last", "link", "links", "turn"]

_KEEP = """
INSERT INTO watch_witnessed (company_id, origin, text, at) VALUES (%s, %s, %s, %s)
ON CONFLICT (company_id, origin) DO UPDATE SET text = excluded.text, at = excluded.at
"""


def turn(company_id: UUID) -> None:
    """One at a time until the transaction ends: rows and file change together."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"witness:{company_id}"])


def last(company_id: UUID, origin: str) -> Checkpoint | None:
    """What we co-signed last of this log, by the row or by the file beside the key, whichever knows more.
    In the turn. Raises memory.ForgottenError when they tell of two histories, or cannot be read."""
    row = rows.one(
        "SELECT text FROM watch_witnessed WHERE company_id = %s AND origin = %s", [company_id, origin]
    )
    told, kept = Checkpoint.of(row["text"]) if row else None, memory.kept(company_id, origin)
    if told is None or kept is None:
        return told or kept
    if told.size == kept.size and told.root != kept.root:
        raise memory.ForgottenError(f"row and file tell of two histories of {origin}")
    return max(told, kept, key=lambda one: one.size)


def keep(company_id: UUID, checkpoint: Checkpoint, now: datetime) -> None:
    """Know this from now on. On the disk before the transaction ends: what is kept there may be ahead of the
    row, which costs nothing, and is never behind a line that went out. In the turn."""
    rows.run(_KEEP, [company_id, checkpoint.origin, checkpoint.text, now])
    memory.keep(company_id, checkpoint)


def keys(company_id: UUID, vouched: Sequence[PublicKey], origin: str, size: int) -> list[PublicKey]:
    """The keys that may sign a checkpoint of this log and size. Inside a tenant block."""
    told = {key.told for key in vouched}
    return [PublicKey.of(key) for key in sorted(in_force(told, links(company_id, origin), size))]


def links(company_id: UUID, origin: str) -> list[Link]:
    """By which notes the keys of this log were followed. Their signatures are checked again: no row is
    believed. Inside a tenant block. Raises ValueError for a note that does not hold."""
    found = rows.many(
        "SELECT note FROM watch_succession WHERE company_id = %s AND origin = %s AND followed ORDER BY at",
        [company_id, origin],
    )
    return [link(Step.of(row["note"])) for row in found]


def link(step: Step) -> Link:
    """The step as the core judges it."""
    return Link(step.old.told, step.new.told, step.ended, step.begins)
