"""The resolved rules one permit stands on: requirements, template, route, levels, limits and the lifecycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from davy_core.gas.limits import LimitTable
from davy_core.permits.lifecycle import Lifecycle
from davy_core.rules.pack import Requirement


@dataclass(frozen=True)
class LevelRule:
    """One row of a level table: the level that stands when `when` (CEL) is true or unknown (S10)."""

    level: str
    when: str
    clause: str


@dataclass(frozen=True)
class Levels:
    """The levels of a work type from highest to lowest, and the rules that set the minimum."""

    order: tuple[str, ...] = ("none",)
    rules: tuple[LevelRule, ...] = ()
    default: str = "none"

    @classmethod
    def load(cls, data: Mapping[str, Any] | None) -> Levels:
        """The level table of parsed pack data; a type without levels has the one level `none`."""
        if not data:
            return cls()
        rules = tuple(LevelRule(r["level"], r["when"], r["clause"]) for r in data["rules"])
        return cls(tuple(data["order"]), rules, data["default"])

    def higher_or_equal(self, level: str, than: str) -> bool:
        """Whether `level` is at least as high as `than`. Raises ValueError for an unknown level."""
        return self.order.index(level) <= self.order.index(than)


@dataclass(frozen=True)
class Rulebook:
    """Everything the law and the site say about one work type. `basis` is the SHA-256 that a permit pins."""

    type: str
    basis: str
    requirements: tuple[Requirement, ...]
    levels: Levels
    template: Mapping[str, Any]
    routes: Sequence[Mapping[str, Any]]
    limits: LimitTable
    lifecycle: Lifecycle
    causes: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    reminders: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType(
            {"before_start_s": 600, "before_end_s": 1800, "receipt_s": 30, "confirm_s": 180, "clearance_s": 1800}
        )
    )
