"""What a decision about a gate may know, and the command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.gate.book import GateBook
from davy_core.gate.seen import PermitSeen
from davy_core.instants import iso


@dataclass(frozen=True)
class GateCommand:
    """A command about a gate; the body has passed its JSON Schema."""

    gate: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class GateFacts:
    """`permits`: all whose place the gate leads to and whose window is open or opens soon, besides those that
    let somebody in until now; `open`: it is in service; `only_ours`: nobody but Davy gives cards for it;
    `shown`: it tells what it has (one without a network does not); `person` who gives the command and `lists`
    people for gates; `code`: what people call the gate; `fresh`: nobody used this name before."""

    now: datetime
    book: GateBook
    sender: str
    code: str = ""
    known: bool = True
    open: bool = True
    only_ours: bool = False
    shown: bool = True
    person: str | None = None
    lists: bool = False
    permits: tuple[PermitSeen, ...] = ()
    fresh: str = ""

    def mark(self, gate: str) -> dict[str, str]:
        """What every event of a gate begins with."""
        return {"at": iso(self.now), "by": self.sender, "gate": gate}
