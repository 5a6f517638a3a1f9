"""What a permit stands on: a booking, a maintenance plan or a work order (AQ 3064.2 5.3).

Work that nobody planned is refused when it is submitted, unless it is an urgent repair with its reason. The
reference is part of the permit's own chain; what it refers to is a fact, judged when it counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from davy_core.outcome import Reason
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit

BOTH_ENDS = timedelta(hours=2)
"""How far a permit may reach beyond the stretch that was booked, at either end (j)."""


def wrong_plan(body: Mapping[str, Any], facts: Facts) -> list[Reason]:
    """A reason why what a request names as its plan is none: nobody knows it."""
    return [Reason("plan_unknown")] if body.get("plan") and facts.planned is None else []


def plan_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """What the rules may know of it. Whether the site asks for a plan is absent while nobody knows."""
    plan, found = permit.plan, facts.planned
    known: dict[str, Any] = {"kind": plan.kind if plan else "urgent" if permit.urgent else "none"}
    if facts.plan_required is not None:
        known["required"] = facts.plan_required
    if found is None:
        return known
    place, window = permit.place, permit.window
    same_equipment = not found.one_equipment or (
        found.equipment is not None and place.equipment == found.equipment
    )
    return {
        **known,
        "approved": found.approved,
        "same_place": found.site == place.site and found.point in (None, place.point) and same_equipment,
        "same_work": found.templates is None or permit.template in found.templates,
        "in_time": found.start - BOTH_ENDS <= window.start and window.end <= found.end + BOTH_ENDS,
    }
