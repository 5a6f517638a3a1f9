"""The decision: may this command change this permit now, and what happens if so.

Order of judging: does the lifecycle know the command in this state → has the actor a duty that may →
can it be (the handler of its kind) → do the requirements that stand at it hold. The first two refuse
alone; the last two are told together, so that one answer names everything that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from davy_core.instants import iso
from davy_core.outcome import Accepted, Event, Outcome, Reason, Refused, refuse
from davy_core.permits import (
    analysing,
    asking,
    calling,
    capturing,
    copies,
    crossing,
    drafting,
    ending,
    heeding,
    linked,
    nudging,
    onsite,
    paper_checks,
    people,
    preparing,
    recording,
    resuming,
    reviewing,
    routing,
    sheets,
    signing,
    spoken,
    stopping,
    strength,
    taking,
    terminals,
    ticking,
    ventilating,
    working,
)
from davy_core.permits.apply import apply
from davy_core.permits.command import Command
from davy_core.permits.duties import duties_of
from davy_core.permits.facts import Facts
from davy_core.permits.gates import gate
from davy_core.permits.lifecycle import Rule
from davy_core.permits.state import Permit

Handler = Callable[[Permit, Command, Facts], Outcome]
HANDLERS: Mapping[str, Handler] = {
    **drafting.HANDLERS,
    **linked.HANDLERS,
    **crossing.HANDLERS,
    **analysing.HANDLERS,
    **preparing.HANDLERS,
    **taking.HANDLERS,
    **recording.HANDLERS,
    **signing.HANDLERS,
    **routing.HANDLERS,
    **nudging.HANDLERS,
    **copies.HANDLERS,
    **reviewing.HANDLERS,
    **onsite.HANDLERS,
    **working.HANDLERS,
    **spoken.HANDLERS,
    **stopping.HANDLERS,
    **heeding.HANDLERS,
    **resuming.HANDLERS,
    **people.HANDLERS,
    **ventilating.HANDLERS,
    **ending.HANDLERS,
    **ticking.HANDLERS,
    **asking.HANDLERS,
    **calling.HANDLERS,
    **sheets.HANDLERS,
    **capturing.HANDLERS,
    **paper_checks.HANDLERS,
}

QUEUED = timedelta(minutes=2)
"""Older than this, a live-making command was waiting somewhere: offline it is never effective (S16)."""
MUST_BE_GATED = frozenset({"sign_stage", "start", "resume"})
"""A rulebook that asks nothing at these is no rulebook: an empty gate must not pass."""

TOLD_ALREADY: Mapping[str, str] = {
    "people_inside": "register",
    "person_not_on_permit": "people",
    "briefing_missing": "people",
    "check_in_missing": "people",
    "system_not_watching": "wait",
}
"""A refusal of a step, and the remedy of the requirement that would say the same once more."""


def decide(permit: Permit | None, command: Command, facts: Facts) -> Outcome:
    """Accepted with the events to append, or Refused with every reason. Pure: same input, same answer."""
    rule = facts.rulebook.lifecycle.rule(command.kind)
    if rule is None:
        return _recorded(refuse("unknown_command", command=command.kind), command, facts)
    refused = _may(permit, rule, facts)
    if refused:
        return _recorded(refused, command, facts)
    if command.kind == "draft":
        return _drafted(command, facts)
    assert permit is not None
    outcome = HANDLERS[command.kind](permit, command, facts)
    if rule.stops or _ends(outcome):
        return outcome if isinstance(outcome, Accepted) else _recorded(outcome, command, facts)
    reasons, alarms = _conditions(permit, command, rule, facts, outcome)
    own = outcome.reasons if isinstance(outcome, Refused) else ()
    reasons = [r for r in reasons if r not in own]
    if not own and not reasons:
        return strength.told(outcome, facts) if rule.signs else outcome
    raised = outcome.events if isinstance(outcome, Refused) else ()
    return _recorded(Refused((*own, *reasons), (*raised, *alarms)), command, facts)


def _drafted(command: Command, facts: Facts) -> Outcome:
    outcome = drafting.draft(command, facts)
    terminal = terminals.unmarked(command, facts, outcome)
    if terminal is None:
        return outcome
    own = outcome.reasons if isinstance(outcome, Refused) else ()
    return _recorded(Refused((*own, terminal)), command, facts)


def _may(permit: Permit | None, rule: Rule, facts: Facts) -> Refused | None:
    state = permit.state if permit else "none"
    clearance = permit.clearance if permit else "none"
    duties = duties_of(permit, facts)
    if any(rule.allows(state, duty, clearance) for duty in duties):
        return None if rule.stops else _banned(facts)
    if permit is None and "none" not in rule.sources:
        return refuse("permit_not_found")
    if state not in rule.sources or (state in {"voided", "withdrawn"} and clearance != "open"):
        return refuse("wrong_state", command=rule.kind, state=state)
    return refuse("not_your_duty", command=rule.kind, duties=sorted(rule.duties))


def _banned(facts: Facts) -> Refused | None:
    """Who is frozen or has left keeps no duty but that of stopping (S7, S15)."""
    person = facts.people.get(facts.actor.person or "")
    if person is None or person.status == "active":
        return None
    return refuse("person_frozen", person=person.id)


def _conditions(
    permit: Permit, command: Command, rule: Rule, facts: Facts, outcome: Outcome
) -> tuple[list[Reason], list[Event]]:
    reasons: list[Reason] = []
    if facts.basis_recalled and (rule.live or rule.kind == "submit"):
        reasons.append(Reason("basis_recalled"))
    if command.kind in MUST_BE_GATED and not any(command.kind in r.at for r in facts.rulebook.requirements):
        reasons.append(Reason("basis_recalled"))
    if facts.clock == "device_free" and (rule.live or rule.position or "signature" in command.body):
        reasons.append(Reason("device_clock_free"))
    if (rule.live or rule.signs) and facts.now - facts.occurred_at > QUEUED:
        reasons.append(Reason("offline_cannot_start"))
    if rule.live and not facts.clock_ok:
        reasons.append(Reason("system_not_watching"))
    if rule.position and not rule.stops and facts.fix is None:
        reasons.append(Reason("position_missing"))
    terminal = terminals.unmarked(command, facts, outcome)
    if terminal is not None:
        reasons.append(terminal)
    if rule.signs:
        reasons.extend(strength.against(permit, command, facts))
    judged, alarms = gate(_judged_on(permit, outcome), command, facts, _gates_of(command, outcome))
    own = outcome.reasons if isinstance(outcome, Refused) else ()
    said = {TOLD_ALREADY[r.code] for r in (*own, *reasons) if r.code in TOLD_ALREADY}
    judged = [r for r in judged if r.missing is None or r.missing["remedy"] not in said]
    return [*reasons, *judged], alarms


def _ends(outcome: Outcome) -> bool:
    """Resuming after a change voids the permit: ending is stopping, and nothing may stand in its way."""
    return isinstance(outcome, Accepted) and any(e.type == "PermitVoided" for e in outcome.events)


def _judged_on(permit: Permit, outcome: Outcome) -> Permit:
    """The level and the route are known only once a permit is submitted: its gates are judged on that."""
    if not isinstance(outcome, Accepted):
        return permit
    submitted = next((e for e in outcome.events if e.type == "PermitSubmitted"), None)
    return apply(permit, submitted.type, submitted.data) if submitted else permit


def _gates_of(command: Command, outcome: Outcome) -> tuple[str, ...]:
    issues = isinstance(outcome, Accepted) and any(e.type == "PermitIssued" for e in outcome.events)
    return (command.kind, "issue") if issues else (command.kind,)


def _recorded(refused: Refused, command: Command, facts: Facts) -> Refused:
    attempt = Event(
        "AttemptRefused",
        {
            "at": iso(facts.now),
            "by": facts.actor.person or facts.actor.kind,
            "command": command.kind,
            "codes": [r.code for r in refused.reasons],
            "requirements": [str(r.missing["requirement"]) for r in refused.reasons if r.missing],
        },
    )
    return Refused(refused.reasons, (attempt, *refused.events))
