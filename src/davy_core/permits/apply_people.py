"""The events that change who is on a permit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.arrival import arrival, without
from davy_core.permits.parts import Crew
from davy_core.permits.state import Permit

Data = Mapping[str, Any]


def _assigned(permit: Permit, data: Data) -> Permit:
    people = dict.fromkeys((*_held(permit.crew, data["duty"]), data["person"]))
    return replace(permit, crew=_with(permit.crew, data["duty"], tuple(people)))


def _unassigned(permit: Permit, data: Data) -> Permit:
    people = without(_held(permit.crew, data["duty"]), data["person"])
    gone = (data["person"],) if data["duty"] == "worker" else ()
    crew = _with(permit.crew, data["duty"], people)
    return replace(permit, crew=crew, released=(*permit.released, *gone))


def _held(crew: Crew, duty: str) -> tuple[str, ...]:
    return {"worker": crew.workers, "analyst": crew.analysts, "confirmer": crew.confirmers}[duty]


def _with(crew: Crew, duty: str, people: tuple[str, ...]) -> Crew:
    if duty == "worker":
        return replace(crew, workers=people)
    return replace(crew, analysts=people) if duty == "analyst" else replace(crew, confirmers=people)


def _offered(permit: Permit, data: Data) -> Permit:
    return replace(permit, offers=MappingProxyType({**permit.offers, data["duty"]: data["to"]}))


def _taken(permit: Permit, data: Data) -> Permit:
    offers = {k: v for k, v in permit.offers.items() if k != data["duty"]}
    crew = replace(permit.crew, **{data["duty"]: data["by"]})
    check_ins = MappingProxyType({**permit.check_ins, data["by"]: arrival(data)})
    gone = (data["from"],) if data.get("from") else ()
    taken = replace(
        permit,
        crew=crew,
        offers=MappingProxyType(offers),
        check_ins=check_ins,
        stood_by_at=None,
        released=(*permit.released, *gone),
    )
    # What the one before has checked, the new guardian has not.
    return replace(taken, five_checks_at=None, five_checks_ok=False) if data["duty"] == "guardian" else taken


def _shift_signed(permit: Permit, data: Data) -> Permit:
    key = f"{data['side']}:{data['duty']}"
    signed = {**permit.shift_signed, key: instant(data["at"])}
    by = {**permit.shift_by, key: data["by"]}
    return replace(permit, shift_signed=MappingProxyType(signed), shift_by=MappingProxyType(by))


PEOPLE: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "PersonAssigned": _assigned,
    "PersonUnassigned": _unassigned,
    "DutyOffered": _offered,
    "DutyTaken": _taken,
    "ShiftSigned": _shift_signed,
}
