"""The events of a permit's way through its route, of its copies, and of the review after an urgent repair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.parts import Copies, Handing, Review, Stage
from davy_core.permits.state import Permit

Data = Mapping[str, Any]


def stage_of(row: Data) -> Stage:
    """A stage of an event's `stages`, as it was pinned."""
    return Stage(
        id=row["id"],
        posts=tuple(row["posts"]),
        mode=row["mode"],
        on_site=row["on_site"],
        radius_m=row["radius_m"],
        deadline_s=row["deadline_s"],
        superior=row.get("superior"),
        covers=tuple(row["covers"]),
    )


def _added(permit: Permit, data: Data) -> Permit:
    new = stage_of(data["stage"])
    at = [s.id for s in permit.stages].index(data["before"])
    stages = (*permit.stages[:at], new, *permit.stages[at:])
    added = MappingProxyType({**permit.added_by, new.id: data["by"]})
    since = instant(data["at"])
    return replace(_anew(permit, {data["before"]}), stages=stages, added_by=added, stage_since=since)


def _transferred(permit: Permit, data: Data) -> Permit:
    new = Handing(data["stage"], data["post"], data["by"], data["to"], instant(data["at"]))
    others = tuple(h for h in permit.handed if (h.stage, h.post) != (new.stage, new.post))
    return replace(permit, handed=(*others, new))


def _returned(permit: Permit, data: Data) -> Permit:
    ids = [s.id for s in permit.stages]
    void = set(ids[ids.index(data["stage"]) :])
    signatures = tuple(s for s in permit.signatures if s.stage not in void)
    handed = tuple(h for h in permit.handed if h.stage not in void)
    at = instant(data["at"])
    return replace(_anew(permit, void), signatures=signatures, handed=handed, stage_since=at)


def _anew(permit: Permit, stages: set[str]) -> Permit:
    """The deadlines of these stages run again, with their reminders."""
    kept = tuple(key for key in permit.reminders if key.partition(":")[2] not in stages)
    return replace(permit, reminders=kept)


def recalled(permit: Permit, data: Data) -> Permit:
    """A draft again: nothing signed, no route, nobody who coordinates."""
    blank = replace(permit, state="draft", submitted_at=None, stage_since=None, signatures=(), stages=())
    return replace(blank, handed=(), added_by=MappingProxyType({}), coordinator=None, crossings=())


def _copied(permit: Permit, data: Data) -> Permit:
    before = permit.copies
    persons = tuple(dict.fromkeys((*before.persons, *data["persons"])))
    posts = tuple(dict.fromkeys((*before.posts, *data["posts"])))
    return replace(permit, copies=Copies(persons, posts, before.read))


def _read(permit: Permit, data: Data) -> Permit:
    read = MappingProxyType({**permit.copies.read, data["by"]: instant(data["at"])})
    return replace(permit, copies=replace(permit.copies, read=read))


def _reviewed(permit: Permit, data: Data) -> Permit:
    return replace(permit, review=Review(data["finding"], data["by"], instant(data["at"])))


ROUTE: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "SignerAdded": _added,
    "DecisionTransferred": _transferred,
    "StageReturned": _returned,
    "PermitRecalled": recalled,
    "CopiesAdded": _copied,
    "CopyRead": _read,
    "UrgentReviewed": _reviewed,
}
