"""What a decision about an instrument may know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.instruments.kinds import Kind

EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class InstrumentCommand:
    """A command for one instrument (`stream` is its id); the body has passed its JSON Schema."""

    stream: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class PermitSeen:
    """The permit that a binding names, or that it is released from: its state, the sender's duties on it,
    and the points of its sampling plan (empty: it asks for no gas)."""

    state: str
    duties: frozenset[str]
    points: frozenset[str] = frozenset()


@dataclass(frozen=True)
class InstrumentFacts:
    """Who asks and what stands around. `keeps`: may keep the register. `code_fits`: what was scanned is the
    code of this very instrument. `people`: the status of everybody the command names."""

    now: datetime
    sender: str
    kinds: Mapping[str, Kind]
    person: str | None = None
    keeps: bool = False
    code_fits: bool = False
    serial_taken: bool = False
    place_known: bool = True
    permit: PermitSeen | None = None
    people: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    binding: str = ""
