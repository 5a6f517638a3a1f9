"""What must be done before anybody signs: measures, the gas round, the briefing."""

from __future__ import annotations

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits import rounds
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.nodes import too_early
from davy_core.permits.spoken import spoken, unheard
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit


def answer_measure(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One measure is answered 涉及 or 不涉及 by its confirmer, with photo and figures as asked (S20)."""
    body = command.body
    measure = next((m for m in permit.measures if m.id == body["measure"]), None)
    if measure is None:
        return refuse("measure_unknown", measure=body["measure"])
    if measure.applies and not body["applies"] and (permit.signatures or permit.state != "submitted"):
        return refuse("answer_signed", what=measure.id)
    reasons = list(too_early(permit, measure.id, facts))
    photo, values = body.get("photo"), body.get("values", {})
    if body["applies"]:
        if measure.photo_due and photo is None:
            reasons.append(Reason("measure_photo_missing", {"measure": measure.id}))
        absent = [v for v in measure.asked if not str(values.get(v, "")).strip()]
        if absent:
            reasons.append(Reason("measure_value_missing", {"measure": measure.id, "values": absent}))
    if photo is not None and photo not in facts.attachments:
        reasons.append(Reason("photo_unknown", {"photo": photo}))
    if set(values) - set(measure.asked):
        reasons.append(
            Reason("measure_unknown", {"measure": ", ".join(sorted(set(values) - set(measure.asked)))})
        )
    if reasons:
        return Refused(tuple(reasons))
    data = {**stamp(facts), "measure": measure.id, "applies": body["applies"], "values": dict(values)}
    return accept(Event("MeasureAnswered", {**data, "photo": photo} if photo else data))


def give_briefing(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """安全交底: every item is told; whoever signed an earlier briefing signs this one anew."""
    told = list(command.body["items"])
    left_out = [i["id"] for i in facts.rulebook.template["briefing"]["items"] if i["id"] not in told]
    if left_out:
        return refuse("briefing_items_missing", items=left_out)
    lost = unheard(command, facts)
    if lost:
        return Refused(tuple(lost))
    return accept(Event("BriefingGiven", {**stamp(facts), "items": told, **spoken(command)}))


def sign_briefing(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One participant has understood and signs; everybody by himself (GB 30871 4.4)."""
    if permit.briefing.at is None:
        return refuse("briefing_not_given")
    if not command.body["signature"]:
        return refuse("signature_missing")
    private = {"signature": str(command.body["signature"])}
    return accept(Event("BriefingSigned", stamp(facts), private))


HANDLERS = {
    "answer_measure": answer_measure,
    "record_round": rounds.record_round,
    "give_briefing": give_briefing,
    "sign_briefing": sign_briefing,
}
