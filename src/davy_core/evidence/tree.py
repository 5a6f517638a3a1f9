"""A Merkle tree after RFC 6962: one root stands for all leaves in their order, and short proofs convince.

Two proofs are made and checked: that a leaf is in the tree (inclusion), and that a tree only grew out of an
older one (consistency). Hashes are SHA-256, 32 bytes. A tree is told by its size and by its complete nodes:
`node(level, index)` is the hash over the leaves from ``index << level`` up to ``(index + 1) << level``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeAlias

__all__ = [
    "EMPTY",
    "Node",
    "consistency_proof",
    "consistent",
    "hash_children",
    "hash_leaf",
    "included",
    "inclusion_proof",
    "root",
]

Node: TypeAlias = Callable[[int, int], bytes]

EMPTY = hashlib.sha256().digest()
"""The root of a tree without leaves."""


def hash_leaf(entry: bytes) -> bytes:
    """The hash of a leaf with this content. Leaves and nodes have domains of their own."""
    return hashlib.sha256(b"\0" + entry).digest()


def hash_children(left: bytes, right: bytes) -> bytes:
    """The hash of the node over these two."""
    return hashlib.sha256(b"\1" + left + right).digest()


def root(size: int, node: Node) -> bytes:
    """The root of the tree of this size. Raises ValueError for a size below 0."""
    if size < 0:
        raise ValueError("no tree is that small")
    return _over(0, size, node) if size else EMPTY


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """What leads from leaf `index` to the root of the tree of `size`, from the leaf upwards.

    Raises ValueError when the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} has no leaf {index}")
    low, high, path = 0, size, []
    while high - low > 1:
        border = low + _left(high - low)
        if index < border:
            path.append(_over(border, high, node))
            high = border
        else:
            path.append(_over(low, border, node))
            low = border
    return path[::-1]


def consistency_proof(old: int, size: int, node: Node) -> list[bytes]:
    """What shows that the tree of `size` begins with that of `old`; empty when they are one or `old` is 0.

    Raises ValueError when the older tree is the larger one.
    """
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} did not grow out of one of {old}")
    if old in {0, size}:
        return []
    low, high, path = 0, size, []
    while high != old:
        border = low + _left(high - low)
        if old <= border:
            path.append(_over(border, high, node))
            high = border
        else:
            path.append(_over(low, border, node))
            low = border
    # What is left is the last complete part of the older tree; when that is the whole, its root is known.
    return [*([_over(low, high, node)] if low else []), *path[::-1]]


def included(index: int, size: int, leaf: bytes, proof: Sequence[bytes], expected: bytes) -> bool:
    """Whether the proof leads from this leaf hash at `index` to this root of the tree of `size`."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = hash_children(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = hash_children(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == expected


def consistent(old: int, size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of `size` with `new_root` begins with that of `old`."""
    if not 0 <= old <= size:
        return False
    if old == size:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    steps = list(proof) if at else [old_root, *proof]
    if not steps:
        return False
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = hash_children(step, before), hash_children(step, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = hash_children(after, step)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def _left(size: int) -> int:
    """How many of `size` leaves, at least two, hang on the left: the largest power of two below it."""
    return 1 << ((size - 1).bit_length() - 1)


def _over(low: int, high: int, node: Node) -> bytes:
    """The hash over the leaves from `low` up to `high`; `low` is where a part of the tree begins."""
    size = high - low
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return node(level, low >> level)
    border = low + _left(size)
    return hash_children(_over(low, border, node), _over(border, high, node))
