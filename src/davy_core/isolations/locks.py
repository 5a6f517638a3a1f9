"""Locks: a personal one goes off by its owner's hand, or by two others who answer for it (S24)."""

from __future__ import annotations

from davy_core.isolations.duties import CONTROLLERS
from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.paper import behind_paper
from davy_core.isolations.relying import holding
from davy_core.isolations.stamp import stamp
from davy_core.isolations.state import Isolation
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse


def hang_lock(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Hang a lock: one's own on the box or a point, or the group lock of the isolation."""
    body = command.body
    if isolation.lock(body["number"]) or body["number"] in facts.locks_elsewhere:
        return refuse("isolation_lock_taken", number=body["number"])
    if body["kind"] == "group" and not _keeps(isolation, facts):
        return refuse("isolation_not_yours", duties=["isolator", "controller"])
    data = {**stamp(facts), "number": body["number"], "kind": body["kind"]}
    point = body.get("point")
    if point is not None and isolation.point(point) is None:
        return refuse("isolation_point_unknown", point=point)
    return accept(Event("LockHung", {**data, "point": point} if point else data))


def take_lock_off(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """A personal lock by its owner; a group lock only when no personal one hangs and nobody relies on it."""
    lock = isolation.lock(command.body["number"])
    if lock is None:
        return refuse("isolation_lock_unknown", number=command.body["number"])
    if lock.kind == "personal" and lock.owner != facts.person:
        return refuse("isolation_lock_not_yours")
    if lock.kind == "group":
        refused = _opens(isolation, facts)
        if refused is not None:
            return refused
    return accept(Event("LockTakenOff", {**stamp(facts), "number": lock.number, "owner": lock.owner}))


def _opens(isolation: Isolation, facts: IsolationFacts) -> Outcome | None:
    if not _keeps(isolation, facts):
        return refuse("isolation_not_yours", duties=["isolator", "controller"])
    if isolation.personal_locks():
        return refuse("isolation_locks_hang", count=isolation.personal_locks())
    held = [] if isolation.testing else holding(isolation, facts)
    relied = [Reason("isolation_relied_on", {"permits": held})] if held else []
    reasons = [*relied, *behind_paper(facts)]
    return Refused(tuple(reasons)) if reasons else None


def _keeps(isolation: Isolation, facts: IsolationFacts) -> bool:
    return facts.person in isolation.isolators or bool(facts.posts & CONTROLLERS)


def request_force(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """First of two: this lock's owner is away or its key is lost. Its owner was looked for (reason)."""
    lock = isolation.lock(command.body["number"])
    if lock is None:
        return refuse("isolation_lock_unknown", number=command.body["number"])
    reason = {"reason": str(command.body["reason"])}
    data = {**stamp(facts), "number": lock.number, "lost": command.body["lost"] is True}
    return accept(Event("LockForceRequested", data, reason))


def confirm_force(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Second of two: another entitled person has seen that nobody is behind it; the lock is cut off."""
    lock = isolation.lock(command.body["number"])
    if lock is None:
        return refuse("isolation_lock_unknown", number=command.body["number"])
    if lock.wanted is None:
        return refuse("isolation_force_not_requested")
    if facts.person == lock.wanted.by:
        return refuse("second_person_needed")
    data = {**stamp(facts), "number": lock.number, "owner": lock.owner, "requested_by": lock.wanted.by}
    return accept(Event("LockForced", data, {"reason": str(command.body["reason"])}))


HANDLERS = {
    "hang_lock": hang_lock,
    "take_lock_off": take_lock_off,
    "request_force": request_force,
    "confirm_force": confirm_force,
}
