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
    """The next boundary after the last complete signing (or the start), and whether it is overdue (S11)."""
    if permit.started_at is None:
        return {"overdue": False, "signed": True}
    due = next(
        (b for b in sorted(facts.shift_bounds) if b > permit.started_at and not _handed(permit, b)), None
    )
    if due is None:
        return {"overdue": False, "signed": True}
    return {"ends_at": iso(due), "overdue": facts.now > due + SHIFT_GRACE, "signed": False}


def _handed(permit: Permit, bound: datetime) -> bool:
    """Whether both sides of every post signed the change at this boundary: not earlier than an hour
    before."""
    signed = [permit.shift_signed.get(key) for key in SHIFT_KEYS]
    return all(at is not None and at >= bound - SHIFT_BEFORE for at in signed)
