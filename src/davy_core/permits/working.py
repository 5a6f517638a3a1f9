"""While the work is live: guardian rounds, the register of people and tools, photo duties."""

from __future__ import annotations

from davy_core.outcome import Event, Outcome, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.paper_moves import by_name, by_paper
from davy_core.permits.spoken import spoken, unheard
from davy_core.permits.stamp import absence, presence, seen, stamp
from davy_core.permits.state import Permit


def guard_round(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The guardian answers his round; position and answer together are presence, a lying phone is not
    (S9)."""
    away = absence(facts)
    against = [*([away] if away is not None else []), *unheard(command, facts)]
    if against:
        return Refused(tuple(against))
    data = {**seen(facts), **presence(facts), **spoken(command)}
    photo = command.body.get("photo")
    if photo is not None:
        if photo not in facts.attachments:
            return refuse("photo_unknown", photo=photo)
        data["photo"] = photo
    notes = command.body.get("notes")
    return accept(Event("GuardRoundDone", data, {"notes": notes} if notes else {}))


def enter_space(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A person or tool goes in. Only a named, briefed, checked-in worker may (GB 30871 6.8; S12); who is in
    by paper alone is in by name from then on. `again`: he (or the tool) is in by name, came out and goes in
    once more, and the way out waits in somebody's phone; it is older than this way in and ends nothing of
    it."""
    what, found = _subject(command)
    again = command.body.get("again") is True
    data = {**stamp(facts), "what": what, "id": found, **({"again": True} if again else {})}
    if what == "tool":
        twice = found in permit.tools_inside and not again
        return refuse("already_inside", id=found) if twice else accept(Event("SpaceEntered", data))
    if found not in permit.crew.workers:
        return refuse("person_not_on_permit", person=found)
    elsewhere = facts.people.get(found)
    if elsewhere is not None and elsewhere.inside_elsewhere:
        return refuse("inside_elsewhere", id=found)
    if by_name(permit, found) and not again:
        return refuse("already_inside", id=found)
    if found not in permit.briefing.signed:
        return refuse("briefing_missing", person=found)
    if found not in permit.check_ins:
        return refuse("check_in_missing", person=found)
    return accept(Event("SpaceEntered", data))


def leave_space(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A person or tool comes out. He says so himself or the guardian does; anybody else must stand there, for
    nobody is signed out of a vessel from afar (6.8)."""
    what, found = _subject(command)
    if facts.actor.person not in {found, permit.crew.guardian}:
        away = absence(facts)
        if away is not None:
            return Refused((away,))
    inside = permit.tools_inside if what == "tool" else permit.inside
    if found not in inside:
        return refuse("not_inside", id=found)
    if facts.clock == "device_free" and by_paper(permit, found):
        return refuse("device_clock_free")  # nobody could tell whether he went in before or after
    data = {**stamp(facts), "what": what, "id": found}
    then = seen(facts)["at"]
    # A phone that knows the time may have kept it for a while: a way out ends no later way in.
    return accept(Event("SpaceLeft", data if then == data["at"] else {**data, "left_at": then}))


def _subject(command: Command) -> tuple[str, str]:
    person = command.body.get("person")
    return ("person", str(person)) if person else ("tool", str(command.body["tool"]))


def add_photo(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A photo duty fulfilled, or simply a photo of what somebody saw."""
    photo = command.body["photo"]
    if photo not in facts.attachments:
        return refuse("photo_unknown", photo=photo)
    return accept(Event("PhotoAdded", {**stamp(facts), "photo": photo, "purpose": command.body["purpose"]}))


HANDLERS = {
    "guard_round": guard_round,
    "enter_space": enter_space,
    "leave_space": leave_space,
    "add_photo": add_photo,
}
