"""After a restore nothing is signed of a log until somebody says what was published last of it.

A backup proves that it is whole, and never that nothing was published after it was made: whoever signed on
from there would sign a second history under the same key. So a restore puts a file beside the key, which
tells where the log of the backup ended, and the worker signs nothing while it stands. It falls by a note
kept outside, or by declaring the old history ended (`following.restart`); the log tells of either. It names
the log that it holds, so that it holds nothing of one that goes on under another name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from davy.db import tenant
from davy.evidence.log import last, telling
from davy.evidence.log.keys import folder, log_key, log_name, replaced
from davy.evidence.log.last import LogBrokenError
from davy.evidence.log.outside import Judged, Verdict
from davy_core.evidence.checkpoint import Checkpoint

__all__ = [
    "LogHeldError",
    "NotLiftedError",
    "drop",
    "held",
    "lift",
    "place",
    "refuse",
    "remember",
    "standing",
]

_PATIENCE = "30s"


class LogHeldError(LogBrokenError):
    """The installation was restored, and nobody has shown yet what was published last of this log."""


class NotLiftedError(RuntimeError):
    """What was shown does not lift the hold; `zh` and `en` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")
        self.zh, self.en = zh, en


def place(company_id: UUID, size: int, root: bytes) -> None:
    """Hold the log, which had this size and root in the backup."""
    folder().mkdir(mode=0o700, exist_ok=True)
    replaced(_path(company_id), Checkpoint(log_name(company_id), size, root).text)


def standing(company_id: UUID) -> Checkpoint | None:
    """Where the log of the backup ended, while the hold stands. Raises LogHeldError for a file that cannot be
    read: what is unknown holds."""
    path = _path(company_id)
    try:
        found = Checkpoint.of(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise LogHeldError(f"{path} cannot be read, so nothing is signed: {error}") from error
    return found if found.origin == log_name(company_id) else None


def refuse(company_id: UUID) -> None:
    """Raises LogHeldError while the hold stands."""
    held = standing(company_id)
    if held is not None:
        raise LogHeldError(
            f"restored from a backup of {held.size} entries, and nobody has shown what was published last:"
            " nothing is signed. Run davy evidence lift with the newest checkpoint kept outside, or"
            " davy evidence restart"
        )


def held(company_id: UUID) -> bool:
    """Whether the hold stands; a file that cannot be read holds."""
    try:
        refuse(company_id)
    except LogHeldError:
        return True
    return False


def lift(company_id: UUID, notes: Sequence[Judged], why: str) -> Checkpoint:
    """Let the log be signed again, by notes kept outside that it grew out of; which of them was the newest.
    The log tells of it for ever. A note older than the backup says nothing of what came after: it needs a
    reason. The log itself must have been proved before. Raises NotLiftedError when nothing is lifted."""
    ended = standing(company_id)
    if ended is None:
        raise NotLiftedError("没有停签，不用解除", "nothing is held")
    shown = _newest(notes)
    if shown.size < ended.size and not why:
        raise NotLiftedError(
            f"给出的检查点（{shown.size} 条）比备份（{ended.size} 条）旧，说明不了备份之后有没有再发布过。"
            "找更新的来；确实没有，就写明理由再解除（davy evidence lift --why），"
            "或宣布旧日志到此为止（davy evidence restart）",
            f"the given checkpoint ({shown.size} entries) is older than the backup ({ended.size}):"
            " it says nothing of what was published after it. Find a newer one; if there is none, lift with"
            " a reason (davy evidence lift --why), or declare the old history ended (davy evidence restart)",
        )
    with tenant.company(company_id, patience=_PATIENCE):
        body = {
            "held": ended.size,
            "shown": shown.size,
            "root": shown.root.hex(),
            "text": hashlib.sha256(shown.text.encode()).hexdigest(),
        }
        telling.tell(telling.stream(company_id), "LogHoldLifted", body, why)
    drop(company_id)
    return shown


def remember(company_id: UUID, notes: Sequence[Judged]) -> None:
    """Keep beside the key what was signed beyond the log there is: nothing is signed over it, and whoever
    declares the old history ended tells by it what was signed last."""
    key = log_key(company_id).public
    before = last.ever(company_id, key)
    ahead = [
        (one.seen.size, one.note) for one in notes if one.verdict is Verdict.AHEAD and one.seen is not None
    ]
    ours = [(size, note) for size, note in ahead if note.startswith(f"{key.name}\n")]
    if ours and (before is None or before.size < max(ours)[0]):
        last.keep(company_id, max(ours)[1])


def drop(company_id: UUID) -> None:
    """Take the file away: the log was let go on, or goes on under another name."""
    _path(company_id).unlink(missing_ok=True)


def _newest(notes: Sequence[Judged]) -> Checkpoint:
    for one in notes:
        if one.verdict is not Verdict.GREW:
            raise NotLiftedError(one.zh, one.en)
    found = [one.seen for one in notes if one.seen is not None]
    if not found:
        raise NotLiftedError("没有给出检查点", "no checkpoint was given")
    return max(found, key=lambda seen: seen.size)


def _path(company_id: UUID) -> Path:
    return folder() / f"{company_id}.hold"
