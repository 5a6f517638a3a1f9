"""Gas and breaks as the rules read them. Only whole rounds count for points; a later failing reading still
fails."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy_core.instants import iso
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Round
from davy_core.permits.state import Permit


def gas_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """Points of the latest whole round, and every other point whose newest reading failed: such a point must
    be measured again before anything goes on, on the plan or not (S4)."""
    plan = plan_of(permit, facts)
    whole = [r for r in permit.rounds if r.complete]
    found: dict[str, Any] = {"points": [], "round_complete": bool(whole), "rounds": len(permit.rounds)}
    if plan is not None:
        found["points_required"] = len(plan.points)
    found["required"] = plan is not None
    if not whole:
        return found
    latest = whole[-1]
    failing = failing_points(permit)
    named = dict.fromkeys((*sorted(latest.points), *sorted(failing)))
    found["points"] = [_point(latest, point, failing) for point in named]
    found["sampled_at"] = iso(latest.sampled_at) if latest.sampled_at else None
    found["last_record_at"] = found["sampled_at"]
    return {k: v for k, v in found.items() if v is not None}


def failing_points(permit: Permit) -> frozenset[str]:
    """The points at which a substance failed and was not measured good since. Only the same substance,
    sampled later and clearly good, takes it back: another one says nothing of it, and a reading of which
    nobody knows what it is worth takes nothing back (S4). What counts is the sampling, not the arrival."""
    newest: dict[str, dict[tuple[str, str], tuple[datetime, int]]] = {"fail": {}, "pass": {}}
    for number, found in enumerate(
        permit.rounds
    ):  # of one instant the later round counts, in one round the worst
        for reading in found.readings:
            if (known := newest.get(reading.verdict)) is not None:
                key, when = (reading.point, reading.substance), (reading.sampled_at, number)
                known[key] = max(when, known.get(key, when))
    good = newest["pass"]
    return frozenset(key[0] for key, at in newest["fail"].items() if key not in good or good[key] <= at)


def _point(latest: Round, point: str, failing: frozenset[str]) -> dict[str, Any]:
    verdict = "fail" if point in failing else latest.points[point]
    sampled = [r.sampled_at for r in latest.readings if r.point == point]
    found = {"point": point, "verdict": verdict}
    return {**found, "sampled_at": iso(min(sampled))} if sampled else found


def breaks_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """The break that is going on, if any: it begins at the last proven work (S2)."""
    pause = permit.pause
    if pause is None or not permit.started:
        return {"ongoing": False, "seconds": 0, "by_gas": False}
    seconds = int((facts.now - pause.began_at).total_seconds() * 1000) / 1000
    return {"ongoing": True, "began_at": iso(pause.began_at), "seconds": seconds, "by_gas": pause.by_gas}
