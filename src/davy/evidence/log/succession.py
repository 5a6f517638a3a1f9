"""How a log's key or name was followed by another: notes that both keys signed, in a file beside the keys.

A rotation goes on with the same log under a new key. A restart ends a history that the database no longer has
(a restore from a backup): the new log has another name, tells what was signed last of the old one, from where
it goes on, and why. The newest note names the key in force, so that replacing the file is the switch.
"""

from __future__ import annotations

import base64
import itertools
import json
from dataclasses import dataclass
from uuid import UUID

from davy.evidence.log.keys import LogKey, PublicKey, key_file, numbered, replaced, succession_file
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, opened, signed

__all__ = ["Step", "add", "fresh", "key_names", "mapped", "public_keys", "statement", "steps"]

_FORM = "davy-log-succession/v1"


@dataclass(frozen=True)
class Step:
    """One note: the old key and the new one, what the old one signed last, from where the new one goes on,
    when, and why."""

    old: PublicKey
    new: PublicKey
    ended: Checkpoint
    begins: Checkpoint
    at: str
    why: str
    note: str

    @property
    def restart(self) -> bool:
        """Whether a history ended here, and did not only change its key."""
        return self.old.name != self.new.name

    @classmethod
    def of(cls, note: str) -> Step:
        """Read a note that both its keys signed. Raises ValueError (NoteError is of it) for any other.

        Lines of anybody else are dropped: whoever adds one has not made another note.
        """
        text = note.rpartition("\n\n")[0]
        form, old_told, new_told, ended, begins, at, why = text.split("\n")
        old, new = PublicKey.of(old_told), PublicKey.of(new_told)
        lines = [line for key in (old, new) for line in opened(note, [key])[1]]
        if form != _FORM:
            raise ValueError("this is no succession of a log")
        return cls(
            old,
            new,
            _state(old.name, ended),
            _state(new.name, begins),
            at,
            why,
            signed(f"{text}\n", (), lines),
        )


def statement(old: LogKey, new: LogKey, states: tuple[Checkpoint, Checkpoint], at: str, why: str) -> str:
    """The note that both keys sign; `states` are what ended and what begins. Raises NoteError for a reason
    with line ends or control characters."""
    if "\n" in why:
        raise NoteError("a reason is one line")
    told = [f"{one.size} {base64.b64encode(one.root).decode()}" for one in states]
    lines = [_FORM, old.public.told, new.public.told, *told, at, why]
    return signed("".join(f"{line}\n" for line in lines), [old, new])


def steps(company_id: UUID) -> list[Step]:
    """All notes, oldest first, each following the one before. Raises ValueError for a file that is not
    ours."""
    path = succession_file(company_id)
    if not path.exists():
        return []
    found = [Step.of(note) for note in json.loads(path.read_text(encoding="utf-8"))]
    for before, after in itertools.pairwise(found):
        if before.new != after.old:
            raise ValueError(f"{path}: a key follows another than the one before it")
    return found


def add(company_id: UUID, note: str) -> None:
    """The switch: keep the note, and have its new key in force from now on."""
    notes = [step.note for step in steps(company_id)]
    replaced(succession_file(company_id), json.dumps([*notes, note], ensure_ascii=False))


def fresh(company_id: UUID, name: str) -> LogKey:
    """The key that will follow the one in force, made on first use."""
    return LogKey(name, key_file(numbered(company_id, len(steps(company_id)) + 1)))


def public_keys(company_id: UUID, key: PublicKey) -> list[PublicKey]:
    """The key and all that came before it, of this log and those it followed."""
    return [key, *(step.old for step in reversed(steps(company_id)))]


def key_names(company_id: UUID, key: PublicKey) -> set[str]:
    """The names that checkpoints of this company have borne."""
    return {one.name for one in public_keys(company_id, key)}


def mapped(company_id: UUID, kept: Checkpoint | None) -> Checkpoint | None:
    """What was signed last, as the log in force stands to it: a history that was ended counts as what went on
    of it."""
    for step in steps(company_id):
        ended = (step.ended.origin, step.ended.size, step.ended.root)
        if step.restart and kept is not None and (kept.origin, kept.size, kept.root) == ended:
            kept = step.begins
    return kept


def _state(origin: str, told: str) -> Checkpoint:
    size, _, root = told.partition(" ")
    return Checkpoint.of(f"{origin}\n{size}\n{root}\n")
