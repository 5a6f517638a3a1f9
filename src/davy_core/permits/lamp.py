"""The lamp: may work go on now, what would stop it next, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit
from davy_core.rules.evaluate import Judgement
from davy_core.rules.requirement import Requirement

VALIDITY = "validity"
HEARTBEAT = "guardian"
"""What only the guardian's phone keeps alive, every half minute: nobody has to act before it lapses, so it is
no countdown; when it does lapse it stands in the way like all else."""
Judged = Sequence[tuple[Requirement, Judgement]]


@dataclass(frozen=True)
class Lamp:
    """`go`: work may go on now. `until`: the next lapse; `why`: the requirement (or `validity`) that lapses,
    or the one that stands in the way now."""

    go: bool
    until: datetime | None = None
    why: str | None = None


def lamp_of(permit: Permit, facts: Facts, watched: Judged) -> Lamp:
    """Green only while active, inside validity and with everything that is watched met."""
    if permit.state not in {"issued", "active", "paused"}:
        return Lamp(go=False)
    lapses = [(j.until, j.requirement) for r, j in watched if j.until is not None and r.needs != HEARTBEAT]
    until, why = min([*lapses, (permit.window.end, VALIDITY)])
    wrong = next((j.requirement for r, j in watched if not j.passes and r.on_lapse != "alarm"), None)
    if permit.state != "active" or facts.now > permit.window.end or wrong or not facts.clock_ok:
        return Lamp(False, until, wrong or why)
    return Lamp(True, until, why)
