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

FLOOR = frozenset({"outage.over", "outage.none_live", "outage.accounted", "outage.alone"})
"""The requirements of paper in an outage, whatever basis a permit stands on."""


@dataclass(frozen=True)
class Rulebook:
    """Everything the law and the site say about one work type. `basis` is the SHA-256 that a permit pins.
    `floor`: what is asked of every permit, also of one that pinned rules from before it: paper and the
    electronic permit never count at one place at one time (S18).
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
    floor: tuple[Requirement, ...] = ()
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

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """Everything that is asked: the pinned requirements, and those of the floor that they lack."""
        if not self.floor:
            return self.requirements
        known = {requirement.id for requirement in self.requirements}
        return (*self.requirements, *(r for r in self.floor if r.id not in known))
