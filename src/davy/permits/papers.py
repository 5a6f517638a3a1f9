"""What the certificates of people are worth on a permit, duty by duty, without everything else around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from davy.rulebook import books
from davy_core.permits.facts import Actor, Facts, Person
from davy_core.permits.state import Permit
from davy_core.permits.view_people import certificate_of

__all__ = ["papers"]


def papers(
    company_id: UUID,
    permit: Permit,
    people: Mapping[str, Person],
    duties: Mapping[str, Iterable[str]],
    now: datetime,
) -> dict[str, dict[str, str]]:
    """Person → duty → valid, not_needed, missing, mismatch or expired, by the rules that the permit stands
    on. Nothing is told of anybody while those rules are not known. Inside the tenant block of the company."""
    if permit.basis is None:
        return {}
    try:
        rules = books.pinned(company_id, permit.basis)
    except books.UnknownBasisError:
        return {}
    facts = Facts(now=now, occurred_at=now, actor=Actor("clock"), rulebook=rules)
    return {
        who: {duty: certificate_of(permit, person, duty, facts) for duty in duties.get(who, ())}
        for who, person in people.items()
    }
