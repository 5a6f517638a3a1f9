"""Back to work: every open cause is closed by whoever may close it, then the responsible person resumes
(S7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.duties import duties_of
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import gas_asked
from davy_core.permits.gates import watch_outcome
from davy_core.permits.heeding import going_on
from davy_core.permits.parts import Cause
from davy_core.permits.stamp import absence, presence, seen, stamp
from davy_core.permits.state import Permit
from davy_core.permits.view_gas import failing_points


def resolve_cause(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Close one open cause. Who may and what must be true first stands in lifecycle/causes.yaml."""
    cause = permit.cause(command.body["cause"])
    if cause is None:
        return refuse("cause_unknown", cause=command.body["cause"])
    rule = facts.rulebook.causes.get(cause.kind, {"by": []})
    if not duties_of(permit, facts) & set(rule["by"]):
        return refuse("cause_not_yours", cause=cause.kind, duties=list(rule["by"]))
    if facts.actor.person in permit.ever_worked() and not _own(permit, rule, facts):
        return refuse("separation_of_duties", duty="issuer")
    changed = command.body.get("changed")
    reasons = _unready(permit, cause, rule, facts)
    if rule.get("change") and changed is not False:
        reasons.append(Reason("change_unanswered" if changed is None else "change_stands"))
    if reasons:
        return Refused(tuple(reasons))
    note = {"note": str(command.body["note"])} if command.body.get("note") else {}
    data = {**stamp(facts), "cause": cause.id, "kind": cause.kind}
    if rule.get("change"):
        data["changed"] = False
    return accept(Event("CauseResolved", data, note))


def _own(permit: Permit, rule: Mapping[str, Any], facts: Facts) -> bool:
    """Whether the crew itself may close such a cause; a post held beside the work gives no right to (S7)."""
    return bool(duties_of(permit, facts) & set(rule["by"]) & {"responsible", "guardian"})


def _unready(permit: Permit, cause: Cause, rule: Mapping[str, Any], facts: Facts) -> list[Reason]:
    values = {"cause": cause.kind}
    checks = {
        "cause_needs_presence": rule.get("on_site") and presence(facts)["on_site"] != "inside",
        "cause_needs_round": round_wanted(rule, permit, facts) and not _round_since(permit, cause),
        "guardian_not_ready": rule.get("guardian") and not _stood_by_since(permit, cause),
        "cause_needs_measures": rule.get("measures") and not _measures_since(permit, cause),
        "episode_open": bool(going_on(permit, cause.kind)),
        "cause_still_stands": rule.get("judged") and not _judged_good(permit, cause, facts),
        "area_still_frozen": rule.get("freezer")
        and facts.ground is not None
        and facts.ground.frozen_by is not None,
    }
    return [Reason(code, values) for code, wrong in checks.items() if wrong]


def round_wanted(rule: Mapping[str, Any], permit: Permit, facts: Facts) -> bool:
    """Whether such a cause asks for a new gas round. Nobody can record one where the work is not tested for
    gas; then whoever closes the cause on site answers for it alone."""
    wanted = rule.get("round")
    return bool(wanted) and (wanted != "planned" or gas_asked(permit, facts))


def _round_since(permit: Permit, cause: Cause) -> bool:
    """Only work types with a gas plan can ask for a round; the latest round must be whole, passing and
    fresh."""
    if not permit.rounds:
        return False
    latest = permit.rounds[-1]
    if failing_points(permit):
        return False
    fresh = latest.sampled_at is not None and latest.sampled_at >= cause.at
    return latest.complete and latest.verdict == "pass" and fresh


def _stood_by_since(permit: Permit, cause: Cause) -> bool:
    return (
        permit.stood_by_at is not None and permit.stood_by_at >= cause.at and permit.guard_on_site == "inside"
    )


def _measures_since(permit: Permit, cause: Cause) -> bool:
    """Every measure of the ticket answered anew; a ticket without measures has none to trust."""
    return bool(permit.measures) and all(m.at is not None and m.at >= cause.at for m in permit.measures)


def _judged_good(permit: Permit, cause: Cause, facts: Facts) -> bool:
    return cause.detail is None or watch_outcome(permit, cause.detail, facts) in {"met", "not_applicable"}


def stand_by(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The guardian is on post and ready, proven by position."""
    away = absence(facts)
    if away is not None:
        return Refused((away,))
    return accept(Event("GuardianStoodBy", {**seen(facts), **presence(facts)}))


def resume(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Resume when the set of causes is empty but for an own break. A change voids the permit instead: new
    analysis, new ticket (4.17)."""
    if command.body["changed"] is not False:
        return accept(Event("PermitVoided", {**stamp(facts), "reason": "changed"}))
    open_causes = [c for c in permit.causes if c.kind != "break"]
    reasons = []
    if open_causes:
        reasons.append(Reason("causes_open", {"causes": [c.id for c in open_causes]}))
    if permit.started and not _guardian_ready(permit):
        reasons.append(Reason("guardian_not_ready", {"cause": "break"}))
    away = absence(facts)
    if away is not None:
        reasons.append(away)
    if reasons:
        return Refused(tuple(reasons))
    return accept(
        Event("WorkResumed", {**stamp(facts), **presence(facts), "causes": [c.id for c in permit.causes]})
    )


def _guardian_ready(permit: Permit) -> bool:
    decided = permit.pause.decided_at if permit.pause else permit.started_at
    return permit.stood_by_at is not None and decided is not None and permit.stood_by_at >= decided


HANDLERS = {"resolve_cause": resolve_cause, "stand_by": stand_by, "resume": resume}
