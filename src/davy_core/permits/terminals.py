"""Which terminal may be used where: in an area classed for explosion, camera, scanner, voice and meter of an
unmarked terminal are refused (S26, AQ 3064.2 7). Stopping is asked nothing, and bad news is always taken."""

from __future__ import annotations

from davy_core.outcome import Accepted, Event, Outcome, Reason
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import fence_m, on_site

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
    """Why this terminal may not be used so there, or None. A zone nobody knows counts as classed; a terminal
    nobody knows counts as unmarked where the area takes marked ones only."""
    ground = facts.ground
    if ground is None or ground.ex_zone == "none" or command.kind in AT_A_DESK:
        return None
    if facts.terminal == "ex" or (facts.terminal == "unknown" and not ground.ex_only):
        return None
    used = functions(command)
    if not used or on_site(facts.fix, fence_m(facts)) == "outside":
        return None
    if isinstance(outcome, Accepted) and any(_is_bad_news(e) for e in outcome.events):
        return None
    return Reason("terminal_not_ex", {"zone": ground.ex_zone or "-", "functions": list(used)})
