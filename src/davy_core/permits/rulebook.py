"""The resolved rules one permit stands on: requirements, template, route, levels, limits and the
lifecycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from davy_core.gas.limits import LimitTable
from davy_core.permits.lifecycle import Lifecycle
from davy_core.risk.book import RiskBook
from davy_core.rules.pack import Levels
from davy_core.rules.requirement import Requirement
from davy_core.signatures.demand import Demand


@dataclass(frozen=True)
class Rulebook:
    """Everything the law and the site say about one work type. `basis` is the SHA-256 that a permit pins.
    `risk` is None in a basis of before the grading."""

    type: str
    basis: str
    requirements: tuple[Requirement, ...]
    levels: Levels
    template: Mapping[str, Any]
    routes: Sequence[Mapping[str, Any]]
    limits: LimitTable
    lifecycle: Lifecycle
    risk: RiskBook | None = None
    signatures: tuple[Demand, ...] = ()
    causes: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    reminders: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType(
            {
                "before_start_s": 600,
                "before_end_s": 1800,
                "receipt_s": 30,
                "confirm_s": 180,
                "clearance_s": 1800,
            }
        )
    )
