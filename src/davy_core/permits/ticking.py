"""What the passing of time does: validity ends, watched conditions lapse, deadlines and reminders fall due.

The clock gives one command, `tick`; everything is decided here, so that the server comes to the same verdict
alone, late or after an outage (S17, S18).
"""

from __future__ import annotations

from datetime import timedelta

from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, accept
from davy_core.permits.command import Command
from davy_core.permits.deadlines import due_reminders
from davy_core.permits.facts import Facts
from davy_core.permits.gates import alarm, watched
from davy_core.permits.parts import Cause
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused
from davy_core.rules.evaluate import Consequence, Judgement, consequence
from davy_core.rules.evaluate import Outcome as Verdict
from davy_core.rules.requirement import Requirement

RUNNING = frozenset({"issued", "active", "paused"})


def tick(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Everything that is due now; no event when nothing is."""
    ended = _end_of_validity(permit, facts)
    if ended:
        return accept(*ended)
    lapsed = [*_gap(permit, facts), *_watches(permit, facts)]
    voided = any(e.type == "PermitVoided" for e in lapsed)
    return accept(*lapsed, *(() if voided else due_reminders(permit, facts)))


def _end_of_validity(permit: Permit, facts: Facts) -> list[Event]:
    """T-01: past its end a permit is void, as of that end; if work ever began, the clearance opens (S6,
    S18)."""
    if facts.now <= permit.window.end or permit.state not in RUNNING | {"submitted"}:
        return []
    data = {"at": iso(permit.window.end), "by": "clock", "noticed_at": iso(facts.now)}
    if permit.state == "submitted":
        return [Event("PermitVoided", {**data, "reason": "never_issued"})]
    ended = Event("PermitVoided", {**data, "reason": "expired"})
    if not permit.started:
        return [ended]
    raised = {"at": iso(facts.now), "by": "clock", "code": "10", "kind": "expired", "subject": permit.id}
    return [ended, Event("AlarmRaised", raised)]


def _gap(permit: Permit, facts: Facts) -> list[Event]:
    """Work that nobody watched for longer than the shortest silence one of its watches bears is paused: what
    happened meanwhile is not known (S18)."""
    if facts.watch_gap is None or permit.state != "active":
        return []
    borne = [
        r.silence
        for r, judgement in watched(permit, facts)
        if r.silence is not None and r.on_lapse != "alarm" and judgement.outcome is not Verdict.NOT_APPLICABLE
    ]
    if facts.watch_gap <= min(borne, default=timedelta(0)):
        return []
    raised = {"at": iso(facts.now), "by": "clock", "kind": "watch_gap", "subject": permit.id}
    event = paused(permit, facts, "watch_gap", began=permit.proven_at or permit.started_at)
    return [event, Event("AlarmRaised", raised)]


def _watches(permit: Permit, facts: Facts) -> list[Event]:
    events: list[Event] = []
    for requirement, judgement in watched(permit, facts):
        events.extend(_one_watch(permit, requirement, judgement, facts))
        if any(e.type == "PermitVoided" for e in events):
            return events  # what is void can neither pause nor lapse any more
    return events


def _one_watch(permit: Permit, requirement: Requirement, judgement: Judgement, facts: Facts) -> list[Event]:
    known = requirement.id in permit.lapsed
    since = permit.unknown_since.get(requirement.id)
    mark = {"at": iso(facts.now), "by": "clock", "requirement": requirement.id}
    if judgement.passes:
        return [Event("WatchRestored", mark)] if known or since else []
    effect = consequence(requirement, judgement, unknown_since=since, now=facts.now)
    events = []
    if judgement.outcome is Verdict.UNKNOWN and since is None:
        events += [Event("WatchUnknown", mark), alarm(requirement, facts)]
    if effect is Consequence.ALARM and judgement.outcome is Verdict.UNKNOWN:
        return events
    if known:
        return events
    events.append(Event("WatchLapsed", mark))
    already = _already(permit, requirement)
    # What stopped the work has rung; it rings again only where the law gives it a code of its own (S27).
    rings = judgement.outcome is not Verdict.UNKNOWN or since is not None
    if rings and not (already and requirement.alarm is None):
        events.append(alarm(requirement, facts))
    if effect is Consequence.VOID:
        return [*events, Event("PermitVoided", {**mark, "reason": "condition_lapsed"})]
    if effect is Consequence.PAUSE and not already:
        events.append(_pause(permit, requirement, judgement, facts))
    return events


def _pause(permit: Permit, requirement: Requirement, judgement: Judgement, facts: Facts) -> Event:
    """The break begins when the condition is known to have lapsed, not when the clock noticed it."""
    began = permit.proven_at if judgement.outcome is Verdict.UNKNOWN else None
    kind = requirement.cause or "requirement"
    return paused(permit, facts, kind, detail=requirement.id, began=began)


def _already(permit: Permit, requirement: Requirement) -> bool:
    return any(_about(cause, requirement) for cause in permit.causes)


def _about(cause: Cause, requirement: Requirement) -> bool:
    """A stop for that very condition, or for the same kind of reason as a whole, as gas that was measured."""
    return cause.detail == requirement.id or (cause.detail is None and cause.kind == requirement.cause)


HANDLERS = {"tick": tick}
