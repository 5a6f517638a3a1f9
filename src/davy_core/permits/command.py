"""A command as the core sees it: kind, body, and the instant at which the sender says it happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Command:
    """One command for one permit. The body has passed its JSON Schema; amounts and instants are still
    text."""

    id: str
    kind: str
    permit: str
    body: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    base_version: int | None = None
