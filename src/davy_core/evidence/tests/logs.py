"""A log for tests: its tiles in a dictionary, every partial one kept as a static file server would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from davy_core.evidence.tiles import WIDTH, Tile, grown, node_of
from davy_core.evidence.tree import Node, hash_leaf


@dataclass
class Log:
    """Leaves are added, never changed."""

    size: int = 0
    tiles: dict[Tile, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Sequence[bytes]) -> Log:
        log = cls()
        log.add(entries)
        return log

    def add(self, entries: Sequence[bytes]) -> None:
        """Integrate these as the next leaves."""
        self.tiles |= grown(self.size, [hash_leaf(entry) for entry in entries], self.tiles.__getitem__)
        self.size += len(entries)

    def read(self, tile: Tile) -> bytes:
        """A narrower tile is the beginning of a wider one: who kept the wider one serves it from there."""
        for width in range(tile.width, WIDTH + 1):
            found = self.tiles.get(Tile(tile.level, tile.index, width))
            if found is not None:
                return found[: tile.width * 32]
        raise KeyError(tile)

    def node(self, size: int | None = None) -> Node:
        """The nodes of the tree as it was at this size."""
        return node_of(self.size if size is None else size, self.read)

    def leaf(self, index: int) -> bytes:
        return self.node()(0, index)
