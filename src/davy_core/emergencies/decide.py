"""The decision on an emergency.

Opening is never refused, and twice opens one: what comes while it is open joins it. Nothing here touches a
permit, and nothing ends by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.emergencies.facts import EmergencyCommand, EmergencyFacts
from davy_core.emergencies.state import Emergency
from davy_core.instants import iso
from davy_core.outcome import Accepted, Event, Outcome, Refused, accept, refuse

__all__ = ["HANDLERS", "decide", "duties"]

Handler = Callable[[Emergency, EmergencyCommand, EmergencyFacts], Outcome]


def decide(emergency: Emergency | None, command: EmergencyCommand, facts: EmergencyFacts) -> Outcome:
    """Accepted with the events to append, or Refused. Raises KeyError for a command the contract lacks."""
    rule = facts.book.rules[command.kind]
    held = duties(emergency, facts)
    if not rule.duties & held:
        return _recorded(_not_his(rule.duties), command, facts)
    if command.kind == "open_emergency":
        return _open(emergency, command, facts)
    if emergency is None:
        return _recorded(refuse("emergency_not_found"), command, facts)
    if emergency.state not in rule.sources:
        return _recorded(refuse("emergency_ended"), command, facts)
    done = HANDLERS[command.kind](emergency, command, facts)
    return done if isinstance(done, Accepted) else _recorded(done, command, facts)


def duties(emergency: Emergency | None, facts: EmergencyFacts) -> frozenset[str]:
    """What the sender is in this emergency."""
    if facts.sender in {"driver", "clock", "watch"}:
        return frozenset({"davy"})
    if facts.sender != "person" or facts.person is None:
        return frozenset()
    found = {"anybody"}
    if emergency is not None and facts.person in {*emergency.told, *emergency.persons}:
        found.add("concerned")
    if facts.posts & facts.book.leaders:
        found.add("leader")
    if facts.posts & facts.book.closers:
        found.add("closer")
    return frozenset(found)


def _not_his(wanted: frozenset[str]) -> Refused:
    if wanted == {"davy"}:
        return refuse("emergency_not_by_hand")
    if wanted == {"closer"}:
        return refuse("emergency_not_closer")
    return refuse("emergency_not_yours", duties=sorted(wanted))


def _stamp(facts: EmergencyFacts) -> dict[str, object]:
    return {"at": iso(facts.now), "by": facts.person or facts.sender}


def _open(emergency: Emergency | None, command: EmergencyCommand, facts: EmergencyFacts) -> Accepted:
    """A new one, or one more alarm of the one that is open; the same alarm twice adds nothing."""
    body = command.body
    here = {key: body[key] for key in ("site", "area", "point", "permit") if key in body}
    joined = {
        **_stamp(facts),
        "alarm": body["alarm"],
        "kind": body["kind"],
        "people": [
            {"person": p.person, "permit": p.permit, "inside": p.inside}
            for p in facts.present
            if emergency is None or p.person not in emergency.persons
        ],
        "tasks": [t for t in facts.book.first(facts.types) if emergency is None or t not in emergency.tasks],
        "told": [p for p in facts.told if emergency is None or p not in emergency.told],
    }
    if emergency is None:
        named = {"emergency": command.stream, "number": facts.number}
        return accept(Event("EmergencyOpened", {**joined, **here, **named}))
    known = body["alarm"] in {trigger.alarm for trigger in emergency.triggers}
    if emergency.state == "ended" or (known and not joined["people"]):
        return accept()
    about = {"permit": body["permit"]} if "permit" in body else {}
    return accept(Event("EmergencyJoined", {**joined, **about}))


def _tick(emergency: Emergency, command: EmergencyCommand, facts: EmergencyFacts) -> Outcome:
    """Done, by whom and when. Twice is once."""
    task = command.body["task"]
    if task not in emergency.tasks:
        return refuse("emergency_task_unknown")
    if (task in emergency.done) == (command.kind == "tick_task"):
        return accept()
    kind = "TaskTicked" if command.kind == "tick_task" else "TaskUnticked"
    return accept(Event(kind, {**_stamp(facts), "task": task}))


def _call(emergency: Emergency, command: EmergencyCommand, facts: EmergencyFacts) -> Outcome:
    """One person of the roll was found, is missing, or is hurt. The newest word stands."""
    person, status = command.body["person"], command.body["status"]
    if person not in emergency.persons:
        return refuse("emergency_person_unknown")
    return accept(Event("PersonCalled", {**_stamp(facts), "person": person, "status": status}))


def _note(_: Emergency, command: EmergencyCommand, facts: EmergencyFacts) -> Outcome:
    return accept(Event("EmergencyNoted", _stamp(facts), {"note": str(command.body["note"])}))


def _end(emergency: Emergency, command: EmergencyCommand, facts: EmergencyFacts) -> Outcome:
    """All clear, with the reason and what was left undone. Not while anybody is missing or was not called."""
    if emergency.unaccounted:
        return refuse("emergency_people_missing", count=len(emergency.unaccounted))
    held = sorted(facts.posts & facts.book.closers)
    data = {
        **_stamp(facts),
        "post": held[0],
        "undone": [task for task in emergency.tasks if task not in emergency.done],
        "hurt": sum(1 for called in emergency.called.values() if called.status == "hurt"),
    }
    return accept(Event("EmergencyEnded", data, {"reason": str(command.body["reason"])}))


def _recorded(refused: Refused, command: EmergencyCommand, facts: EmergencyFacts) -> Refused:
    codes = [reason.code for reason in refused.reasons]
    attempt = {**_stamp(facts), "command": command.kind, "codes": codes}
    return Refused(refused.reasons, (Event("AttemptRefused", attempt),))


HANDLERS: Mapping[str, Handler] = {
    "tick_task": _tick,
    "untick_task": _tick,
    "call_person": _call,
    "note_emergency": _note,
    "end_emergency": _end,
}
