"""A person's duties on a permit, for those who only know its id."""

from __future__ import annotations

from uuid import UUID

from davy.people import queries as people
from davy.permits.facts import load, posts_here
from davy.rulebook import books
from davy_core.instants import instant
from davy_core.permits.duties import person_duties
from davy_core.permits.facts import Actor, Facts

__all__ = ["duties_on"]

POSTED = {"shift_leader": "shift_leader", "control_room": "control", "acceptor": "acceptor"}
ANY_TIME = instant("2000-01-01T00:00:00Z")


def duties_on(company_id: UUID, permit_id: UUID | None, person_id: UUID, /) -> frozenset[str]:
    """The duties on the permit; without one, those that come from the person's posts."""
    found = load(company_id, permit_id) if permit_id else None
    if found is None:
        held = {post.code for post in people.posts_of(company_id, person_id)}
        return frozenset({"bystander", *(duty for code, duty in POSTED.items() if code in held)})
    permit, _ = found
    book = books.pinned(company_id, permit.basis) if permit.basis else books.current(company_id, permit.type)
    posts = posts_here(company_id, UUID(permit.place.area))
    facts = Facts(now=ANY_TIME, occurred_at=ANY_TIME, actor=Actor("clock"), rulebook=book, posts=posts)
    return person_duties(permit, str(person_id), facts)
