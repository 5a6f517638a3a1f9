"""The lamp: may work go on now, what would stop it next, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from davy_core.permits.facts import Facts
from davy_core.permits.gates import watched
from davy_core.permits.state import Permit

VALIDITY = "validity"


@dataclass(frozen=True)
class Lamp:
    """`go`: work may go on now. `until`: the next lapse, and `why`: the requirement (or `validity`) that lapses."""

    go: bool
    until: datetime | None = None
    why: str | None = None


def lamp(permit: Permit, facts: Facts) -> Lamp:
    """Green only while active, inside validity and with every watched requirement met."""
    if permit.state not in {"issued", "active", "paused"}:
        return Lamp(go=False)
    judged = watched(permit, facts)
    lapses = [(j.until, j.requirement) for _, j in judged if j.until is not None]
    until, why = min([*lapses, (permit.window.end, VALIDITY)])
    wrong = next((j.requirement for _, j in judged if not j.passes), None)
    if permit.state != "active" or facts.now > permit.window.end or wrong or not facts.clock_ok:
        return Lamp(False, until, wrong or why)
    return Lamp(True, until, why)
