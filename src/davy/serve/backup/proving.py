"""Proves a restored log: whole in itself, at the checkpoint of the backup, grown out of what was published.
What is proved lifts the hold under which a restore puts it.

Needs Django on the restored installation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from davy.db import tenant
from davy.evidence.log import holds, store
from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.keys import PublicKey, log_key
from davy.evidence.log.last import LogBrokenError
from davy.evidence.log.outside import Judged, Verdict, judged, named
from davy.settings.env import BadSettingError

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
            own = [outside for outside in published if named(UUID(company), key, outside)]
            used.update(own)
            yield from _company(UUID(company), key, note, own)
        except (BadSettingError, LogBrokenError, LookupError, ValueError) as error:
            yield Said(False, f"{company}: {error}", f"{company}: {error}")
    for outside in published:
        if outside not in used:
            name = outside.split("\n", 1)[0]
            yield Said(
                False, f"给出的检查点 {name} 不是这套系统的", f"{name}: not a log of this installation"
            )


def _company(company: UUID, key: PublicKey, note: str, own: Sequence[str]) -> Iterator[Said]:
    whole = True
    for said in _whole(company, key, note):
        whole = whole and said.holds
        yield said
    notes = [judged(company, key, outside) for outside in own]
    for one in notes:
        yield Said(one.verdict is Verdict.GREW, one.zh, one.en)
    holds.remember(company, notes)
    if not own:
        yield _nobody(key)
    elif whole and all(one.verdict is Verdict.GREW for one in notes) and holds.standing(company):
        yield _lifted(company, key, notes)


def _lifted(company: UUID, key: PublicKey, notes: Sequence[Judged]) -> Said:
    try:
        shown = holds.lift(company, notes, "")
    except holds.NotLiftedError as error:
        return Said(False, f"{key.name}: 停签保留：{error.zh}", f"{key.name}: still held: {error.en}")
    return Said(
        True,
        f"{key.name}: 外面的检查点（{shown.size} 条）核对无误，恢复签名",
        f"{key.name}: held against the {shown.size} entries published; it is signed again",
    )


def _whole(company: UUID, key: PublicKey, note: str) -> Iterator[Said]:
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
        f"{key.name}: 没有给出外面留的检查点，不能证明备份之后没有再发布过；存证日志停签，"
        "作业票照常办理。找来最新的检查点，运行 davy evidence lift；找不到就运行 davy evidence restart，"
        "宣布旧日志到此为止",
        f"{key.name}: no checkpoint from outside was given, so nothing proves that no more was published"
        " after the backup. Nothing is signed; permits go on. Find the newest published checkpoint and"
        " run davy"
        " evidence lift; where there is none, davy evidence restart declares the old history ended",
    )
