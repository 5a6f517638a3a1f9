"""Changing people on a live permit: assign, unassign, hand a duty over, sign the shift change."""

from __future__ import annotations

from datetime import timedelta

from davy_core.outcome import Event, Outcome, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.duties import duties_of
from davy_core.permits.facts import Facts, Person
from davy_core.permits.fitness import barred
from davy_core.permits.stamp import absence, presence, stamp
from davy_core.permits.state import Permit
from davy_core.permits.view_people import certificate_of

SHIFT_DUTIES = ("responsible", "guardian", "shift_leader")
ONE_CHANGE = timedelta(hours=4)
"""Signatures farther apart than this belong to two changes of shift."""


def assign(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Add a worker, analyst or confirmer. A new worker must be briefed and checked in before he enters
    (S12)."""
    person = facts.people.get(command.body["person"])
    if person is None:
        return refuse("person_unknown", person=command.body["person"])
    duty = command.body["duty"]
    kept_out = _kept_out(person, facts)
    if kept_out is not None:
        return kept_out
    if duty == "worker":
        if _clashes(permit, duty, person.id):
            return refuse("separation_of_duties", duty=duty)
        state = certificate_of(permit, person, "worker", facts)
        if state not in {"valid", "not_needed"}:
            return refuse("certificate_not_valid", person=person.id, state=state)
    return accept(Event("PersonAssigned", {**stamp(facts), "duty": duty, "person": person.id}))


def unassign(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Take a person off the permit; nobody who is still inside, and never the last of his duty."""
    duty, person = command.body["duty"], command.body["person"]
    held = getattr(permit.crew, f"{duty}s")
    if person not in held:
        return refuse("person_not_on_permit", person=person)
    if person in permit.inside:
        return refuse("people_inside", count=len(permit.inside), tools=len(permit.tools_inside))
    if len(held) == 1:
        return refuse("crew_incomplete", duty=duty)
    return accept(Event("PersonUnassigned", {**stamp(facts), "duty": duty, "person": person}))


def offer_duty(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The holder offers his duty to a named person; until that person takes it, he still holds it (S9,
    S11)."""
    duty, to = command.body["duty"], facts.people.get(command.body["to"])
    if duty not in duties_of(permit, facts):
        return refuse("not_your_duty", command="offer_duty", duties=[duty])
    if to is None:
        return refuse("person_unknown", person=command.body["to"])
    away = absence(facts)
    if away is not None:
        return Refused((away,))
    if to.id == facts.actor.person or _clashes(permit, duty, to.id):
        return refuse("separation_of_duties", duty=duty)
    return accept(Event("DutyOffered", {**stamp(facts), "duty": duty, "to": to.id}))


def take_duty(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The incoming person takes the duty, on site and eligible; from then on the other is released."""
    duty, person = command.body["duty"], facts.actor.person
    if person is None or permit.offers.get(duty) != person:
        return refuse("duty_not_offered", duty=duty)
    away = absence(facts)
    if away is not None:
        return Refused((away,))
    if person not in permit.briefing.signed:
        return refuse("briefing_missing", person=person)
    known = facts.people.get(person)
    kept_out = _kept_out(known, facts)
    if known is None or kept_out is not None:
        return kept_out or refuse("person_frozen", person=person)
    if _clashes(permit, duty, person):
        return refuse("separation_of_duties", duty=duty)
    if duty == "guardian":
        state = certificate_of(permit, known, "guardian", facts)
        if state != "valid":
            return refuse("certificate_not_valid", person=person, state=state)
        if known.live_guarded:
            return refuse("person_on_other_permit", person=person)
    before = getattr(permit.crew, duty)
    return accept(Event("DutyTaken", {**stamp(facts), **presence(facts), "duty": duty, "from": before}))


def _kept_out(person: Person | None, facts: Facts) -> Refused | None:
    """The refusal for somebody who is frozen or gone, or has a contraindication or a restriction for this
    type of work (GB 4.9)."""
    if person is None:
        return None
    if person.status == "banned":
        return refuse("person_firm_banned", person=person.id)
    if person.status != "active":
        return refuse("person_frozen", person=person.id)
    found = barred(person.fitness, facts.rulebook.type) if person.fitness is not None else "none"
    code = {"medical": "person_contraindicated", "restricted": "person_restricted"}.get(found)
    return None if code is None else refuse(code, person=person.id)


def _clashes(permit: Permit, duty: str, person: str) -> bool:
    """Whether this person may not come to that duty: the guardian only guards, and nobody works under his own
    signature. Asked again when a duty is taken, for the crew may have changed since it was offered."""
    crew = permit.crew
    works = person == crew.responsible or person in crew.workers
    return person in permit.approvers() or (works if duty == "guardian" else person == crew.guardian)


def sign_shift(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Outgoing or incoming signature of a shift change: state of work, isolations, people inside, alarms
    (S11)."""
    own = [d for d in SHIFT_DUTIES if d in duties_of(permit, facts)]
    if "shift_leader" in own and _took_over_from_himself(permit, command.body["side"], facts):
        return refuse("shift_same_leader")
    data = {**stamp(facts), "side": command.body["side"], "inside": len(permit.inside)}
    private = {"signature": str(command.body.get("signature", ""))}
    return accept(*(Event("ShiftSigned", {**data, "duty": duty}, private) for duty in own))


def _took_over_from_himself(permit: Permit, side: str, facts: Facts) -> bool:
    """Whether the shift leader has signed the other side of this change too, although somebody else holds the
    post beside him. A crew may well stay over the change of the plant's shifts; a shift leader goes home."""
    other = f"{'incoming' if side == 'outgoing' else 'outgoing'}:shift_leader"
    at = permit.shift_signed.get(other)
    same = at is not None and facts.now - at < ONE_CHANGE and permit.shift_by.get(other) == facts.actor.person
    return same and len(facts.holders("shift_leader")) > 1


HANDLERS = {
    "assign": assign,
    "unassign": unassign,
    "offer_duty": offer_duty,
    "take_duty": take_duty,
    "sign_shift": sign_shift,
}
