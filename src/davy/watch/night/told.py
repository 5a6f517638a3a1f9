"""What a look through the evidence tells on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

__all__ = ["Progress", "Told"]

Progress = Callable[[str, int, int], None]
"""Called with the part (chain, log, file), how much of it is done and how much there is; 0 = unknown."""


@dataclass
class Told:
    """How much was looked at, and how much of it does not hold."""

    streams: int = 0
    events: int = 0
    entries: int = 0
    files: int = 0
    faults: int = 0

    def counts(self) -> dict[str, int]:
        """By the name of each count."""
        return asdict(self)
