"""The delegation stream: the holder of a post sends somebody entitled to sign for him, for a while."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.people import queries as people
from davy.people.models import Delegation as Row
from davy.people.models import Post
from davy.rulebook import law
from davy_core.approvals.delegation import (
    Delegation,
    DelegationBook,
    Facts,
    Named,
    Taker,
    apply,
    decide,
    entitled,
)
from davy_core.outcome import Outcome
from davy_core.permits.facts import Delegate

__all__ = ["DELEGATION", "book", "in_force"]

ALIVE = "active"


@cache
def book() -> DelegationBook:
    """The rows of contracts/delegations.yaml."""
    text = resources.files("davy_law").joinpath("contracts", "delegations.yaml").read_text(encoding="utf-8")
    return DelegationBook.load(yaml.safe_load(text))


@cache
def _works() -> frozenset[str]:
    return frozenset(law.kinds().values())


def in_force(code: str, found: Iterable[people.DelegateFacts]) -> tuple[Delegate, ...]:
    """Those of them who are still entitled to sign for this post."""
    rule = book().posts.get(code)
    return tuple(
        Delegate(one.to, one.by, one.id, one.types)
        for one in found
        if rule and entitled(rule, Taker(one.to, True, one.own_staff, one.posts, one.certificates))
    )


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    row = Row.objects.filter(company_id=envelope.company, id=envelope.stream_id).first()
    found = _delegation(row) if row else None
    post_id = UUID(found.post) if found else UUID(envelope.body["post"]) if "post" in envelope.body else None
    post = Post.objects.filter(company_id=envelope.company, id=post_id).first() if post_id else None
    facts = Facts(
        now=now,
        person=str(sender.person) if sender.person and sender.kind == "person" else None,
        proof=sender.proof,
        book=book(),
        post=Named(str(post.id), post.code, str(post.holder_id) if post.holder_id else None)
        if post
        else None,
        taker=_taker(envelope.company, envelope.body.get("to"), now),
        types=_works(),
        superiors=_above(envelope.company, post),
    )
    return Gathered(found, facts)


def _taker(company_id: UUID, person_id: str | None, now: datetime) -> Taker | None:
    today = now.astimezone(people.LOCAL).date()
    known = people.facts(company_id, [person_id], today).get(person_id) if person_id else None
    if known is None:
        return None
    papers = {
        c.kind
        for c in known.certificates
        if c.valid_to is not None
        and (c.valid_from or today) <= today <= min(c.valid_to, c.review_due or c.valid_to)
    }
    held = {post.code for post in people.posts_of(company_id, UUID(known.id))}
    return Taker(known.id, known.status == ALIVE, known.firm_id is None, tuple(held), tuple(papers))


def _above(company_id: UUID, post: Post | None) -> tuple[str, ...]:
    if post is None or post.superior_id is None:
        return ()
    above = Post.objects.filter(company_id=company_id, id=post.superior_id).first()
    return tuple(str(p) for p in (above.holder_id, above.deputy_id) if p) if above else ()


def _delegation(row: Row) -> Delegation:
    return Delegation(
        id=str(row.id),
        post=str(row.post_id),
        code=row.code,
        by=str(row.by_id),
        to=str(row.to_id),
        starts=row.starts_at,
        ends=row.ends_at,
        types=tuple(row.types),
        revoked_at=row.revoked_at,
        revoked_by=str(row.revoked_by_id) if row.revoked_by_id else None,
    )


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save(saving: Saving) -> None:
    made: Delegation = saving.after
    company = saving.envelope.company
    if saving.before is not None:
        values = {"revoked_at": made.revoked_at, "revoked_by_id": made.revoked_by}
        Row.objects.filter(company_id=company, id=UUID(made.id)).update(**values)
        return
    words = next(event.private["reason"] for event in saving.events)
    Row.objects.create(
        company_id=company,
        id=UUID(made.id),
        post_id=UUID(made.post),
        code=made.code,
        by_id=UUID(made.by),
        to_id=UUID(made.to),
        types=list(made.types),
        starts_at=made.starts,
        ends_at=made.ends,
        made_at=saving.now,
        reason=words,
    )


def _follow(_: Saving) -> Follow:
    return Follow()


DELEGATION = Stream(
    kind="delegation", gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow
)
