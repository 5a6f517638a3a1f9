"""What a leaf of the log says: this stream had so many events, and its chain ended so.

Entries of one stream follow one another by number. Whoever rewrites a stream must either break that order,
which everybody finds who reads the entries, or leave the older entry beside the newer, which no longer fits
the chain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from davy_core.evidence.canonical import NotCanonicalError, decode, encode

__all__ = ["Entry", "Place", "misplaced"]

_KEYS = {"v", "kind", "stream", "seq", "head", "previous"}


@dataclass(frozen=True, slots=True)
class Entry:
    """`head` is the hash (32 bytes) of event `seq`, counted from 1, of the stream; `previous` is the number
    of the stream's entry before this one, None for its first."""

    kind: str
    stream: str
    seq: int
    head: bytes
    previous: int | None

    @property
    def content(self) -> bytes:
        """The bytes that are hashed as a leaf."""
        return encode(
            {
                "v": 1,
                "kind": self.kind,
                "stream": self.stream,
                "seq": self.seq,
                "head": self.head.hex(),
                "previous": self.previous,
            }
        )

    @classmethod
    def of(cls, content: bytes) -> Entry:
        """The entry of these bytes. Raises ValueError for what is not the one spelling of an entry."""
        try:
            told: Any = decode(content)
        except NotCanonicalError as error:
            raise ValueError("this is no entry of the log") from error
        if not isinstance(told, dict) or told.keys() != _KEYS or told["v"] != 1 or not _typed(told):
            raise ValueError("this is no entry of the log")
        head = bytes.fromhex(told["head"])
        found = cls(told["kind"], told["stream"], told["seq"], head, told["previous"])
        if found.content != content:
            raise ValueError("this is no entry of the log")
        return found


@dataclass(frozen=True, slots=True)
class Place:
    """Where the newest entry of a stream stands in the log, and what it said."""

    index: int
    seq: int


def misplaced(index: int, entry: Entry, known: Mapping[tuple[str, str], Place]) -> str | None:
    """Why this entry cannot stand at `index` after the `known` ones: previous, seq. None when it can."""
    before = known.get((entry.kind, entry.stream))
    if entry.previous != (before.index if before else None) or (before and before.index >= index):
        return "previous"
    if entry.seq <= (before.seq if before else 0):
        return "seq"
    return None


def _typed(told: dict[str, Any]) -> bool:
    """Whether every part is of its kind; the head is 64 hexadecimal digits."""
    head, previous = told["head"], told["previous"]
    return (
        isinstance(told["kind"], str)
        and isinstance(told["stream"], str)
        and type(told["seq"]) is int
        and (previous is None or (type(previous) is int and previous >= 0))
        and isinstance(head, str)
        and len(head) == 64
        and all(c in "0123456789abcdef" for c in head)
    )
