"""What an adapter makes of one message, and the registry of adapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from davy_core.instruments.kinds import Channel, Kind

__all__ = ["LARGEST", "Adapter", "Told", "UnreadableError", "adapter", "judged", "names", "registered"]

LARGEST = 64 * 1024
"""Bytes of a message; what is larger is set aside."""


class UnreadableError(Exception):
    """The message cannot be taken: a code of contracts/setaside.yaml, and what exactly was wrong."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Told:
    """One message: its number, the boot it was counted in (None: not named), the instrument's own time
    (None: it told none), values by channel in the unit of the profile, and what speaks against a channel.
    `dropped`: what could not be taken of it, as (code, detail). `answer`: the order that the device speaks
    of, and what it did about it."""

    seq: int
    boot: str | None
    at: datetime | None
    values: Mapping[str, Decimal]
    doubts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dropped: tuple[tuple[str, str], ...] = ()
    answer: tuple[str, str] | None = None


Adapter = Callable[[bytes, Kind], Told]
_known: dict[str, Adapter] = {}


def registered(name: str) -> Callable[[Adapter], Adapter]:
    """Make an adapter known under this name."""

    def keep(found: Adapter) -> Adapter:
        _known[name] = found
        return found

    return keep


def adapter(name: str) -> Adapter:
    """The adapter of that name. Raises UnreadableError for one that this release does not have."""
    if name not in _known:
        raise UnreadableError("adapter_unknown", name)
    return _known[name]


def names() -> list[str]:
    """All names, in order."""
    return sorted(_known)


def judged(channel: Channel, value: Decimal) -> str | None:
    """What speaks against a value of this channel: it cannot be shown by such an instrument."""
    if channel.unit == "flag":
        return None if value in (0, 1) else "over_range"
    return None if channel.least <= value <= channel.most else "over_range"
