"""Which terminal may be used where: in an area classed for explosion, camera, scanner, voice and meter of a
terminal that is not known to carry a fitting mark are refused (S26, AQ 3064.2 7). Stopping is asked nothing,
and bad news is always taken."""

from __future__ import annotations

from davy_core.explosion.marks import Zone
from davy_core.explosion.terminal import unfit
from davy_core.outcome import Accepted, Event, Outcome, Reason
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import fence_m

AT_A_DESK = frozenset({"capture_entry"})
"""Their photos show paper, taken where the paper was brought to."""
UNDRAWN_M = 200.0
"""How far an area reaches around the work point where nobody drew its border, in metres (j)."""
SPARING = frozenset({"WorkPaused", "AlarmRaised"})
"""Events of bad news: what stops work or raises an alarm is not lost over the terminal it came from."""

SAYS = ("clear", "ok", "passed", "running")
"""What an event says is in order, or is not."""


def _is_bad_news(event: Event) -> bool:
    """What stops work, raises an alarm, or says that something is not in order."""
    return event.type in SPARING or any(event.data.get(name) is False for name in SAYS)


def functions(command: Command) -> tuple[str, ...]:
    """What of the terminal the command used: scan, camera, voice, meter."""
    body = command.body
    readings = body.get("readings", ())
    used = {
        "scan": "scan" in body,
        "camera": bool(body.get("photo") or body.get("photos") or body.get("face"))
        or any("photo" in row for row in readings),
        "voice": "voice" in body,
        "meter": any(row.get("source") == "meter" for row in readings),
    }
    return tuple(name for name, was in used.items() if was)


def _is_outside(facts: Facts) -> bool:
    """Whether the whole error circle lies beyond the area: past its border where somebody drew it, far
    from the work point where nobody did, and never within the fence of the point."""
    off_area = facts.terminal.off_area
    if off_area is False or facts.fix is None:
        return off_area is True
    least = fence_m(facts) if off_area else max(fence_m(facts), UNDRAWN_M)
    return facts.fix.distance_m - facts.fix.accuracy_m > least


def unmarked(command: Command, facts: Facts, outcome: Outcome) -> Reason | None:
    """Why this terminal may not be used so there, or None. An area that nobody knows, or whose zone nobody
    knows, counts as classed; a terminal that nobody knows counts as unmarked."""
    ground = facts.ground
    if command.kind in AT_A_DESK or (ground is not None and ground.ex_zone == "none"):
        return None
    used = functions(command)
    if not used or _is_outside(facts):
        return None
    if isinstance(outcome, Accepted) and any(_is_bad_news(e) for e in outcome.events):
        return None
    zone = Zone(ground.ex_zone, ground.ex_group, ground.ex_temperature) if ground else Zone(None)
    return unfit(facts.terminal, zone, used)
