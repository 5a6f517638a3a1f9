"""Works that cross: what the conflict matrix finds beside a permit, and the coordinator who answers for it
(4.7, S23). A conflict that blocks is never waived; one that asks for a coordinator is met once the same named
person, of neither crew, has signed for it on both permits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from davy_core.conflicts.job import Job, counts, under_way
from davy_core.conflicts.judge import Conflict, between
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.nearby import Nearby
from davy_core.permits.parts import Crossing
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

SIGNS_TOO = frozenset({"submitted", "issued", "active", "paused"})
"""States in which the other permit must carry the coordinator's signature as well; afterwards its crew is
gone."""


@dataclass(frozen=True)
class Standing:
    """One conflict as it stands between this permit and that one. `planned`: the other is not issued yet,
    so it is only told. `met`: a coordinator has signed for it."""

    other: Nearby
    conflict: Conflict
    planned: bool
    met: bool


def job_of(permit: Permit, facts: Facts) -> Job | None:
    """The permit's own work in space and time; None where its place is not registered."""
    if facts.spot is None:
        return None
    start, end = under_way(permit.window.start, permit.window.end, permit.state, permit.clearance, facts.now)
    return Job(
        id=permit.id,
        type=permit.type,
        spot=facts.spot,
        start=start,
        end=end,
        work=permit.work,
        responsible=permit.crew.responsible,
        links=frozenset(permit.links),
    )


def standing_conflicts(permit: Permit, facts: Facts) -> list[Standing] | None:
    """Every conflict of the permit with its neighbours, blocking ones first; None when nobody looked."""
    own = job_of(permit, facts)
    if own is None or facts.nearby is None or facts.matrix is None:
        return None
    found = [
        Standing(other, one, not counts(other.state, other.clearance), _met(permit, other, one, facts))
        for other in facts.nearby
        for one in between(facts.matrix, own, other.job)
    ]
    order = {"block": 0, "coordinator": 1, "warn": 2}
    return sorted(found, key=lambda s: (s.planned, order[s.conflict.row.effect], s.other.job.id))


def conflicts_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """What the rules read: how many conflicts block, how many ask for a coordinator, how many of those lack
    him."""
    found = standing_conflicts(permit, facts)
    if found is None:
        return {"known": False}
    live = [s for s in found if not s.planned]
    due = [s for s in live if s.conflict.row.effect == "coordinator"]
    return {
        "known": True,
        "blocking": sum(1 for s in live if s.conflict.row.effect == "block"),
        "coordinator_due": len(due),
        "uncoordinated": sum(1 for s in due if not s.met),
        "warned": sum(1 for s in live if s.conflict.row.effect == "warn"),
        "planned": len(found) - len(live),
    }


def _met(permit: Permit, other: Nearby, conflict: Conflict, facts: Facts) -> bool:
    row, coordinator = conflict.row, permit.coordinator
    if row.effect != "coordinator" or coordinator is None or not _eligible(permit, other, coordinator, facts):
        return False
    here = _covers(permit.crossings, coordinator, other.job.id, row.id)
    return here and (other.state not in SIGNS_TOO or _covers(other.crossings, coordinator, permit.id, row.id))


def _covers(signed: tuple[Crossing, ...], person: str, permit: str, row: str) -> bool:
    return any(c.by == person and row in c.rows.get(permit, ()) for c in signed)


def _eligible(permit: Permit, other: Nearby, person: str, facts: Facts) -> bool:
    known = facts.people.get(person)
    return known is not None and known.status == "active" and person not in crews(permit, [other])


def crews(permit: Permit, others: list[Nearby]) -> frozenset[str]:
    """Everybody who works on this permit or is named on one of the others: none of them coordinates."""
    return frozenset().union(permit.ever_worked(), *(o.people for o in others))


def _crossing(permit: Permit, facts: Facts) -> Iterator[Standing]:
    """The conflicts that ask for a coordinator, planned neighbours too: he is better named before than
    after."""
    found = standing_conflicts(permit, facts) or []
    return (s for s in found if s.conflict.row.effect == "coordinator")


def name_coordinator(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The enterprise names one person to coordinate crossing work: cleared for duty, of neither crew
    (4.7)."""
    others = [s.other for s in _crossing(permit, facts)]
    if not others:
        return refuse("crossing_none")
    person = facts.people.get(command.body["person"])
    if person is None:
        return refuse("person_unknown", person=command.body["person"])
    if person.status != "active":
        return refuse("person_frozen", person=person.id)
    if person.id in crews(permit, others):
        return refuse("separation_of_duties", duty="coordinator")
    return accept(Event("CoordinatorNamed", {**stamp(facts), "person": person.id}))


def sign_crossing(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The coordinator signs for what crosses with the named permits, once he has gone through every item of
    the analysis. Which conflicts that are, the server tells, not he."""
    assert facts.matrix is not None
    rows: dict[str, list[str]] = {p: [] for p in command.body["permits"]}
    others = []
    for one in _crossing(permit, facts):
        if one.other.job.id in rows:
            rows[one.other.job.id].append(one.conflict.row.id)
            others.append(one.other)
    reasons = [Reason("crossing_unknown", {"permit": p}) for p, found in rows.items() if not found]
    if facts.actor.person in crews(permit, others):
        reasons.append(Reason("separation_of_duties", {"duty": "coordinator"}))
    left = [item["id"] for item in facts.matrix.analysis if item["id"] not in command.body["items"]]
    if left:
        reasons.append(Reason("crossing_items_missing", {"items": left}))
    if reasons:
        return Refused(tuple(reasons))
    signed = [{"permit": p, "rows": sorted(found)} for p, found in sorted(rows.items())]
    data = {**stamp(facts), "with": signed, "items": list(command.body["items"])}
    private = {"signature": str(command.body["signature"]), "analysis": str(command.body["analysis"])}
    return accept(Event("CrossingSigned", {**data, "matrix": facts.matrix.version}, private))


HANDLERS = {"name_coordinator": name_coordinator, "sign_crossing": sign_crossing}
