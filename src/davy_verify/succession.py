"""Follows a log from one key to the next: notes that the old key and the new one both signed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from davy_verify.note import BadNoteError, Key, opened

__all__ = ["NAME", "Step", "chain"]

NAME = re.compile(r"log/succession/([1-9]\d{0,5})\.note", re.ASCII)
_FORM = "davy-log-succession/v1"
_STATE = re.compile(r"(0|[1-9]\d{0,18}) \S{44}", re.ASCII)


@dataclass(frozen=True)
class Step:
    """The old key and the new one, how many entries the old one signed last, from how many the new one goes
    on, when, and why."""

    old: Key
    new: Key
    ended: int
    begins: int
    at: str
    why: str

    @property
    def restart(self) -> bool:
        """Whether a history ended here, and did not only change its key."""
        return self.old.name != self.new.name

    @classmethod
    def of(cls, note: bytes) -> Step:
        """Read a note that both its keys signed. Raises BadNoteError."""
        parts = note.decode(errors="replace").rpartition("\n\n")[0].split("\n")
        if len(parts) != 7 or parts[0] != _FORM:
            raise BadNoteError("no succession of a log")
        old, new = Key.of(parts[1]), Key.of(parts[2])
        for key in (old, new):
            opened(note, key)
        states = [_STATE.fullmatch(part) for part in parts[3:5]]
        if not all(states):
            raise BadNoteError("no states of a log")
        ended, begins = (int(state[1]) for state in states if state)
        return cls(old, new, ended, begins, parts[5], parts[6])


def chain(names: Iterable[str], text: Callable[[str], bytes], own: Key) -> list[Step]:
    """The steps that lead to the bundle's own key, oldest first. Raises BadNoteError for a note that does not
    hold, that is missing, or that leads elsewhere."""
    numbers = sorted(int(m[1]) for m in map(NAME.fullmatch, names) if m)
    if numbers != list(range(1, len(numbers) + 1)):
        raise BadNoteError("a step of the succession is missing")
    steps = [Step.of(text(f"log/succession/{number}.note")) for number in numbers]
    keys = [*(step.old for step in steps[1:]), own]
    if any(step.new != key for step, key in zip(steps, keys, strict=False)):
        raise BadNoteError("the succession leads to another key")
    return steps
