"""The ventilation plan as a permit keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType


@dataclass(frozen=True)
class VentilationPlan:
    """通风方案: what was entered and what follows from it, as in its event. `minimum_s` is the shortest
    time in seconds; `code` is the check code of `content`. A later version supersedes an earlier one."""

    version: int
    by: str
    at: datetime
    minimum_s: int
    code: str
    content: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
