"""试车, the sanction to test: energy comes back to listed points while the work is open (S24)."""

from __future__ import annotations

from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.paper import behind_paper
from davy_core.isolations.relying import is_stopped
from davy_core.isolations.stamp import stamp
from davy_core.isolations.state import Isolation
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.state import Permit


def count_out(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """The guardian or the responsible person has counted everybody of his permit out of the work place."""
    permit = facts.permits.get(command.body["permit"])
    if permit is None or permit.id not in isolation.relying():
        return refuse("isolation_not_relied")
    due, said = len(permit.crew.on_site()), command.body["people"]
    reasons = []
    if permit.state == "active":
        reasons.append(Reason("isolation_test_not_paused", {"permits": [permit.number or permit.id]}))
    if permit.inside or permit.tools_inside:
        reasons.append(
            Reason("people_inside", {"count": len(permit.inside), "tools": len(permit.tools_inside)})
        )
    if said != due:
        reasons.append(Reason("isolation_count_differs", {"said": said, "due": due}))
    if reasons:
        return Refused(tuple(reasons))
    return accept(Event("PeopleCountedOut", {**stamp(facts), "permit": permit.id, "people": said}))


def start_test(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Energy back to the listed points: everybody out and counted, all work stopped, own locks off."""
    wanted = list(command.body["points"])
    unfit = sorted(p for p in wanted if not _can_be_tested(isolation, p))
    reasons = [Reason("isolation_test_points", {"points": unfit})] if unfit else []
    seen = [(p, facts.permits.get(p)) for p in isolation.relying()]
    live = [(p, permit) for p, permit in seen if permit is None or permit.on_place]
    running = [_name(p, permit) for p, permit in live if permit is None or not _stands_still(permit)]
    if running:
        reasons.append(Reason("isolation_test_not_paused", {"permits": sorted(running)}))
    uncounted = [_name(p, permit) for p, permit in live if not _is_counted(isolation, permit, facts)]
    if uncounted:
        reasons.append(Reason("isolation_test_not_counted", {"permits": sorted(uncounted)}))
    if isolation.personal_locks():
        reasons.append(Reason("isolation_locks_hang", {"count": isolation.personal_locks()}))
    reasons += behind_paper(facts)
    if reasons:
        return Refused(tuple(reasons))
    data = {**stamp(facts), "points": wanted, "permits": [p for p, _ in live]}
    return accept(Event("TestStarted", data, {"reason": str(command.body["reason"])}))


def _can_be_tested(isolation: Isolation, point_id: str) -> bool:
    """A blind is taken out under a permit of its own, with nobody behind it; never for a test (7.11)."""
    point = isolation.point(point_id)
    return point is not None and point.state == "verified" and point.kind != "blind"


def _name(permit_id: str, permit: Permit | None) -> str:
    return (permit and permit.number) or permit_id


def _stands_still(permit: Permit) -> bool:
    return permit.state != "active" and is_stopped(permit)


def _is_counted(isolation: Isolation, permit: Permit | None, facts: IsolationFacts) -> bool:
    """Counted since it was stopped, not long ago, and nobody went in again."""
    count = isolation.counted(permit.id) if permit else None
    if permit is None or count is None or permit.inside or permit.tools_inside:
        return False
    since = permit.pause.decided_at if permit.pause else count.at
    complete = count.people == len(permit.crew.on_site())
    return complete and count.at >= since and facts.now - count.at <= facts.book.count_holds


def end_test(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """The test is over. Its points must be isolated and verified again before anybody resumes."""
    return accept(Event("TestEnded", stamp(facts)))


HANDLERS = {"count_out": count_out, "start_test": start_test, "end_test": end_test}
