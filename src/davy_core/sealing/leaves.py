"""One reading as the leaf of a tree, and the root over the readings of an instrument."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from davy_core.evidence.canonical import encode
from davy_core.evidence.tree import EMPTY, hash_children, hash_leaf

__all__ = ["Leaf", "root_of"]


@dataclass(frozen=True)
class Leaf:
    """A reading with all that was kept of it. `log_seq`: its number in the broker's log; the other names are
    those of the table. Instants are kept to the microsecond, values as the texts that came."""

    instrument: str
    taken_at: datetime
    boot: str
    seq: int
    received_at: datetime
    clock: str
    gateway: str
    binding: str | None
    log_seq: int
    channels: Mapping[str, str]
    doubts: Mapping[str, str] | None

    def content(self) -> bytes:
        """The canonical bytes that are hashed."""
        return encode(
            {
                "instrument": self.instrument,
                "taken_at": _micro(self.taken_at),
                "boot": self.boot,
                "seq": self.seq,
                "received_at": _micro(self.received_at),
                "clock": self.clock,
                "gateway": self.gateway,
                "binding": self.binding,
                "log_seq": self.log_seq,
                "channels": dict(self.channels),
                "doubts": None if self.doubts is None else dict(self.doubts),
            }
        )


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of the tree (RFC 6962) over these contents, in their order."""
    level = [hash_leaf(content) for content in leaves]
    if not level:
        return EMPTY
    while len(level) > 1:
        pairs = [hash_children(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]


def _micro(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
