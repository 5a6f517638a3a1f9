"""One point after the other: applied, verified by somebody else, given back, seen to be given back."""

from __future__ import annotations

from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.paper import behind_paper
from davy_core.isolations.parts import Point
from davy_core.isolations.relying import holding
from davy_core.isolations.stamp import stamp, unproven
from davy_core.isolations.state import Isolation
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse

BLIND = "blind"
BUSY = frozenset({"fitting", "taking_out"})
WORKS = frozenset({"active"})


def _point(isolation: Isolation, command: IsolationCommand) -> Point:
    """The point that the command names; that it is there was judged before."""
    return next(p for p in isolation.points if p.id == command.body["point"])


def begin_blind(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Work on one blind begins, under a permit of its own for this one action (7.11); nobody works on another
    blind of the same pipe meanwhile (7.10)."""
    point = _point(isolation, command)
    if point.kind != BLIND:
        return refuse("isolation_not_a_blind")
    taking_out = point.state in {"applied", "verified"}
    reasons = _giving_back(isolation, facts) if taking_out else []
    busy = facts.lines_busy | {p.line for p in isolation.points if p.state in BUSY}
    if point.line is not None and point.line in busy:
        reasons.append(Reason("isolation_line_busy", {"line": point.line}))
    reasons += _own_permit(isolation, command, facts)
    if reasons:
        return Refused(tuple(reasons))
    action = "take_out" if taking_out else "fit"
    data = {**stamp(facts), "point": point.id, "action": action}
    permit = command.body.get("permit")
    return accept(Event("BlindBegun", {**data, "permit": permit} if permit else data))


def _own_permit(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> list[Reason]:
    asked = command.body.get("permit")
    if asked is None:
        return [Reason("isolation_blind_permit_missing")] if facts.blind_permits else []
    permit = facts.permits.get(asked)
    if permit is None or permit.type != BLIND or permit.state not in WORKS:
        return [Reason("isolation_blind_permit_wrong")]
    used = facts.blinds_under | {
        u for p in isolation.points for u in (p.fitted_under, p.taken_out_under) if u
    }
    return [Reason("isolation_blind_permit_used", {"number": permit.number})] if asked in used else []


def abandon_blind(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """The work on a blind is given up, and the blind is as it was before. Its pipe is free again."""
    reason = {"reason": str(command.body["reason"])}
    return accept(Event("BlindAbandoned", {**stamp(facts), "point": command.body["point"]}, reason))


def apply_point(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """The point is isolated, its tag hangs, and where it takes one its lock: 断电、上锁、挂牌 (4.5, 10.3)."""
    point, body = _point(isolation, command), command.body
    reasons = unproven(isolation, body["photo"], facts)
    if point.kind == BLIND and point.state != "fitting":
        reasons.append(Reason("isolation_blind_not_begun"))
    if any(p.tag == body["tag"] for p in isolation.points if p.id != point.id):
        reasons.append(Reason("isolation_tag_taken", {"tag": body["tag"]}))
    kind, lock = facts.book.kinds.get(point.kind), body.get("lock")
    if (kind is None or kind.locked) and not lock and not _locked(isolation, point):
        reasons.append(Reason("isolation_lock_missing"))
    if lock and (isolation.lock(lock) or lock in facts.locks_elsewhere):
        reasons.append(Reason("isolation_lock_taken", {"number": lock}))
    if reasons:
        return Refused(tuple(reasons))
    done = Event(
        "PointApplied", {**stamp(facts), "point": point.id, "tag": body["tag"], "photo": body["photo"]}
    )
    if not lock:
        return accept(done)
    hung = {**stamp(facts), "number": lock, "kind": "group", "point": point.id}
    return accept(done, Event("LockHung", hung))


def _locked(isolation: Isolation, point: Point) -> bool:
    return any(k.point == point.id and k.kind == "group" for k in isolation.locks)


def verify_point(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Another person has read the tag, tried that nothing comes, and shows it (zero energy)."""
    point, body = _point(isolation, command), command.body
    reasons = unproven(isolation, body["photo"], facts)
    if point.applied is None or facts.person == point.applied.by:
        reasons.append(Reason("second_person_needed"))
    if body["tag"] != point.tag:
        reasons.append(Reason("isolation_tag_differs", {"tag": body["tag"]}))
    if body["zero_energy"] is not True:
        reasons.append(Reason("isolation_energy_left"))
    kind = facts.book.kinds.get(point.kind)
    if (kind is None or kind.locked) and not _locked(isolation, point):
        reasons.append(Reason("isolation_lock_missing"))
    if reasons:
        return Refused(tuple(reasons))
    return accept(Event("PointVerified", {**stamp(facts), "point": point.id, "photo": body["photo"]}))


def doubt_point(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Somebody sees that a point does not hold: it counts as verified no more, and work behind it stops."""
    reason = {"reason": str(command.body["reason"])} if command.body.get("reason") else {}
    return accept(Event("PointDoubted", {**stamp(facts), "point": command.body["point"]}, reason))


def remove_point(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """The isolation of a point is taken away: nobody relies on it any more, and every lock is off."""
    point, photo = _point(isolation, command), command.body["photo"]
    reasons = [*_giving_back(isolation, facts), *unproven(isolation, photo, facts)]
    if (point.kind == BLIND) != (point.state == "taking_out"):
        reasons.append(Reason("isolation_blind_not_begun"))
    if reasons:
        return Refused(tuple(reasons))
    return accept(Event("PointRemoved", {**stamp(facts), "point": point.id, "photo": photo}))


def _giving_back(isolation: Isolation, facts: IsolationFacts) -> list[Reason]:
    held = holding(isolation, facts)
    reasons = [Reason("isolation_relied_on", {"permits": held})] if held else []
    if isolation.locks:
        reasons.append(Reason("isolation_locks_hang", {"count": len(isolation.locks)}))
    return [*reasons, *behind_paper(facts)]


def confirm_restored(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Another person has seen that the point is as it was before."""
    point, photo = _point(isolation, command), command.body["photo"]
    reasons = unproven(isolation, photo, facts)
    if point.removed is None or facts.person == point.removed.by:
        reasons.append(Reason("second_person_needed"))
    if reasons:
        return Refused(tuple(reasons))
    return accept(Event("PointRestored", {**stamp(facts), "point": point.id, "photo": photo}))


HANDLERS = {
    "begin_blind": begin_blind,
    "abandon_blind": abandon_blind,
    "apply_point": apply_point,
    "verify_point": verify_point,
    "doubt_point": doubt_point,
    "remove_point": remove_point,
    "confirm_restored": confirm_restored,
}
