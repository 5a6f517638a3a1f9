"""Holds a log against notes that somebody kept outside, by every key and name that the log ever had."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from davy.db import tenant
from davy.evidence.log import store
from davy.evidence.log.keys import PublicKey
from davy.evidence.log.succession import key_names, public_keys, steps
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, opened
from davy_core.evidence.tiles import node_of
from davy_core.evidence.tree import EMPTY, root

__all__ = ["Judged", "Verdict", "judged", "named"]


class Verdict(StrEnum):
    """What a note says of the log. GREW: the log is what was signed, or grew out of it. AHEAD: more was
    signed than is there. OTHER: another log was signed. ENDED: of a part that was declared ended, so that
    nothing here can be held against it. STRANGER: no key of this log signed it."""

    GREW = "grew"
    AHEAD = "ahead"
    OTHER = "other"
    ENDED = "ended"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Judged:
    """A note against the log of `size` entries; `name` is what the log was called."""

    note: str
    verdict: Verdict
    size: int
    name: str
    seen: Checkpoint | None = None

    @property
    def zh(self) -> str:
        """In words."""
        return _ZH[self.verdict].format(**self._values)

    @property
    def en(self) -> str:
        """In words."""
        return _EN[self.verdict].format(**self._values)

    @property
    def _values(self) -> dict[str, object]:
        seen = self.seen.size if self.seen else 0
        return {
            "name": self.name,
            "size": self.size,
            "seen": seen,
            "lost": seen - self.size,
            "next": self.size + 1,
        }


_ZH = {
    "grew": "{name}: 日志（{size} 条）是所给检查点（{seen} 条）的延续",
    "ahead": "{name}: 外面的检查点有 {seen} 条，这里只有 {size} 条：发布过的 {lost} 条"
    "（第 {next}–{seen} 条）已丢失；在宣布旧日志到此为止以前，不再签名",
    "other": "{name}: 日志（{size} 条）不是所给检查点（{seen} 条）的延续："
    "同一把钥匙签过另一份日志，保留现场，查",
    "ended": "{name}: 所给检查点（{seen} 条）在已宣布终止的那一段里，无从核对",
    "stranger": "{name}: 给出的检查点不是这份日志的钥匙签的",
}
_EN = {
    "grew": "{name}: the log of {size} entries grew out of the published {seen}",
    "ahead": "{name}: the note from outside has {seen} entries and the log {size}: {lost} published entries"
    " ({next} to {seen}) are lost; nothing is signed until the old history is declared ended",
    "other": "{name}: the log of {size} entries did NOT grow out of the published {seen}:"
    " another log was signed by the same key. Keep everything as it is, and find out",
    "ended": "{name}: the given {seen} entries are of a part that was declared ended;"
    " nothing can be held against it",
    "stranger": "{name}: the given checkpoint is not signed by a key of this log",
}


def named(company_id: UUID, key: PublicKey, note: str) -> bool:
    """Whether the note claims to be of this company's log, under any name that it had."""
    return note.split("\n", 1)[0] in key_names(company_id, key)


def judged(company_id: UUID, key: PublicKey, note: str) -> Judged:
    """The log against a note from outside. Believes the tiles: prove the log first. Raises LookupError when
    they are not there."""
    with tenant.company(company_id):
        size = store.size(company_id)
    try:
        seen = Checkpoint.of(opened(note, public_keys(company_id, key))[0])
    except NoteError:
        return Judged(note, Verdict.STRANGER, size, key.name)
    if seen.origin not in key_names(company_id, key):
        return Judged(note, Verdict.STRANGER, size, key.name)
    ended, common = _known(company_id, seen.origin, size)
    if seen.size > ended:
        return Judged(note, Verdict.AHEAD, ended, seen.origin, seen)
    if seen.size > common:
        return Judged(note, Verdict.ENDED, size, seen.origin, seen)
    with tenant.company(company_id):
        node = node_of(seen.size, lambda tile: store.tile(company_id, tile))
        there = root(seen.size, node) if seen.size else EMPTY
    return Judged(note, Verdict.GREW if there == seen.root else Verdict.OTHER, size, seen.origin, seen)


def _known(company_id: UUID, origin: str, size: int) -> tuple[int, int]:
    """How many entries were signed under this name as far as we know, and how many of them the log still
    has."""
    restarts = [step for step in steps(company_id) if step.restart]
    names = [step.old.name for step in restarts]
    if origin not in names:
        return size, size
    later = restarts[names.index(origin) :]
    return later[0].ended.size, min(step.begins.size for step in later)
