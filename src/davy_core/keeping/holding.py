"""A legal hold: what it is about loses nothing until somebody else than who placed it lifts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse


@dataclass(frozen=True)
class Placed:
    """One hold as its stream tells it. Of permit, person and span only that one is there which `about`
    names."""

    id: str
    about: str
    by: str
    at: datetime
    permit: str | None = None
    person: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    lifted_by: str | None = None
    lifted_at: datetime | None = None


@dataclass(frozen=True)
class Facts:
    """Who asks; `may`: his account has a role that may place and lift holds; `known`: there is such a permit
    or person."""

    now: datetime
    person: str | None
    may: bool
    known: bool = True


def decide(found: Placed | None, stream: str, kind: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Accept a hold by one person with his reason, and its end by another."""
    if not facts.may or facts.person is None:
        return refuse("keeping_role_needed", command=kind)
    if kind == "place_hold":
        return _place(found, stream, body, facts)
    return _lift(found, body, facts)


def _place(found: Placed | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if found is not None:
        return refuse("hold_known")
    if not facts.known:
        return refuse("hold_of_nothing")
    about = str(body["about"])
    data: dict[str, Any] = {"at": iso(facts.now), "by": facts.person, "hold": stream, "about": about}
    if about == "span":
        starts, ends = instant(body["from"]), instant(body["until"])
        if starts >= ends:
            return refuse("window_invalid")
        data |= {"from": iso(starts), "until": iso(ends)}
    else:
        data[about] = str(body[about])
    return accept(Event("HoldPlaced", data, {"reason": str(body["reason"])}))


def _lift(found: Placed | None, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if found is None:
        return refuse("not_found")
    if found.lifted_at is not None:
        return refuse("hold_lifted_already")
    if found.by == facts.person:
        return refuse("keeping_second_person")
    data = {"at": iso(facts.now), "by": facts.person, "hold": found.id}
    return accept(Event("HoldLifted", data, {"reason": str(body["reason"])}))


def apply(found: Placed | None, event_type: str, data: Mapping[str, Any]) -> Placed:
    """The hold after the event. Raises KeyError for an unknown type, ValueError for an end of nothing."""
    if event_type == "HoldPlaced":
        return Placed(
            id=data["hold"],
            about=data["about"],
            by=data["by"],
            at=instant(data["at"]),
            permit=data.get("permit"),
            person=data.get("person"),
            starts=instant(data["from"]) if "from" in data else None,
            ends=instant(data["until"]) if "until" in data else None,
        )
    if found is None:
        raise ValueError(f"{event_type} before a hold was placed")
    if event_type == "HoldLifted":
        return replace(found, lifted_by=data["by"], lifted_at=instant(data["at"]))
    raise KeyError(event_type)
