"""Who may sign a stage now, and what keeps a stage from being signed at all.

Asked at the moment of signing and never stored: the post's holder and deputy and those they delegated it to;
when none of them may, its superior post (GB 30871 4.11, AQ 3064.2 5.5). Nobody signs his own work, nor twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from davy_core.permits.facts import Facts
from davy_core.permits.parts import Stage
from davy_core.permits.state import Permit

FILLS = ("safety_dept", "production_head", "leader")
"""Who sees to it that a post is filled, in this order; the registrar of the plant when all are vacant (j)."""


@dataclass(frozen=True)
class Stuck:
    """A stage that nobody can sign. `reason`: vacant (nobody in the post nor above it) or conflict (all of
    them work on this permit or signed it already). `owner` is the post that must name somebody, None = the
    plant's registrar; `people` hold it now."""

    stage: str
    post: str
    reason: str
    owner: str | None
    people: tuple[str, ...]


def awaited(permit: Permit, stage: Stage) -> tuple[str, ...]:
    """The posts whose signature this stage waits for now; of a sequence only the next one."""
    given = {s.post for s in permit.signatures if s.stage == stage.id}
    if stage.mode == "any":
        return () if given else stage.posts
    left = tuple(post for post in stage.posts if post not in given)
    return left[:1] if stage.mode == "sequence" else left


def barred(permit: Permit) -> frozenset[str]:
    """Who may sign nothing (more) on this permit: those who work on it, and those who have signed it."""
    return permit.own_work() | frozenset(s.person for s in permit.signatures)


def signers(permit: Permit, stage: Stage, post: str, facts: Facts) -> tuple[str, ...]:
    """Who may sign for this post now. Whom the decision was handed to signs alone, while he may act."""
    handed = next((h.to for h in permit.handed if (h.stage, h.post) == (stage.id, post)), None)
    if handed is not None and handed in entitled(permit, post, facts):
        return (handed,)
    return next(_levels(permit, post, facts), ())


def entitled(permit: Permit, post: str, facts: Facts) -> tuple[str, ...]:
    """Everybody to whom the decision of this post may be handed over: the post's own people, then those of
    the posts above it. Handing upwards lowers nothing."""
    return tuple(dict.fromkeys(person for level in _levels(permit, post, facts) for person in level))


def _levels(permit: Permit, post: str, facts: Facts) -> Iterator[tuple[str, ...]]:
    """Those who may sign, of the post itself, then of each post above; empty levels left out."""
    closed, own = barred(permit), permit.own_work()
    for code in facts.chain(post):
        acting = [person for person in facts.acting(code) if person not in closed]
        # A delegate speaks for the one who sent him: nobody approves his own work through another.
        acting += [d.person for d in facts.delegates(code) if d.person not in closed and d.by not in own]
        if acting:
            yield tuple(dict.fromkeys(acting))


def post_of(permit: Permit, stage: Stage, person: str, facts: Facts) -> str | None:
    """The post for which this person would sign this stage now; None when he may not."""
    return next((p for p in awaited(permit, stage) if person in signers(permit, stage, p, facts)), None)


def stuck(permit: Permit, stage: Stage, facts: Facts) -> Stuck | None:
    """Why nobody can sign this stage, and whose business that is; None when somebody can."""
    waiting = awaited(permit, stage)
    lacking = [post for post in waiting if not signers(permit, stage, post, facts)]
    if not lacking or (stage.mode == "any" and len(lacking) < len(waiting)):
        return None
    anybody = any(facts.acting(code) or facts.delegates(code) for code in facts.chain(lacking[0]))
    owner = next((post for post in FILLS if facts.acting(post)), None)
    people = facts.acting(owner) if owner else ()
    return Stuck(stage.id, lacking[0], "conflict" if anybody else "vacant", owner, people)
