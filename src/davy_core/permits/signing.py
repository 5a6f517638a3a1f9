"""The approvers: sign a stage, return, refuse. Separation of duties cannot be switched off."""

from __future__ import annotations

from collections.abc import Sequence

from davy_core.outcome import Event, Outcome, Reason, Refused, accept
from davy_core.permits.apply import apply
from davy_core.permits.command import Command
from davy_core.permits.entitled import awaited, entitled, post_of
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Stage
from davy_core.permits.stamp import absence, stamp
from davy_core.permits.state import Permit


def sign_stage(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One signature on the current stage; the last one issues the permit."""
    stage, person = permit.stage(), facts.actor.person
    assert stage is not None
    assert person is not None
    reasons = _against(permit, stage, command, facts)
    post = post_of(permit, stage, person, facts)
    if post is None and not reasons:
        reasons.append(_not_now(permit, stage, person, facts))
    alarms: tuple[Event, ...] = ()
    if stage.on_site:
        away, alarms = _away(stage, facts)
        reasons.extend(away)
    if reasons or post is None:
        return Refused(tuple(reasons), alarms)
    data = {**stamp(facts), "stage": stage.id, "post": post, "confirmed": list(command.body["confirmed"])}
    if facts.fix is not None:
        data["distance_m"] = round(facts.fix.distance_m)
    data |= _sent_by(post, person, facts)
    private = {"signature": command.body.get("signature", ""), "opinion": command.body.get("opinion", "")}
    signed = Event("StageSigned", data, {k: v for k, v in private.items() if v})
    if apply(permit, signed.type, signed.data).stage() is None:
        return accept(signed, Event("PermitIssued", stamp(facts)))
    return accept(signed)


def _against(permit: Permit, stage: Stage, command: Command, facts: Facts) -> list[Reason]:
    reasons = []
    if command.body["stage"] != stage.id:
        reasons.append(Reason("stage_not_current", {"current": stage.id}))
    if facts.actor.person in permit.own_work():
        reasons.append(Reason("separation_of_duties", {"duty": "approver"}))
    signed = [s for s in permit.signatures if s.person == facts.actor.person]
    if any(s.stage != stage.id for s in signed):
        reasons.append(Reason("separation_of_duties", {"duty": "approver"}))
    elif signed:
        reasons.append(Reason("signed_already"))
    unseen = sorted(set(critical(permit, facts)) - set(command.body["confirmed"]))
    if unseen:
        reasons.append(Reason("critical_items_missing", {"items": unseen}))
    return reasons


def _not_now(permit: Permit, stage: Stage, person: str, facts: Facts) -> Reason:
    """Why somebody of this stage may not sign it at this moment."""
    if any(person in entitled(permit, post, facts) for post in awaited(permit, stage)):
        return Reason("decision_handed_over")
    if any(person in entitled(permit, post, facts) for post in stage.posts):
        return Reason("not_your_turn", {"posts": list(awaited(permit, stage))})
    return Reason("separation_of_duties", {"duty": "approver"})


def critical(permit: Permit, facts: Facts) -> Sequence[str]:
    """The items that an approver confirms one by one (S20)."""
    measures = [m.id for m in permit.measures if m.critical and m.applies]
    return [*facts.rulebook.template.get("critical", ()), *measures]


def _sent_by(post: str, person: str, facts: Facts) -> dict[str, str]:
    """By which delegation he signs, when he holds the post neither himself nor as deputy."""
    if any(person in facts.acting(code) for code in facts.chain(post)):
        return {}
    sent = next(d for code in facts.chain(post) for d in facts.delegates(code) if d.person == person)
    return {"delegation": sent.delegation}


def _away(stage: Stage, facts: Facts) -> tuple[list[Reason], tuple[Event, ...]]:
    """P-01: a last approver who is not proven to stand there is refused, and alarm 30 is raised."""
    away = absence(facts, stage.radius_m)
    if away is None:
        return [], ()
    if away.code == "position_missing":
        return [away], ()
    alarm = {**stamp(facts), "code": "30", "kind": "approver_away", "subject": stage.id}
    return [away], (Event("AlarmRaised", alarm),)


def return_to_draft(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Back to the applicant with a reason; signatures already given are void, the analysis is asked anew."""
    return accept(Event("PermitReturned", stamp(facts), {"reason": str(command.body["reason"])}))


def refuse_permit(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The final no of an approver: the application ends (S13)."""
    data = {**stamp(facts), "reason": "refused"}
    return accept(Event("PermitWithdrawn", data, {"reason": str(command.body["reason"])}))


HANDLERS = {"sign_stage": sign_stage, "return_to_draft": return_to_draft, "refuse": refuse_permit}
