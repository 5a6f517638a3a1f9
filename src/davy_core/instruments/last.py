"""An instrument with the last reading of its present binding: what a gas test by one tap is taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from davy_core.instruments.kinds import Kind
from davy_core.instruments.state import Instrument

NOTHING: Mapping[str, str] = MappingProxyType({})
SILENT = "silent"
"""What an open episode of silence says of a sensor."""


@dataclass(frozen=True)
class LastReading:
    """What it told last: its number in its `boot`, when it was `taken_at` by which `clock`, when the server
    had it, its values as written by channel, and by channel what speaks against one."""

    boot: str
    seq: int
    taken_at: datetime
    received_at: datetime
    clock: str
    channels: Mapping[str, str]
    doubts: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def heard_at(self) -> datetime:
        """The earlier of its own time and the server's: it is not younger than that."""
        return min(self.taken_at, self.received_at)


@dataclass(frozen=True)
class InstrumentSeen:
    """An instrument of the company. `kind` None: this release does not know such; `last` None: it told
    nothing since it was bound. `gases`: by channel, the gas that it measures; `doubting`: by watch rule, what
    an open episode of it says of a sensor (flat, silent, fault). `told`: what it told lately, by time, where
    somebody asks for a curve."""

    instrument: Instrument
    kind: Kind | None
    last: LastReading | None = None
    gases: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    doubting: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    told: tuple[LastReading, ...] = ()
