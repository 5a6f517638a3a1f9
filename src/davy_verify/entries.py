"""The entries of the log as a bundle shows them: of one stream each with its proof, and all of them."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.hashes import Growing, leaf_hash
from davy_verify.note import BadNoteError, Key, opened, signer
from davy_verify.opening import Bundle
from davy_verify.strict import form

__all__ = ["ALL", "Checkpoint", "Log", "entry", "read"]

ALL = "log/entries.jsonl"
_ENTRY = {
    "v": (int,),
    "kind": (str,),
    "stream": (str,),
    "seq": (int,),
    "head": (str,),
    "previous": (int, type(None)),
}
_SIZE = re.compile(r"0|[1-9]\d{0,18}", re.ASCII)
_LARGEST = 4096
"""Bytes of an entry at the most."""


@dataclass(frozen=True)
class Checkpoint:
    """A signed state of the log: whose, how many entries, and the root over them."""

    origin: str
    size: int
    root: bytes


def read(note: bytes, keys: Sequence[Key], fault: str) -> Checkpoint | Finding:
    """The state that this note signs by one of these keys, or the `fault` that it signs none."""
    try:
        key = signer(note, keys) if len(keys) > 1 else keys[0]
        origin, size, root = opened(note, key).split("\n")[:3]
        if not _SIZE.fullmatch(size):
            raise BadNoteError("no size")
        found = Checkpoint(origin, int(size), base64.b64decode(root, validate=True))
    except ValueError as error:  # a bad note and bad base64 are of it
        return Finding(BROKEN, fault, {"why": str(error)})
    if found.origin != key.name:
        return Finding(BROKEN, fault, {"why": found.origin})
    return found


def entry(content: bytes) -> dict[str, Any]:
    """What a leaf of the log says. Raises ValueError."""
    told = form(content, _ENTRY)
    if told["v"] != 1:
        raise ValueError("an entry of another version")
    return told


@dataclass
class Log:
    """The log up to the bundle's checkpoint, and what of it somebody outside saw before. `whole` once every
    entry was read and the root is theirs; then `known` has the indexes of each stream's entries. `lasted`: of
    how many entries the log goes on, by the name of each log that was declared ended."""

    checkpoint: Checkpoint
    seen: Checkpoint | None
    lasted: Mapping[str, int] = field(default_factory=dict)
    whole: bool = False
    known: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _seen_root: bytes = field(default_factory=lambda: Growing().root())

    def check(self, bundle: Bundle) -> Iterator[Finding]:
        """Rebuild the tree when all entries are there, and hold it against what was seen."""
        if ALL not in bundle.names:
            yield Finding(OPEN, "entries_not_all", {"size": self.checkpoint.size})
        else:
            try:
                yield self._rebuilt(bundle)
            except (ValueError, OSError) as error:
                yield Finding(BROKEN, "entries_unreadable", {"why": str(error)})
        yield self._outside()

    def _rebuilt(self, bundle: Bundle) -> Finding:
        tree = Growing()
        for line in bundle.lines(ALL, _LARGEST):
            told = entry(line)
            self.known.setdefault((told["kind"], told["stream"]), []).append(tree.size)
            tree.add(leaf_hash(line))
            if self.seen is not None and tree.size == self.seen.size:
                self._seen_root = tree.root()
        self.whole = (tree.size, tree.root()) == (self.checkpoint.size, self.checkpoint.root)
        if not self.whole:
            return Finding(BROKEN, "entries_not_the_log", {"count": tree.size, "size": self.checkpoint.size})
        return Finding(PROVEN, "entries_all", {"count": tree.size})

    def _outside(self) -> Finding:
        """Only what somebody outside saw tells whether the key signed two logs."""
        if self.seen is None:
            return Finding(TOLD, "no_outside_view")
        about = {"seen": self.seen.size, "size": self.checkpoint.size}
        if self.seen.size > self.lasted.get(self.seen.origin, self.seen.size):
            return Finding(OPEN, "seen_was_ended", about)
        if self.seen.size > self.checkpoint.size:
            return Finding(OPEN, "seen_is_newer", about)
        if self.seen.size == self.checkpoint.size:
            same = self.seen.root == self.checkpoint.root
        elif self.whole:
            same = self.seen.root == self._seen_root
        else:
            return Finding(OPEN, "seen_not_proved", about)
        return Finding(PROVEN, "seen_is_prefix", about) if same else Finding(BROKEN, "two_logs", about)
