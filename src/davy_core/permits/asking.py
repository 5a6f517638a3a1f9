"""A step that makes work live, asked for without a connection: recorded, shown, and never effective (S16)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.duties import duties_of
from davy_core.permits.facts import Facts
from davy_core.permits.offline import Asked
from davy_core.permits.stamp import seen
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
TAKEN: Mapping[str, str] = {
    "StageSigned": "sign_stage",
    "CrossingSigned": "sign_crossing",
    "TicketVerified": "verify_ticket",
    "WorkStarted": "start",
    "SpaceEntered": "enter_space",
    "CauseResolved": "resolve_cause",
    "GuardianStoodBy": "stand_by",
    "WorkResumed": "resume",
    "DutyTaken": "take_duty",
}
"""The event by which a step has really been taken, and the command of that step."""
STOPS = frozenset({"WorkPaused", "WorkFinished", "PermitVoided", "PermitCancelled", "PermitWithdrawn"})
"""After these nothing that was asked before is asked any more: stopping beats everything."""


def ask_for(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Record what the person would do. Only who may take the step in some state may ask for it."""
    what = command.body["what"]
    rule = facts.rulebook.lifecycle.rule(what)
    if rule is None or not rule.live:
        return refuse("unknown_command", command=what)
    if rule.duties.isdisjoint(duties_of(permit, facts)):
        return refuse("not_your_duty", command=what, duties=sorted(rule.duties))
    return accept(Event("LiveAsked", {**seen(facts), "what": what}))


def _asked(permit: Permit, data: Data) -> Permit:
    new = Asked(data["what"], data["by"], instant(data["at"]))
    others = tuple(a for a in permit.asked if (a.what, a.by) != (new.what, new.by))
    return replace(permit, asked=(*others, new))


def settled(permit: Permit, event_type: str) -> Permit:
    """The permit without what was asked for and has now been done, or overtaken by a stop."""
    if not permit.asked:
        return permit
    if event_type in STOPS:
        return replace(permit, asked=())
    done = TAKEN.get(event_type)
    return replace(permit, asked=tuple(a for a in permit.asked if a.what != done)) if done else permit


HANDLERS = {"ask_for": ask_for}
STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {"LiveAsked": _asked}
