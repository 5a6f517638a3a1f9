"""The chain of one device: every envelope names the one before it, so that none is lost, added or changed.

Where an envelope stands decides what becomes of it; who may do what is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ZERO = "0" * 64
"""What the first envelope of a device names as the one before it."""

Place = Literal["next", "again", "forked", "broken", "gap"]
"""next: in line · again: known, answer as before · forked: another envelope has this number · broken: it
does not name the one before it · gap: something before it is missing."""


@dataclass(frozen=True)
class Link:
    """One envelope in the chain: its number (from 1), the SHA-256 of its bytes and of those before it
    (hex)."""

    seq: int
    sha256: str
    prev: str


@dataclass(frozen=True)
class Head:
    """How far a chain has come without a gap."""

    seq: int = 0
    sha256: str = ZERO


def place(head: Head, link: Link, known: Link | None) -> Place:
    """Where the envelope stands; `known` is what already has its number."""
    if known is not None:
        return "again" if known == link else "forked"
    if link.seq <= head.seq:
        return "forked"
    if link.seq > head.seq + 1:
        return "gap"
    return "next" if link.prev == head.sha256 else "broken"


def advance(head: Head, waiting: Iterable[Link]) -> tuple[Head, tuple[int, ...]]:
    """The head after everything that now follows without a gap, and the numbers of those whose `prev` does
    not fit. `waiting` may hold links in any order: stopping commands that were carried out before their
    turn."""
    by_seq = {link.seq: link for link in waiting}
    torn: list[int] = []
    while (link := by_seq.get(head.seq + 1)) is not None:
        if link.prev != head.sha256:
            torn.append(link.seq)
        head = Head(link.seq, link.sha256)
    return head, tuple(torn)
