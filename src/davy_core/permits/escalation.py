"""In a special period hot work goes up a step: by its level or by its approver, as the site decided (S22).

GB 30871-2022 5.1.1 asks for the step and names neither; AQ 3064.2-2025 5.10.8 lets the enterprise configure
it. The highest level has none above it and keeps its level with the higher approver.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit
from davy_core.rules.pack import Levels

KINDS = ("holiday", "major_event", "night", "rest_day")


def kinds_met(permit: Permit, facts: Facts) -> list[str]:
    """The kinds of special periods that the permit's window meets."""
    window = permit.window
    return sorted({p.kind for p in facts.calendar.periods if p.start < window.end and p.end > window.start})


def raised(levels: Levels, least: str, kinds: Sequence[str], step: str | None) -> str:
    """The minimum level after escalation: one higher where the site raises the level and there is one."""
    if step != "level" or not kinds or not levels.escalates:
        return least
    return levels.order[max(levels.order.index(least) - 1, 0)]


def covered(stages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stages of a raised level: its last signature is the higher approval of every special period."""
    *before, last = stages
    return [*before, {**last, "covers": sorted({*last["covers"], *KINDS})}]
