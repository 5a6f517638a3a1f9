"""Which duties a person has on an isolation: named ones, those that come from posts, and those he has through
a permit that relies on it."""

from __future__ import annotations

from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.state import Isolation

CONTROLLERS = frozenset({"shift_leader", "area_head"})
"""The posts that answer for the state of the plant in an area."""
SAFETY = "safety_dept"


def duties_of(
    isolation: Isolation | None, command: IsolationCommand, facts: IsolationFacts
) -> frozenset[str]:
    """The duties of the sender. Everybody known to the company is a bystander (S15)."""
    if facts.sender != "person" or facts.person is None:
        return frozenset()
    found = {"bystander"}
    if facts.posts & CONTROLLERS:
        found.add("controller")
    if SAFETY in facts.posts:
        found.add("safety")
    if isolation is not None:
        found |= _here(isolation, facts.person, facts)
    return frozenset(found | _through(command, facts.person, facts))


def _here(isolation: Isolation, person: str, facts: IsolationFacts) -> set[str]:
    found = set()
    if person in isolation.isolators:
        found.add("isolator")
    if person in isolation.verifiers:
        found.add("verifier")
    if any(lock.owner == person for lock in isolation.locks):
        found.add("owner")
    relying = [facts.permits[p] for p in isolation.relying() if p in facts.permits]
    if any(person in permit.crew.on_site() for permit in relying):
        found.add("crew")
    return found


def _through(command: IsolationCommand, person: str, facts: IsolationFacts) -> set[str]:
    """What he is on the permit that the command names."""
    permit = facts.permits.get(str(command.body.get("permit")))
    if permit is None:
        return set()
    crew = permit.crew
    found = {"responsible"} if person in {crew.responsible, crew.applicant} else set()
    return found | ({"guardian"} if person == crew.guardian else set())
