"""A request written for somebody else: the team leader writes it, and its applicant answers for it himself.

Nothing of it goes anywhere until the applicant has looked at it and submits it; nobody does that in his name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.outcome import Reason
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit


def applicant_of(body: Mapping[str, Any], facts: Facts) -> str | None:
    """Whose request it is: the one it names, else who writes it."""
    return body.get("applicant") or facts.actor.person


def wrong_filing(body: Mapping[str, Any], facts: Facts) -> list[Reason]:
    """What stands against a draft in another's name: he is not known or not active, the writer may not file
    for others, or they are not of one firm (the plant's own staff count as one)."""
    named, writer = body.get("applicant"), facts.actor.person
    if named is None or named == writer:
        return []
    person, own = facts.people.get(named), facts.people.get(writer or "")
    if person is None:
        return [Reason("person_unknown", {"person": named})]
    if person.status != "active":
        return [Reason("person_frozen", {"person": named})]
    if not facts.actor.files:
        return [Reason("filing_not_allowed")]
    if own is None or own.firm != person.firm:
        return [Reason("filing_other_firm", {"person": named})]
    return []


def unaccepted(permit: Permit, facts: Facts) -> list[Reason]:
    """Why a request that was written for somebody cannot go on now: only he himself submits it."""
    if permit.filed_by is None or facts.actor.person == permit.crew.applicant:
        return []
    return [Reason("filing_not_accepted", {"person": permit.crew.applicant})]
