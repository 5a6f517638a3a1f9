"""The decision: may this command change this isolation now, and what happens if so.

Order of judging: does the contract know the command in this state → has the sender a duty that may → is the
point it names in a state for it → can it be (the handler of its kind).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.explosion.terminal import unfit
from davy_core.instants import iso
from davy_core.isolations import locks, planning, points, relying, trial
from davy_core.isolations.book import Rule
from davy_core.isolations.duties import duties_of
from davy_core.isolations.facts import QUEUED, IsolationCommand, IsolationFacts
from davy_core.isolations.state import Isolation
from davy_core.outcome import Accepted, Event, Outcome, Reason, Refused, refuse

Handler = Callable[[Isolation, IsolationCommand, IsolationFacts], Outcome]
HANDLERS: Mapping[str, Handler] = {
    **planning.HANDLERS,
    **points.HANDLERS,
    **locks.HANDLERS,
    **relying.HANDLERS,
    **trial.HANDLERS,
}


def decide(isolation: Isolation | None, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Accepted with the events to append, or Refused with every reason. Raises KeyError for a command the
    contract lacks."""
    rule = facts.book.rules[command.kind]
    refused = _may(isolation, command, rule, facts)
    if refused is not None:
        return _recorded(refused, command, facts)
    if isolation is None:
        outcome = planning.plan(command, facts)
    else:
        outcome = HANDLERS[command.kind](isolation, command, facts)
    unmarked = _unmarked(command, rule, facts)
    if unmarked is not None:
        known = outcome.reasons if isinstance(outcome, Refused) else ()
        outcome = Refused((*known, unmarked))
    return outcome if isinstance(outcome, Accepted) else _recorded(outcome, command, facts)


def _unmarked(command: IsolationCommand, rule: Rule, facts: IsolationFacts) -> Reason | None:
    """Why this terminal takes no photo there (S26). That a point does not hold is asked nothing."""
    if rule.stops or "photo" not in command.body or facts.zone.zone == "none" or facts.outside:
        return None
    return unfit(facts.terminal, facts.zone, ["camera"])


def _may(
    isolation: Isolation | None, command: IsolationCommand, rule: Rule, facts: IsolationFacts
) -> Refused | None:
    state = isolation.state if isolation else "none"
    if isolation is None and "none" not in rule.sources:
        return refuse("isolation_not_found")
    if not rule.duties & duties_of(isolation, command, facts):
        return refuse("isolation_not_yours", duties=sorted(rule.duties))
    if state not in rule.sources:
        return refuse("isolation_wrong_state", state=state)
    if rule.points and isolation is not None:
        point = isolation.point(command.body["point"])
        if point is None:
            return refuse("isolation_point_unknown", point=command.body["point"])
        if point.state not in rule.points:
            return refuse("isolation_wrong_order", point=point.id, state=point.state)
    return None if rule.stops else _unfit(facts)


def _unfit(facts: IsolationFacts) -> Refused | None:
    """Who is frozen or has left may only say that a point does not hold; what waited on a phone changes
    nothing (S16)."""
    if facts.people.get(facts.person or "") != "active":
        return refuse("person_frozen", person=facts.person)
    if facts.now - facts.occurred_at > QUEUED:
        return refuse("offline_cannot_start")
    return None


def _recorded(refused: Refused, command: IsolationCommand, facts: IsolationFacts) -> Refused:
    attempt = {
        "at": iso(facts.now),
        "by": facts.person or facts.sender,
        "command": command.kind,
        "codes": [reason.code for reason in refused.reasons],
    }
    return Refused(refused.reasons, (Event("AttemptRefused", attempt),))
