"""The decision on an instrument: enrolled, placed, calibrated, bump-tested, bound, released, retired."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.instants import instant, iso
from davy_core.instruments.facts import InstrumentCommand, InstrumentFacts
from davy_core.instruments.fitness import fit_for_gas_test
from davy_core.instruments.state import Instrument
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse

KEEPERS = frozenset({"enrol_instrument", "place_instrument", "calibrate_instrument", "retire_instrument"})
"""What only those do who keep the register."""
SERVED = frozenset({"submitted", "issued", "active", "paused", "finished"})
"""States of a permit that an instrument may be bound to: the first gas test is before the signatures (S5)."""
BINDERS = frozenset({"applicant", "responsible", "guardian", "analyst", "worker", "shift_leader", "control"})
"""Duties on a permit that may bind an instrument to it and release it."""
Handler = Callable[[Instrument, InstrumentCommand, InstrumentFacts], Outcome]


def decide(instrument: Instrument | None, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    """Accepted with the events, or Refused. Raises KeyError for a command that is none of an instrument."""
    if command.kind in KEEPERS and not facts.keeps:
        return refuse("instrument_not_yours")
    if facts.sender not in {"person", "watch"}:
        return refuse("instrument_not_yours")
    if command.kind == "enrol_instrument":
        return _enrol(instrument, command, facts)
    if instrument is None:
        return refuse("not_found")
    if instrument.retired is not None:
        return refuse("instrument_retired", serial=instrument.serial)
    return HANDLERS[command.kind](instrument, command, facts)


def _stamp(facts: InstrumentFacts) -> dict[str, object]:
    return {"at": iso(facts.now), "by": facts.person or facts.sender}


def _enrol(instrument: Instrument | None, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    body = command.body
    if instrument is not None or facts.serial_taken:
        return refuse("instrument_known", serial=body["serial"])
    if body["kind"] not in facts.kinds:
        return refuse("instrument_kind_unknown", kind=body["kind"])
    if not facts.place_known:
        return refuse("instrument_place_unknown")
    data = {
        **_stamp(facts),
        "instrument": command.stream,
        "kind": body["kind"],
        "serial": body["serial"],
        "site": body["site"],
        "gateway": body.get("gateway"),
        "ex": body.get("ex"),
        "firmware": body.get("firmware"),
    }
    return accept(Event("InstrumentEnrolled", data, {"name": str(body["name"])}))


def _place(instrument: Instrument, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    if not facts.place_known:
        return refuse("instrument_place_unknown")
    return accept(Event("InstrumentPlaced", {**_stamp(facts), "gateway": command.body["gateway"]}))


def _calibrate(instrument: Instrument, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    """A certificate may end earlier than the interval of its kind, never later."""
    kind = facts.kinds.get(instrument.kind)
    if kind is None or kind.calibration is None:
        return refuse("instrument_not_calibrated", serial=instrument.serial)
    at = instant(command.body["on"])
    if at > facts.now:
        return refuse("instrument_from_future")
    until = at + kind.calibration
    told = command.body.get("until")
    if told is not None:
        until = min(until, instant(told))
    if until <= facts.now:
        return refuse("instrument_calibration_over", serial=instrument.serial, at=iso(until))
    data = {
        **_stamp(facts),
        "on": iso(at),
        "until": iso(until),
        "certificate": command.body.get("certificate"),
    }
    return accept(Event("InstrumentCalibrated", data))


def _bump(instrument: Instrument, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    kind = facts.kinds.get(instrument.kind)
    if kind is None or kind.bump is None:
        return refuse("instrument_not_bumped", serial=instrument.serial)
    inactive = _inactive(facts)
    if inactive is not None:
        return inactive
    return accept(Event("InstrumentBumpTested", {**_stamp(facts), "passed": command.body["passed"]}))


def _bind(instrument: Instrument, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    body = command.body
    inactive = _inactive(facts)
    if inactive is not None:
        return inactive
    if not facts.code_fits:
        return refuse("instrument_code_wrong")
    if instrument.binding is not None:
        return refuse("instrument_bound", serial=instrument.serial)
    kind = facts.kinds.get(instrument.kind)
    if kind is None:
        return refuse("instrument_kind_unknown", kind=instrument.kind)
    worn = "person" in body
    if worn != kind.worn and not kind.wearable:
        return refuse("instrument_serves_people") if kind.worn else refuse("instrument_serves_permits")
    against = _person(body, facts) if worn else _permit(body, facts)
    if against is not None:
        return against
    if kind.gas:
        unfit = fit_for_gas_test(instrument, kind, facts.now)
        if unfit:
            return Refused(unfit)
    data = {**_stamp(facts), "binding": facts.binding}
    data |= {key: body[key] for key in ("permit", "point", "person") if key in body}
    return accept(Event("InstrumentBound", data))


def _permit(body: Mapping[str, object], facts: InstrumentFacts) -> Refused | None:
    seen = facts.permit
    if seen is None:
        return refuse("instrument_permit_unknown")
    if not seen.duties & BINDERS:
        return refuse("instrument_not_yours")
    if seen.state not in SERVED:
        return refuse("instrument_permit_over", state=seen.state)
    if seen.points and body.get("point") not in seen.points:
        return refuse("instrument_point_unknown", points=sorted(seen.points))
    return None


def _person(body: Mapping[str, object], facts: InstrumentFacts) -> Refused | None:
    """Everybody puts on his own; who keeps the register gives one to another."""
    person = str(body["person"])
    if facts.people.get(person) != "active":
        return refuse("person_frozen", person=person)
    return None if person == facts.person or facts.keeps else refuse("instrument_not_yours")


def _release(instrument: Instrument, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    held = instrument.binding
    if held is None:
        return refuse("instrument_free", serial=instrument.serial)
    own = facts.person is not None and facts.person in {held.person, held.since.by}
    duty = facts.permit is not None and bool(facts.permit.duties & BINDERS)
    if not (facts.sender == "watch" or facts.keeps or own or duty):
        return refuse("instrument_not_yours")
    reason = str(command.body["reason"]) if "reason" in command.body else "by_hand"
    return accept(Event("InstrumentReleased", {**_stamp(facts), "binding": held.id, "why": reason}))


def _retire(instrument: Instrument, command: InstrumentCommand, facts: InstrumentFacts) -> Outcome:
    events = []
    if instrument.binding is not None:
        data = {**_stamp(facts), "binding": instrument.binding.id, "why": "retired"}
        events.append(Event("InstrumentReleased", data))
    retired = Event("InstrumentRetired", _stamp(facts), {"reason": str(command.body["reason"])})
    return accept(*events, retired)


def _inactive(facts: InstrumentFacts) -> Refused | None:
    if facts.person is None:
        return refuse("instrument_not_yours")
    if facts.people.get(facts.person) != "active":
        return Refused((Reason("person_frozen", {"person": facts.person}),))
    return None


HANDLERS: Mapping[str, Handler] = {
    "place_instrument": _place,
    "calibrate_instrument": _calibrate,
    "bump_test_instrument": _bump,
    "bind_instrument": _bind,
    "release_instrument": _release,
    "retire_instrument": _retire,
}
