"""Proves a restored log: whole in itself, at the checkpoint of the backup, grown out of what was published.

Needs Django on the restored installation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from davy.db import tenant
from davy.evidence.log import last, store
from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.keys import PublicKey, log_key
from davy.evidence.log.last import LogBrokenError
from davy.settings.env import BadSettingError
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, opened
from davy_core.evidence.tiles import node_of
from davy_core.evidence.tree import EMPTY, root

__all__ = ["Said", "prove"]


@dataclass(frozen=True)
class Said:
    """One line of the proof; `holds` is False for what is not proved, or is proved to be false."""

    holds: bool
    zh: str
    en: str


def prove(checkpoints: Mapping[str, str], published: Sequence[str]) -> Iterator[Said]:
    """What is proved of each company's log, and what not. `checkpoints`: the newest note of each company in
    the backup; `published`: notes that somebody kept outside."""
    used = set[str]()
    for company, note in sorted(checkpoints.items()):
        try:
            key = log_key(UUID(company)).public
            yield from _company(UUID(company), key, note)
            own = [outside for outside in published if outside.startswith(f"{key.name}\n")]
            used.update(own)
            for outside in own:
                yield from _outside(UUID(company), key, outside)
            if not own:
                yield _nobody(key)
        except (BadSettingError, LogBrokenError) as error:
            yield Said(False, f"{company}: {error}", f"{company}: {error}")
    for outside in published:
        if outside not in used:
            name = outside.split("\n", 1)[0]
            yield Said(
                False, f"给出的检查点 {name} 不是这套系统的", f"{name}: not a log of this installation"
            )


def _company(company: UUID, key: PublicKey, note: str) -> Iterator[Said]:
    told = Audited()
    faults = list(audit(company, key, told))
    for fault in faults:
        yield Said(False, f"{key.name}: {fault.where} {fault.why}", f"{key.name}: {fault.where} {fault.why}")
    with tenant.company(company):
        newest = store.checkpoint(company)
    if newest is None or newest.note != note:
        yield Said(
            False,
            f"{key.name}: 恢复出的日志不在备份时的检查点上",
            f"{key.name}: the restored log does not end at the checkpoint of the backup",
        )
    elif not faults:
        yield Said(
            True,
            f"{key.name}: {told.size} 条日志逐条重算，与备份时发布的检查点一致",
            f"{key.name}: {told.size} entries worked out anew, as the checkpoint of the backup signed them",
        )


def _nobody(key: PublicKey) -> Said:
    """A backup proves that it is whole, and never that nothing was published after it."""
    return Said(
        False,
        f"{key.name}: 没有给出外面留的检查点，不能证明备份之后没有再发布过；"
        "这样签下去，可能成为同一把钥匙的第二份日志。先不要启动，找来最新的检查点，换一个空目录再恢复一次",
        f"{key.name}: no checkpoint from outside was given, so nothing proves that no more was published"
        " after the backup: what is signed from here may be a second history under the same key."
        " Do not serve yet: find the newest published checkpoint and restore into another empty directory",
    )


def _outside(company: UUID, key: PublicKey, note: str) -> Iterator[Said]:
    """The restored log against a note from outside."""
    try:
        seen = Checkpoint.of(opened(note, [key])[0])
    except NoteError:
        yield Said(
            False,
            f"{key.name}: 给出的检查点不是这把钥匙签的",
            f"{key.name}: the given checkpoint is not signed by this key",
        )
        return
    with tenant.company(company):
        size = store.size(company)
        held = (
            root(seen.size, node_of(seen.size, lambda tile: store.tile(company, tile)))
            if (0 < seen.size <= size)
            else EMPTY
        )
    if seen.size <= size:
        same = held == seen.root
        yield Said(
            same,
            f"{key.name}: 恢复出的日志（{size} 条）"
            + ("是所给检查点" if same else "不是所给检查点") + f"（{seen.size} 条）的延续",
            f"{key.name}: the restored log of {size} entries"
            + (" grew out of" if same else " did NOT grow out of")
            + f" the published {seen.size}",
        )  # fmt: skip
        return
    # Kept beside the key: nothing is signed over the lost entries until their end is declared.
    last.keep(company, note)
    yield Said(
        False,
        f"{key.name}: 备份之后发布过 {seen.size - size} 条（第 {size + 1}–{seen.size} 条），已丢失；"
        "在宣布旧日志到此为止以前，不再签名",
        f"{key.name}: {seen.size - size} entries ({size + 1} to {seen.size}) were published after the backup"
        " and are lost; nothing is signed until the old history is declared ended",
    )
