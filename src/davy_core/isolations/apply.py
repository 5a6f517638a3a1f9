"""The isolation after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.isolations.parts import Count, Lock, Point, Reliance, Trial
from davy_core.isolations.state import Isolation
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.streams import Mark, Where

Data = Mapping[str, Any]


def apply(isolation: Isolation | None, event_type: str, data: Data) -> Isolation:
    """The isolation after this event; it never refuses. Raises KeyError for an unknown event type, ValueError
    for an event before it was planned."""
    if event_type == "IsolationPlanned":
        return _planned(data)
    if isolation is None:
        raise ValueError(f"{event_type} before the isolation was planned")
    if event_type in RECORDED_WHEN_REFUSED:
        return isolation
    return STEPS[event_type](isolation, data)


def _mark(data: Data) -> Mark:
    return Mark(instant(data["at"]), str(data["by"]))


def _planned(data: Data) -> Isolation:
    place = data["place"]
    return Isolation(
        id=data["isolation"],
        number=data["number"],
        place=Where(place["site"], place["area"], place.get("point")),
        planned=_mark(data),
        equipment=data.get("equipment"),
        drawing=data.get("drawing"),
        isolators=tuple(data["isolators"]),
        verifiers=tuple(data["verifiers"]),
    )


def _people(isolation: Isolation, data: Data) -> Isolation:
    return replace(isolation, isolators=tuple(data["isolators"]), verifiers=tuple(data["verifiers"]))


def _added(isolation: Isolation, data: Data) -> Isolation:
    told: Data = {key: data.get(key) for key in ("number", "medium", "line", "x", "y")}
    point = Point(data["point"], data["kind"], data["hazardous"], **told)
    return replace(isolation, points=(*isolation.points, point), points_ever=isolation.points_ever + 1)


def _dropped(isolation: Isolation, data: Data) -> Isolation:
    return replace(isolation, points=tuple(p for p in isolation.points if p.id != data["point"]))


def _cancelled(isolation: Isolation, data: Data) -> Isolation:
    return replace(isolation, cancelled=_mark(data))


def _changed(isolation: Isolation, data: Data, **over: Any) -> Isolation:
    points = tuple(replace(p, **over) if p.id == data["point"] else p for p in isolation.points)
    photo = data.get("photo")
    return replace(isolation, points=points, shown=(*isolation.shown, *([photo] if photo else ())))


def _begun(isolation: Isolation, data: Data) -> Isolation:
    permit, fits = data.get("permit"), data["action"] == "fit"
    over = {"fitted_under" if fits else "taken_out_under": permit} if permit else {}
    return _changed(isolation, data, state="fitting" if fits else "taking_out", begun=_mark(data), **over)


def _abandoned(isolation: Isolation, data: Data) -> Isolation:
    point = isolation.point(data["point"])
    if point is not None and point.state == "fitting":
        return _changed(isolation, data, state="planned", begun=None, fitted_under=None)
    return _changed(isolation, data, state="applied", begun=None, taken_out_under=None, verified=None)


def _applied(isolation: Isolation, data: Data) -> Isolation:
    return _changed(
        isolation, data, state="applied", tag=data["tag"], applied=_mark(data), verified=None,
        doubted=None, photo=data["photo"],
    )  # fmt: skip


def _verified(isolation: Isolation, data: Data) -> Isolation:
    return _changed(
        isolation, data, state="verified", verified=_mark(data), doubted=None, photo=data["photo"]
    )


def _doubted(isolation: Isolation, data: Data) -> Isolation:
    return _changed(isolation, data, state="applied", verified=None, doubted=_mark(data))


def _removed(isolation: Isolation, data: Data) -> Isolation:
    return _changed(isolation, data, state="removed", removed=_mark(data), tag=None)


def _restored(isolation: Isolation, data: Data) -> Isolation:
    return _changed(isolation, data, state="restored", restored=_mark(data))


def _hung(isolation: Isolation, data: Data) -> Isolation:
    lock = Lock(data["number"], data["kind"], data["by"], instant(data["at"]), data.get("point"))
    return replace(isolation, locks=(*isolation.locks, lock))


def _off(isolation: Isolation, data: Data) -> Isolation:
    """What a group lock held is verified no longer: anybody could have moved it since."""
    lock = isolation.lock(data["number"])
    left = replace(isolation, locks=tuple(k for k in isolation.locks if k.number != data["number"]))
    if lock is None or lock.kind != "group":
        return left
    held = {lock.point} if lock.point else {p.id for p in isolation.points}
    points = (
        replace(p, state="applied", verified=None) if p.id in held and p.state == "verified" else p
        for p in isolation.points
    )
    return replace(left, points=tuple(points))


def _force_wanted(isolation: Isolation, data: Data) -> Isolation:
    wanted = _mark(data)
    locks = (replace(k, wanted=wanted) if k.number == data["number"] else k for k in isolation.locks)
    return replace(isolation, locks=tuple(locks))


def _relied(isolation: Isolation, data: Data) -> Isolation:
    mark = _mark(data)
    others = tuple(r for r in isolation.reliances if r.permit != data["permit"])
    return replace(isolation, reliances=(*others, Reliance(data["permit"], mark.at, mark.by)))


def _released(isolation: Isolation, data: Data) -> Isolation:
    mark = _mark(data)
    reliances = (replace(r, released=mark) if r.permit == data["permit"] else r for r in isolation.reliances)
    return replace(isolation, reliances=tuple(reliances))


def _counted(isolation: Isolation, data: Data) -> Isolation:
    mark = _mark(data)
    others = tuple(c for c in isolation.counts if c.permit != data["permit"])
    return replace(isolation, counts=(*others, Count(data["permit"], data["people"], mark.at, mark.by)))


def _test_started(isolation: Isolation, data: Data) -> Isolation:
    mark, listed = _mark(data), tuple(data["points"])
    points = (replace(p, state="released", verified=None) if p.id in listed else p for p in isolation.points)
    return replace(isolation, points=tuple(points), trial=Trial(listed, mark.at, mark.by))


def _test_ended(isolation: Isolation, data: Data) -> Isolation:
    trial = isolation.trial
    return replace(isolation, trial=replace(trial, ended=_mark(data)) if trial else None, counts=())


STEPS: Mapping[str, Callable[[Isolation, Data], Isolation]] = {
    "IsolationPeopleNamed": _people,
    "PointAdded": _added,
    "PointDropped": _dropped,
    "IsolationCancelled": _cancelled,
    "BlindBegun": _begun,
    "BlindAbandoned": _abandoned,
    "PointApplied": _applied,
    "PointVerified": _verified,
    "PointDoubted": _doubted,
    "PointRemoved": _removed,
    "PointRestored": _restored,
    "LockHung": _hung,
    "LockTakenOff": _off,
    "LockForceRequested": _force_wanted,
    "LockForced": _off,
    "IsolationRelied": _relied,
    "IsolationReleased": _released,
    "PeopleCountedOut": _counted,
    "TestStarted": _test_started,
    "TestEnded": _test_ended,
}
