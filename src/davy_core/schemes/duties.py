"""Who is what on a scheme: its author, who reviews it, and who may approve it now."""

from __future__ import annotations

from collections.abc import Iterator

from davy_core.permits.facts import Post
from davy_core.schemes.facts import SchemeFacts
from davy_core.schemes.state import Scheme

SAFETY = "safety_dept"


def duties_of(scheme: Scheme | None, facts: SchemeFacts) -> frozenset[str]:
    """The duties of the sender. Who wrote a scheme is nothing but its author: nobody reviews or approves his
    own (GB 30871-2022 4.11)."""
    if facts.sender != "person" or facts.person is None:
        return frozenset()
    if scheme is None:
        return frozenset({"anybody"})
    if facts.person == scheme.author:
        return frozenset({"anybody", "author"})
    found = {"anybody"}
    if any(facts.person in _acting(facts.posts.get(code, Post()), facts) for code in facts.book.reviewers):
        found.add("reviewer")
    if facts.person in _acting(facts.posts.get(SAFETY, Post()), facts):
        found.add("safety")
    if facts.person in approvers(scheme, facts):
        found.add("approver")
    return frozenset(found)


def approvers(scheme: Scheme, facts: SchemeFacts) -> tuple[str, ...]:
    """Who may approve now: of each post that may, its holder, deputy and delegates; where none of them can,
    those of the post above. Never the author, nor whom he sent for himself."""
    posts = facts.book.posts(scheme.type, scheme.level)
    found = [person for code in posts for person in next(_levels(scheme, code, facts), ())]
    return tuple(dict.fromkeys(found))


def _levels(scheme: Scheme, post: str, facts: SchemeFacts) -> Iterator[tuple[str, ...]]:
    seen: set[str] = set()
    while post and post not in seen:
        seen.add(post)
        known = facts.posts.get(post, Post())
        acting = [p for p in _acting(known, facts) if p != scheme.author]
        acting += [
            d.person
            for d in known.delegates
            if (not d.types or scheme.type in d.types)
            and scheme.author not in {d.person, d.by}
            and facts.people.get(d.person, "active") == "active"
        ]
        if acting:
            yield tuple(dict.fromkeys(acting))
        post = known.superior or ""


def _acting(post: Post, facts: SchemeFacts) -> tuple[str, ...]:
    """Holder and deputy, as far as nobody knows that they may not act."""
    return tuple(p for p in (post.holder, post.deputy) if p and facts.people.get(p, "active") == "active")
