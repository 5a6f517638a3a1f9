"""Small words every handler uses: who did it and when it was true, and where he stood."""

from __future__ import annotations

from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Reason
from davy_core.permits.facts import Facts, Fix

CHECK_IN_FENCE_M = 50.0


def stamp(facts: Facts) -> dict[str, Any]:
    """`at` (server time) and `by` of an event's data."""
    return {"at": iso(facts.now), "by": facts.actor.person or facts.actor.kind}


def seen(facts: Facts) -> dict[str, Any]:
    """`at` and `by` of what gets old: when a synchronised phone says it was, so that what waited in the phone
    does not look fresh."""
    at = facts.occurred_at if facts.clock == "device_synced" else facts.now
    return {**stamp(facts), "at": iso(min(at, facts.now))}


def on_site(fix: Fix | None, radius_m: float | None) -> str:
    """inside, outside or unknown: the whole error circle must lie in the fence; a vaguer fix than the
    fence proves nothing (S21). Distances in metres."""
    if fix is None or radius_m is None or fix.accuracy_m > radius_m:
        return "unknown"
    if fix.distance_m + fix.accuracy_m <= radius_m:
        return "inside"
    return "outside" if fix.distance_m - fix.accuracy_m > radius_m else "unknown"


def fence_m(facts: Facts) -> float:
    """The radius in metres around the work point within which a person counts as present."""
    known = facts.ground.fence_m if facts.ground else None
    return known if known is not None else CHECK_IN_FENCE_M


def presence(facts: Facts) -> dict[str, Any]:
    """`on_site` against the work point's fence, and the distance in whole metres when a fix is known."""
    found: dict[str, Any] = {"on_site": on_site(facts.fix, fence_m(facts))}
    if facts.fix is not None:
        found["distance_m"] = round(facts.fix.distance_m)
    return found


def absence(facts: Facts, radius_m: float | None = None) -> Reason | None:
    """Why the sender is not proven to stand there: None when he is. `radius_m` None = the work point's
    fence."""
    if facts.fix is None:
        return Reason("position_missing")
    radius = fence_m(facts) if radius_m is None else radius_m
    where = on_site(facts.fix, radius)
    if where == "inside":
        return None
    values = {
        "distance": round(facts.fix.distance_m),
        "accuracy": round(facts.fix.accuracy_m),
        "radius": f"{radius:g}",
    }
    return Reason("position_too_vague" if where == "unknown" else "not_on_site", values)
