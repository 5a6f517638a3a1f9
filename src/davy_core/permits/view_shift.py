"""The change of shifts as the rules read it: both sides sign at each boundary the work runs over (S11)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import iso
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit

SHIFT_GRACE = timedelta(minutes=15)
SHIFT_BEFORE = timedelta(hours=1)
SHIFT_KEYS = frozenset(
    f"{s}:{d}" for s in ("outgoing", "incoming") for d in ("responsible", "guardian", "shift_leader")
)


def shift_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """The next boundary after the last complete signing (or the start), and whether it is overdue (S11).
    Where nobody entered the shifts, nothing can be told."""
    known = facts.ground is not None and facts.ground.shifts_known
    if not known:
        return {"known": False}
    started = permit.started_at
    bounds = [b for b in sorted(facts.shift_bounds) if started and b > started and not _handed(permit, b)]
    if not bounds:
        return {"known": True, "overdue": False, "signed": True}
    overdue = facts.now > bounds[0] + SHIFT_GRACE
    return {"known": True, "ends_at": iso(bounds[0]), "overdue": overdue, "signed": False}


def _handed(permit: Permit, bound: datetime) -> bool:
    """Whether both sides of every post signed the change at this boundary: not earlier than an hour before,
    or, for those who go, since the work stopped: whoever signed at day's end need not come back for it."""
    stopped = permit.pause.decided_at if permit.pause and permit.state == "paused" else bound
    since = {"outgoing": min(stopped, bound - SHIFT_BEFORE), "incoming": bound - SHIFT_BEFORE}
    signed = {key: permit.shift_signed.get(key) for key in SHIFT_KEYS}
    return all(at is not None and at >= since[key.partition(":")[0]] for key, at in signed.items())
