"""The hashes of Davy's evidence: of an event in its chain, of a leaf, of a tree's root by a proof."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

__all__ = ["START", "Growing", "event_hash", "grown", "leaf_hash", "root_by_proof"]

START = bytes(32)
"""What stands before the first event of a chain."""


def event_hash(before: bytes, body: bytes) -> bytes:
    """The hash of an event: over the hash of the one before it and its own bytes."""
    return sha256(b"davy-event-v1\0" + before + body).digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of a leaf of the log (RFC 6962)."""
    return sha256(b"\0" + entry).digest()


def root_by_proof(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes | None:
    """The root to which this proof leads from leaf `index` of `size`; None when it leads nowhere."""
    if not 0 <= index < size:
        return None
    steps = list(proof)
    found = _climb(index, size, leaf, steps)
    return found if not steps else None


def _climb(index: int, size: int, leaf: bytes, steps: list[bytes]) -> bytes | None:
    """The hash over `size` leaves, of which the one at `index` is known; takes the others from the end of
    the proof, where the topmost stands."""
    if size == 1:
        return leaf
    if not steps:
        return None
    left = 1 << ((size - 1).bit_length() - 1)
    other = steps.pop()
    if index < left:
        inner = _climb(index, left, leaf, steps)
        return None if inner is None else sha256(b"\1" + inner + other).digest()
    inner = _climb(index - left, size - left, leaf, steps)
    return None if inner is None else sha256(b"\1" + other + inner).digest()


def grown(old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of `size` with `root` begins with that of `old` leaves."""
    if not 0 < old <= size:
        return False
    steps = list(proof)
    try:
        before, after = _both(old, size, old_root, steps)
    except IndexError:
        return False
    return not steps and (before, after) == (old_root, root)


def _both(old: int, size: int, known: bytes | None, steps: list[bytes]) -> tuple[bytes, bytes]:
    """The hashes over the first `old` and over all `size` leaves of a part; takes the others from the end of
    the proof. `known` is what the older tree's root is said to be, as long as the part begins with it."""
    if old == size:
        found = steps.pop() if known is None else known
        return found, found
    left, other = 1 << ((size - 1).bit_length() - 1), steps.pop()
    if old <= left:
        before, after = _both(old, left, known, steps)
        return before, sha256(b"\1" + after + other).digest()
    before, after = _both(old - left, size - left, None, steps)
    return sha256(b"\1" + other + before).digest(), sha256(b"\1" + other + after).digest()


class Growing:
    """A tree to which leaves are added; of it only the roots of its full parts are kept."""

    def __init__(self) -> None:
        self.size = 0
        self._full: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Take in the hash of the next leaf."""
        self._full.append(leaf)
        pairs = self.size
        while pairs & 1:
            right, left = self._full.pop(), self._full.pop()
            self._full.append(sha256(b"\1" + left + right).digest())
            pairs >>= 1
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves so far (RFC 6962)."""
        if not self._full:
            return sha256().digest()
        found = self._full[-1]
        for left in reversed(self._full[:-1]):
            found = sha256(b"\1" + left + found).digest()
        return found
