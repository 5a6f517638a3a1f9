"""A jump of the server's clock rings once: times around it need another witness (S18)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from davy import clock
from davy.clock import beat
from davy.watch.ring import ring
from davy_core.instants import iso

__all__ = ["ring_for_jumps"]

# A jump backwards is recorded in what was the future a moment before; one forwards may lie far back now.
_LOOKED_BACK = timedelta(days=7)


def ring_for_jumps(company_id: UUID) -> int:
    """Ring for each jump of the last week that nobody was called for; how many those are."""
    found = beat.incidents(clock.now() - _LOOKED_BACK)
    jumped = [row["at"] for row in found if row["kind"] == "jump"]
    return sum(
        ring(company_id, "clock_jumped", iso(at), again=None) for at in jumped if isinstance(at, datetime)
    )
