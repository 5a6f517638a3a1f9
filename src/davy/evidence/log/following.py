"""Lets a log go on under a new key, or ends a history that the database no longer has. Never silent: an event
of the log tells of it, and the note is published and goes into every bundle."""

from __future__ import annotations

import hashlib
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.evidence.log import holds, last, store, telling
from davy.evidence.log.integrate import integrate, newest
from davy.evidence.log.keys import log_key, numbered, origin
from davy.evidence.log.last import LogBrokenError
from davy.evidence.log.succession import Step, add, fresh, statement, steps
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.instants import iso

__all__ = ["NotEndedError", "restart", "rotate"]

_PATIENCE = "30s"
_TYPES = ("LogKeyRotated", "LogRestarted")


class NotEndedError(RuntimeError):
    """The log goes on from what was signed last: nothing has ended."""


def rotate(company_id: UUID, why: str) -> Step:
    """A new key signs from now on, and the old one says so; its file is removed. Raises LogBrokenError for a
    log that does not hold or is held after a restore, ValueError for a reason that is no line."""
    _told(company_id)
    integrate(company_id, patience=_PATIENCE)
    with tenant.company(company_id, patience=_PATIENCE):
        store.wait_for_turn(company_id)
        key = log_key(company_id)
        now = newest(company_id, key, store.checkpoint(company_id))
        last.hold(now, last.kept(company_id, key.public), lambda tile: store.tile(company_id, tile))
        step = _followed(company_id, key.name, now, now, why)
    numbered(company_id, len(steps(company_id)) - 1).unlink(missing_ok=True)
    _go_on(company_id)
    return step


def restart(company_id: UUID, why: str) -> Step:
    """Declare ended what was signed last and is no longer there, or of which nobody can show after a
    restore that it is, and go on from what the database has under a new name and key. Raises NotEndedError
    while the log holds and is not held, LogBrokenError when even what the database has is not what was
    signed, ValueError for a reason that is no line."""
    _told(company_id)
    with tenant.company(company_id, patience=_PATIENCE):
        store.wait_for_turn(company_id)
        key = log_key(company_id)
        now = newest(company_id, key, store.checkpoint(company_id))
        ended, held = last.ever(company_id, key.public), holds.held(company_id)
        try:
            last.hold(now, last.kept(company_id, key.public), lambda tile: store.tile(company_id, tile))
        except LogBrokenError:
            pass
        else:
            if not held:
                raise NotEndedError("the log goes on from what was signed last: nothing has ended")
        if held and (ended is None or ended.size < now.size):
            ended = Checkpoint(key.name, now.size, now.root)  # the backup knows of no more
        if ended is None:
            raise NotEndedError("nobody kept what was signed last")
        name = f"{origin(company_id)}/{len(steps(company_id)) + 2}"
        step = _followed(company_id, name, ended, now, why)
    holds.drop(company_id)  # it held the log of the old name
    _go_on(company_id)
    return step


def _followed(company_id: UUID, name: str, ended: Checkpoint, begins: Checkpoint, why: str) -> Step:
    """Make the new key, have both sign, and put it in force. Inside the turn."""
    old, new = log_key(company_id), fresh(company_id, name)
    note = statement(old, new, (ended, begins), iso(clock.now()), why)
    add(company_id, note)
    return Step.of(note)


def _go_on(company_id: UUID) -> None:
    _told(company_id)
    integrate(company_id, patience=_PATIENCE)


def _told(company_id: UUID) -> None:
    """An event of the log for each note that has none: a crash after a switch leaves it to the next call."""
    found = steps(company_id)
    if not found:
        return
    with tenant.company(company_id, patience=_PATIENCE):
        head = telling.stream(company_id)
        for step in found[telling.told(company_id, _TYPES) :]:
            body = {
                "old": step.old.told,
                "new": step.new.told,
                "ended": step.ended.size,
                "begins": step.begins.size,
                "note": hashlib.sha256(step.note.encode()).hexdigest(),
            }
            head = telling.tell(head, _TYPES[step.restart], body, step.why)
