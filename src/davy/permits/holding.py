"""A person's duties on a permit, and who has one, for those who only know its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from uuid import UUID

from davy.people import queries as people
from davy.permits import queries
from davy.permits.facts import load, posts_here
from davy.rulebook import books
from davy_core.instants import instant
from davy_core.notices.holding import holding
from davy_core.permits.duties import person_duties
from davy_core.permits.facts import Actor, Facts, Post
from davy_core.permits.state import Permit

__all__ = ["duties_each", "duties_on", "holders_on"]

POSTED = {"shift_leader": "shift_leader", "control_room": "control", "acceptor": "acceptor"}
ANY_TIME = instant("2000-01-01T00:00:00Z")


def duties_on(company_id: UUID, permit_id: UUID | None, person_id: UUID, /) -> frozenset[str]:
    """The duties on the permit; without one, those that come from the person's posts."""
    found = load(company_id, permit_id) if permit_id else None
    if found is None:
        return _in_the_plant({post.code for post in people.posts_of(company_id, person_id)})
    permit, _ = found
    posts = posts_here(company_id, UUID(permit.place.area))
    return person_duties(permit, str(person_id), _facts(company_id, permit, posts))


def duties_each(
    company_id: UUID, permit_ids: Iterable[UUID | None], person_id: UUID, /
) -> dict[UUID | None, frozenset[str]]:
    """The same on many permits. One that does not name the person is read only when he holds a post."""
    wanted = set(permit_ids)
    held = {post.code for post in people.posts_of(company_id, person_id)}
    ids = [permit_id for permit_id in wanted if permit_id]
    near = frozenset(ids if held else queries.naming(company_id, ids, person_id))

    @cache
    def posts(area: str) -> Mapping[str, Post]:
        return posts_here(company_id, UUID(area))

    def duties(permit_id: UUID | None) -> frozenset[str]:
        found = load(company_id, permit_id) if permit_id and permit_id in near else None
        if found is None:
            return _in_the_plant(held)
        permit, _ = found
        return person_duties(permit, str(person_id), _facts(company_id, permit, posts(permit.place.area)))

    return {permit_id: duties(permit_id) for permit_id in wanted}


def holders_on(company_id: UUID, permit_id: UUID | None, duty: str, /) -> tuple[str, ...]:
    """The ids of the persons with this duty on the permit; without one, those whose posts give it in the
    plant."""
    found = load(company_id, permit_id) if permit_id else None
    if found is None:
        codes = [code for code, posted in POSTED.items() if posted == duty]
        return tuple(
            dict.fromkeys(person for code in codes for person in people.holders_of(company_id, code))
        )
    permit, _ = found
    facts = _facts(company_id, permit, posts_here(company_id, UUID(permit.place.area)))
    return holding(permit, duty, facts.holders)


def _in_the_plant(posts: Iterable[str]) -> frozenset[str]:
    return frozenset({"bystander", *(POSTED[code] for code in posts if code in POSTED)})


def _facts(company_id: UUID, permit: Permit, posts: Mapping[str, Post]) -> Facts:
    book = (
        books.pinned(company_id, permit.basis) if permit.basis else books.current(company_id, permit.template)
    )
    return Facts(now=ANY_TIME, occurred_at=ANY_TIME, actor=Actor("clock"), rulebook=book, posts=posts)
