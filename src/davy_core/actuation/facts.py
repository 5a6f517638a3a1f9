"""What a decision about actuation may know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from davy_core.actuation.book import ActuationBook
from davy_core.explosion.marks import UNKNOWN, Zone
from davy_core.instants import iso
from davy_core.permits.facts import Fix

EMPTY: Mapping[str, Any] = MappingProxyType({})
QUEUED = timedelta(seconds=10)
"""Older than this, a command waited on a phone: offline nothing is switched on again (S16)."""


@dataclass(frozen=True)
class ActuationCommand:
    """A command for one work point (`point`); the body has passed its JSON Schema."""

    point: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class InstrumentSeen:
    """An instrument of the register. `elsewhere`: it stands in the table of another work point, or an order
    there holds it; an order that gave it back there, and is proven, does not."""

    serial: str
    kind: str
    site: str
    gateway: bool
    ex: str | None = None
    retired: bool = False
    elsewhere: bool = False


@dataclass(frozen=True)
class PermitSeen:
    """A permit of the place: whether it still counts there, its open causes and breaches that go on, whether
    its stop is confirmed (true as well where nothing is stopped), who is inside, and the sender's duties."""

    number: str
    on_place: bool
    causes: tuple[str, ...] = ()
    going_on: int = 0
    confirmed: bool = True
    inside: int = 0
    duties: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ActuationFacts:
    """Who asks and what stands around. `site` and `zone` are those of the work point (None: it is not
    known); `fix` where the sender stands from it, `fence_m` its radius; `asks` the groups that each watch
    rule asks for; `fresh` what this decision's orders are named after."""

    now: datetime
    occurred_at: datetime
    book: ActuationBook
    sender: str
    person: str | None = None
    active: bool = False
    proposes: bool = False
    approves: bool = False
    site: str | None = None
    zone: Zone = UNKNOWN
    instruments: Mapping[str, InstrumentSeen] = field(default_factory=lambda: EMPTY)
    permits: Mapping[str, PermitSeen] = field(default_factory=lambda: EMPTY)
    fix: Fix | None = None
    fence_m: float | None = None
    asks: Mapping[str, frozenset[str]] = field(default_factory=lambda: EMPTY)
    fresh: str = ""

    def mark(self) -> dict[str, Any]:
        """`at` and `by` of an event's data."""
        return {"at": iso(self.now), "by": self.person or self.sender}
