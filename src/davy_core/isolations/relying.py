"""Which permits rely on an isolation: taking it up by name, and letting it go by name (S24)."""

from __future__ import annotations

from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.stamp import stamp
from davy_core.isolations.state import Isolation
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.state import Permit

MAY_RELY = frozenset({"draft", "submitted", "issued", "paused"})
MAY_RELEASE = frozenset({"draft", "submitted", "finished", "closed", "voided", "withdrawn"})
"""Not while work may begin or go on under it, nor once somebody signed for it as it was shown to him."""


GIVEN_BACK = frozenset({"taking_out", "removed", "restored"})


def holds_it(permit: Permit | None) -> bool:
    """Whether nothing may be given back because of this permit. One that cannot be read holds it too."""
    return permit is None or permit.state in {"draft", "submitted"} or permit.on_place


def holding(isolation: Isolation, facts: IsolationFacts) -> list[str]:
    """The relying permits that keep every point where it is, by their number (or id)."""
    found = [(p, facts.permits.get(p)) for p in isolation.relying()]
    return sorted((permit and permit.number) or p for p, permit in found if holds_it(permit))


def rely(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """A permit takes this isolation up: from now on it cannot start before every point is verified."""
    permit = facts.permits.get(command.body["permit"])
    if permit is None:
        return refuse("isolation_permit_unknown")
    if permit.id in isolation.relying():
        return refuse("isolation_relied_already")
    if any(p.state in GIVEN_BACK for p in isolation.points):
        return refuse("isolation_given_back")
    if permit.state not in MAY_RELY:
        return refuse("isolation_permit_state", state=permit.state)
    if permit.basis is not None and permit.id not in facts.guarded:
        return refuse("isolation_permit_unguarded")
    return accept(Event("IsolationRelied", {**stamp(facts), "permit": permit.id}))


def release(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """A permit lets this isolation go: its work is over or never began, its people are out, their locks off.
    With `to`, another permit relies on it from the same instant on."""
    permit = facts.permits.get(command.body["permit"])
    if permit is None or permit.id not in isolation.relying():
        return refuse("isolation_not_relied")
    reasons = _kept(isolation, permit)
    heir = command.body.get("to")
    if heir is not None:
        reasons += _heir(isolation, permit, facts.permits.get(heir), facts)
    if reasons:
        return Refused(tuple(reasons))
    let_go = Event(
        "IsolationReleased", {**stamp(facts), "permit": permit.id, **({"to": heir} if heir else {})}
    )
    if heir is None or heir in isolation.relying():
        return accept(let_go)
    return accept(let_go, Event("IsolationRelied", {**stamp(facts), "permit": heir}))


def _kept(isolation: Isolation, permit: Permit) -> list[Reason]:
    reasons = []
    if permit.state not in MAY_RELEASE or (permit.state == "submitted" and permit.signatures):
        reasons.append(Reason("isolation_still_needed", {"state": permit.state}))
    if permit.inside or permit.tools_inside:
        reasons.append(
            Reason("people_inside", {"count": len(permit.inside), "tools": len(permit.tools_inside)})
        )
    if not is_stopped(permit):
        reasons.append(Reason("isolation_stop_unconfirmed", {"permits": [permit.number or permit.id]}))
    locks = isolation.personal_locks(permit.ever_worked())
    if locks:
        reasons.append(Reason("isolation_locks_hang", {"count": locks}))
    return reasons


def is_stopped(permit: Permit) -> bool:
    """Whether somebody on site confirmed that work stopped, where it was ever going on (S8)."""
    return not permit.started or permit.pause is None or permit.pause.confirmed_at is not None


def _heir(isolation: Isolation, permit: Permit, heir: Permit | None, facts: IsolationFacts) -> list[Reason]:
    if heir is None or heir.id == permit.id:
        return [Reason("isolation_permit_unknown")]
    if heir.id in isolation.relying():
        return []
    if any(p.state in GIVEN_BACK for p in isolation.points):
        return [Reason("isolation_given_back")]
    if heir.state not in MAY_RELY:
        return [Reason("isolation_permit_state", {"state": heir.state})]
    if heir.basis is not None and heir.id not in facts.guarded:
        return [Reason("isolation_permit_unguarded")]
    return []


HANDLERS = {"rely": rely, "release": release}
