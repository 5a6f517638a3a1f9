"""Gas and breaks as the rules read them. Only whole rounds count for points; a later failing reading still
fails."""

from __future__ import annotations

from typing import Any

from davy_core.instants import iso
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Round
from davy_core.permits.state import Permit


def gas_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """Points of the latest whole round with the worst verdict since, and when they were sampled."""
    plan = plan_of(permit, facts)
    whole = [r for r in permit.rounds if r.complete]
    found: dict[str, Any] = {"points": [], "round_complete": bool(whole), "rounds": len(permit.rounds)}
    if plan is not None:
        found["points_required"] = len(plan.points)
    found["required"] = plan is not None
    if not whole:
        return found
    latest = whole[-1]
    after = permit.rounds[permit.rounds.index(latest) + 1 :]
    found["points"] = [_point(latest, after, point) for point in sorted(latest.points)]
    found["sampled_at"] = iso(latest.sampled_at) if latest.sampled_at else None
    newest = max((r.sampled_at for r in latest.readings), default=None)
    found["last_record_at"] = iso(newest) if newest else None
    return {k: v for k, v in found.items() if v is not None}


def _point(latest: Round, after: tuple[Round, ...], point: str) -> dict[str, Any]:
    failed_since = any(r.points.get(point) == "fail" for r in after)
    worst = "fail" if failed_since else latest.points[point]
    sampled = [r.sampled_at for r in latest.readings if r.point == point]
    found = {"point": point, "verdict": worst}
    return {**found, "sampled_at": iso(min(sampled))} if sampled else found


def breaks_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """The break that is going on, if any: it begins at the last proven work (S2)."""
    pause = permit.pause
    if pause is None or not permit.started:
        return {"ongoing": False, "seconds": 0, "by_gas": False}
    seconds = int((facts.now - pause.began_at).total_seconds() * 1000) / 1000
    return {"ongoing": True, "began_at": iso(pause.began_at), "seconds": seconds, "by_gas": pause.by_gas}
