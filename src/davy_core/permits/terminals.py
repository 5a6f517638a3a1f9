"""Which terminal may be used where: in an area classed for explosion, camera, scanner, voice and meter of a
terminal that is not known to carry a fitting mark are refused (S26, AQ 3064.2 7). Stopping is asked nothing,
and bad news is always taken."""

from __future__ import annotations

from davy_core.explosion.marks import Zone
from davy_core.explosion.terminal import is_outside, unfit
from davy_core.outcome import Accepted, Event, Outcome, Reason
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import fence_m

AT_A_DESK = frozenset({"capture_entry"})
"""Their photos show paper, taken where the paper was brought to."""
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


def unmarked(command: Command, facts: Facts, outcome: Outcome) -> Reason | None:
    """Why this terminal may not be used so there, or None. An area that nobody knows, or whose zone nobody
    knows, counts as classed; a terminal that nobody knows counts as unmarked."""
    ground = facts.ground
    if command.kind in AT_A_DESK or (ground is not None and ground.ex_zone == "none"):
        return None
    used = functions(command)
    fix = facts.fix
    away = (fix.distance_m, fix.accuracy_m) if fix else (None, 0.0)
    if not used or is_outside(facts.terminal, fence_m(facts), *away):
        return None
    if isinstance(outcome, Accepted) and any(_is_bad_news(e) for e in outcome.events):
        return None
    zone = Zone(ground.ex_zone, ground.ex_group, ground.ex_temperature) if ground else Zone(None)
    return unfit(facts.terminal, zone, used)
