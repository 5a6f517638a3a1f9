"""The isolations behind a permit as the rules read them (S24). What nobody looked up is absent."""

from __future__ import annotations

from typing import Any

from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit

BLINDED = "blinded"
BLINDS = "blinds"


def isolation_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """Whether an isolation is asked for, how many are relied on, and whether every one of them holds."""
    measure = next((m for m in permit.measures if m.id == BLINDED), None)
    found: dict[str, Any] = {
        "required": permit.work.get("isolation_needed") is True,
        "blinds_asked": measure is not None and measure.applies is True,
    }
    declared = measure.values.get(BLINDS) if measure else None
    if declared is not None and declared.isascii() and declared.isdigit():
        found["blinds_declared"] = int(declared)
    if facts.isolations is None:
        return found
    relied = [one for one in facts.isolations if not one.released]
    return {
        **found,
        "relied": len(relied),
        "released": len(facts.isolations) - len(relied),
        "applied": bool(relied) and all(0 < one.points == one.applied for one in relied),
        "verified": bool(relied) and all(0 < one.points == one.verified for one in relied),
        "test_running": any(one.testing for one in relied),
        "restorable": not any(one.others or one.locks or one.testing for one in relied),
        "restored_or_handed_over": not relied,
        "blinds": sum(one.blinds for one in relied),
        "blinds_verified": sum(one.blinds_verified for one in relied),
        "valve_only": sum(one.valve_only for one in relied),
    }
