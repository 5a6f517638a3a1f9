"""The tree in files that never change: C2SP tlog-tiles. A tile holds up to 256 hashes of one level in order.

Tile ``level`` 0 holds leaf hashes, level 1 the hashes over 256 leaves each, and so on. A full tile is written
once. The last of a level is partial while the tree grows; its name tells its width, so that a file never
means two things. Entry bundles hold the leaves' contents, each behind its length in two bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from davy_core.evidence.tree import Node, hash_children

__all__ = ["WIDTH", "Reader", "Tile", "bundle", "bundled", "grown", "node_of", "overlay", "tiles_of"]

WIDTH = 256
_HEIGHT = 8  # levels of the tree a tile stands for
_SIZE = 32
_PATH = re.compile(r"tile/(entries|0|[1-9]\d?)/((?:x\d{3}/)*\d{3})(?:\.p/([1-9]\d{0,2}))?", re.ASCII)
_MOST_LEVEL = 63


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """One file: hashes of a level, or with level None the entries themselves. `width` is 1 to 256."""

    level: int | None
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The name under the log's address: ``tile/0/x001/x234/067.p/8``."""
        digits = f"{self.index % 1000:03d}"
        rest = self.index // 1000
        while rest:
            digits = f"x{rest % 1000:03d}/{digits}"
            rest //= 1000
        kind = "entries" if self.level is None else str(self.level)
        return f"tile/{kind}/{digits}" + ("" if self.width == WIDTH else f".p/{self.width}")

    @classmethod
    def of_path(cls, path: str) -> Tile:
        """The tile of this name. Raises ValueError for what is not the one spelling of a tile."""
        found = _PATH.fullmatch(path)
        if found is None:
            raise ValueError(f"{path!r} names no tile")
        kind, digits, width = found.groups()
        level = None if kind == "entries" else int(kind)
        tile = cls(level, int(digits.replace("x", "").replace("/", "")), int(width or WIDTH))
        if tile.path != path or (level or 0) > _MOST_LEVEL:
            raise ValueError(f"{path!r} names no tile")
        return tile


Reader: TypeAlias = Callable[[Tile], bytes]


def tiles_of(size: int) -> Iterator[Tile]:
    """The hash tiles that a tree of this size consists of, level by level, each with its width."""
    level, count = 0, size
    while count:
        full, rest = divmod(count, WIDTH)
        yield from (Tile(level, index) for index in range(full))
        if rest:
            yield Tile(level, full, rest)
        level, count = level + 1, full


def grown(size: int, leaves: Sequence[bytes], read: Reader) -> dict[Tile, bytes]:
    """The tiles to write when these leaf hashes follow the first `size`. `read` gives the tiles there are.

    Only tiles that hold something new are given; what was full is never written again.
    """
    written: dict[Tile, bytes] = {}
    level, start, fresh = 0, size, list(leaves)
    while fresh:
        first, known = divmod(start, WIDTH)
        hashes = [*_split(read(Tile(level, first, known)), known), *fresh] if known else fresh
        parents = []
        for at in range(0, len(hashes), WIDTH):
            part = hashes[at : at + WIDTH]
            written[Tile(level, first + at // WIDTH, len(part))] = b"".join(part)
            if len(part) == WIDTH:
                parents.append(_fold(part))
        level, start, fresh = level + 1, first, parents
    return written


def node_of(size: int, read: Reader) -> Node:
    """The complete nodes of the tree of this size, worked out of its tiles."""

    def node(level: int, index: int) -> bytes:
        tier, height = divmod(level, _HEIGHT)
        first = index << height
        tile_index, at = divmod(first, WIDTH)
        there = (size >> (tier * _HEIGHT)) - tile_index * WIDTH
        width = min(there, WIDTH)
        if at + (1 << height) > width:
            raise ValueError(f"a tree of {size} has no complete node {index} on level {level}")
        hashes = _split(read(Tile(tier, tile_index, width)), width)
        return _fold(hashes[at : at + (1 << height)])

    return node


def bundle(entries: Sequence[bytes]) -> bytes:
    """The file of these entries. Raises ValueError for more than 256, or one over 65,535 bytes."""
    if len(entries) > WIDTH or any(len(entry) > 0xFFFF for entry in entries):
        raise ValueError("an entry bundle takes 256 entries of up to 65,535 bytes")
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


def bundled(content: bytes) -> list[bytes]:
    """The entries of a bundle. Raises ValueError for a file that ends within one."""
    entries, at = [], 0
    while at < len(content):
        end = at + 2 + int.from_bytes(content[at : at + 2])
        if at + 2 > len(content) or end > len(content):
            raise ValueError("the bundle ends within an entry")
        entries.append(content[at + 2 : end])
        at = end
    return entries


def _split(content: bytes, width: int) -> list[bytes]:
    if len(content) != width * _SIZE:
        raise ValueError(f"a tile of {width} hashes has {len(content)} bytes")
    return [content[at : at + _SIZE] for at in range(0, len(content), _SIZE)]


def _fold(hashes: Sequence[bytes]) -> bytes:
    """The hash over a power of two of hashes."""
    while len(hashes) > 1:
        hashes = [hash_children(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def overlay(fresh: Mapping[Tile, bytes], read: Reader) -> Reader:
    """Reads what is about to be written before it is."""
    return lambda tile: fresh[tile] if tile in fresh else read(tile)
