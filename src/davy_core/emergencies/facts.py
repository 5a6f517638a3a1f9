"""What `decide` may know beside the emergency itself: one frozen snapshot, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.emergencies.book import EmergencyBook
from davy_core.emergencies.state import Present

__all__ = ["EmergencyCommand", "EmergencyFacts"]


@dataclass(frozen=True)
class EmergencyCommand:
    """A command for one emergency (`stream` is its id); the body has passed its JSON Schema."""

    stream: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class EmergencyFacts:
    """Who asks, with the posts he holds for the area; who is there now, the kinds of work that are concerned
    and whom it is told to; the number that a new one gets."""

    now: datetime
    book: EmergencyBook
    sender: str
    person: str | None = None
    posts: frozenset[str] = frozenset()
    present: tuple[Present, ...] = ()
    types: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()
    number: str = ""
