"""We as witness of others: notes with our own line that were kept outside tell what we co-signed, when a
restore, or whoever deleted our files, made us forget."""

from __future__ import annotations

import hashlib
import logging
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.evidence.log import telling
from davy.watch.ring import ring
from davy.watch.witness import known, memory
from davy.watch.witness.keys import Witness, our_key
from davy.watch.witness.reply import HELD, Reply
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, parsed

__all__ = ["NotRememberedError", "lift", "remember"]

_log = logging.getLogger(__name__)

_PATIENCE = "30s"


class NotRememberedError(RuntimeError):
    """What was shown lets no log be co-signed again; `zh` and `en` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")
        self.zh, self.en = zh, en


def remember(company_id: UUID, note: str) -> Reply:
    """Take in a note with our own line. Anybody may send it: our line is the proof. When it tells of more
    than we know, we forgot: that state is known again, the other logs are held, and people are called."""
    try:
        seen = _ours(company_id, note)
    except NoteError as error:
        return Reply(400, f"{error}\n")
    try:
        with tenant.company(company_id):
            known.turn(company_id)
            last = known.last(company_id, seen.origin)
            forgot = last is None or last.size < seen.size
            twice = last is not None and last.size == seen.size and last.root != seen.root
            if forgot:
                _log.error("%d entries of %s were co-signed and forgotten", seen.size, seen.origin)
                known.keep(company_id, seen, clock.now())
            if (forgot or twice) and not memory.standing(company_id):
                memory.place(company_id)
                if forgot:
                    memory.lift(company_id, seen.origin)
    except memory.ForgottenError as error:
        _log.error("nothing is co-signed: %s", error)
        ring(company_id, "witness_held", "witness")
        return HELD
    if twice:  # our own key co-signed two histories
        ring(company_id, "log_forked", seen.origin)
    if forgot or twice:
        ring(company_id, "witness_held", "witness")
    return Reply(200, f"{seen.size}\n")


def lift(company_id: UUID, origin: str, note: str | None, why: str) -> Checkpoint | None:
    """Let a log be co-signed again, by a note with our line that was kept outside; what is known of the log
    now. The event that tells of it stays for ever. A note older than what we know, or none, needs a reason.
    Raises NotRememberedError when nothing is lifted, memory.ForgottenError for files that cannot be read."""
    if not memory.held(company_id, origin):
        raise NotRememberedError(f"{origin}：没有停止会签，不用解除", f"{origin}: nothing is held")
    try:
        seen = _ours(company_id, note) if note is not None else None
    except NoteError as error:
        raise NotRememberedError(
            f"{origin}：给出的检查点上没有本方的会签，不能作数；请企业从 /log/witnessed 取最新的一份",
            f"{origin}: the given note has no line of ours: {error}. Ask the plant for its /log/witnessed",
        ) from error
    with tenant.company(company_id, patience=_PATIENCE):
        known.turn(company_id)
        last = known.last(company_id, origin)
        _hold_against(origin, seen, last, why)
        if seen is not None and (last is None or last.size < seen.size):
            known.keep(company_id, seen, clock.now())
            last = seen
        body = {
            "witnessed": origin,
            "shown": seen.size if seen else None,
            "known": last.size if last else None,
            "text": hashlib.sha256(last.text.encode()).hexdigest() if last else None,
        }
        telling.tell(telling.stream(company_id), "WitnessHoldLifted", body, why)
    memory.lift(company_id, origin)
    return last


def _hold_against(origin: str, seen: Checkpoint | None, last: Checkpoint | None, why: str) -> None:
    """Raises NotRememberedError unless what was shown may lift the hold."""
    if seen and last and seen.size == last.size and seen.root != last.root:
        raise NotRememberedError(
            f"{origin}：同样 {seen.size} 条，本方会签过两份不同的日志；保留现场，查本方的见证钥匙",
            f"{origin}: two logs of {seen.size} entries bear our line. Keep everything and see to our key",
        )
    if (seen is None or (last is not None and seen.size < last.size)) and not why:
        raise NotRememberedError(
            f"{origin}：没有给出不早于备份的会签检查点，说明不了备份之后有没有再会签过。请企业从"
            " /log/witnessed 取最新的一份；确实没有，就写明理由（--log 日志名 --why 理由）",
            f"{origin}: no co-signed note as new as the backup was given, so nothing tells what was co-signed"
            " after it. Ask the plant for its /log/witnessed; if there is none, give a reason (--log NAME"
            " --why TEXT)",
        )


def _ours(company_id: UUID, note: str) -> Checkpoint:
    """The checkpoint that bears our own line. Raises NoteError when it does not."""
    key = our_key(company_id)
    ours = Witness(key.name, key.private.public_key().public_bytes_raw(), "")
    text, lines = parsed(note)
    own = [line for line in lines if (line.name, line.id) == (ours.name, ours.id)]
    if not own:
        raise NoteError("nobody here co-signed this")
    for line in own:
        ours.signed_at(text, line)
    return Checkpoint.of(text)
