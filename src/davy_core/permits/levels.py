"""The minimum level of a permit, computed from facts; people may only raise it (S10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from davy_core.rules import cel
from davy_core.rules.cel import Tri
from davy_core.rules.pack import Levels

UNGRADED = Levels(order=("none",), rules=(), default="none")
"""The table of a work type that has no levels."""


def minimum_level(levels: Levels, facts: Mapping[str, Any], now: datetime) -> str:
    """The highest level one of whose rules is true or unknown, else the default: not knowing raises the
    level."""
    bound = cel.bind(facts, now).with_params({})
    for level in levels.order:
        stands = (cel.evaluate(cel.compiled(r.when), bound) for r in levels.rules if r.level == level)
        if any(value is not Tri.FALSE for value in stands):
            return level
    return levels.default


def at_least(levels: Levels, level: str, than: str) -> bool:
    """Whether `level` is as high as `than` or higher; an unknown level is not."""
    return level in levels.order and levels.order.index(level) <= levels.order.index(than)
