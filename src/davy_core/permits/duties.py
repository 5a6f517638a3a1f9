"""Which duties a person has on a permit: the named ones from the crew, the others from posts. Nobody else
may act."""

from __future__ import annotations

from davy_core.permits.entitled import entitled, post_of, signers
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Stage
from davy_core.permits.reviewing import reviewers
from davy_core.permits.state import Permit

AREA_HEAD = "area_head"
SIGNER = "signer"
"""An approver whose signature the current stage waits for now. It makes a task and permits nothing."""


def duties_of(permit: Permit | None, facts: Facts) -> frozenset[str]:
    """The duties of the command's actor. Everybody known to the company is a bystander (S15)."""
    actor = facts.actor
    if actor.kind in {"clock", "watch"}:
        return frozenset({actor.kind})
    if actor.kind == "public" or actor.person is None:
        return frozenset({"public"})
    if permit is None:
        return frozenset({"applicant", "bystander"})
    return person_duties(permit, actor.person, facts)


def person_duties(permit: Permit, person: str, facts: Facts) -> frozenset[str]:
    """The duties of one person on this permit."""
    crew = permit.crew
    named = {
        "applicant": person == crew.applicant,
        "filer": person == permit.filed_by,
        "responsible": person == crew.responsible,
        "guardian": person == crew.guardian,
        "briefer": person == crew.briefer,
        "worker": person in crew.workers,
        "analyst": person in crew.analysts,
        "confirmer": person in crew.confirmers,
        "incoming": person in permit.offers.values(),
        "coordinator": person == permit.coordinator,
    }
    found = {duty for duty, held in named.items() if held}
    return frozenset(found | _duties_by_post(permit, person, facts) | {"bystander"})


def _duties_by_post(permit: Permit, person: str, facts: Facts) -> set[str]:
    stage = permit.stage()
    routed = {post for s in permit.stages for post in s.posts} | {AREA_HEAD}
    found = set()
    if stage and any(_decides(permit, stage, post, person, facts) for post in stage.posts):
        found.add("approver")
    if stage and post_of(permit, stage, person, facts):
        found.add(SIGNER)
    if person in permit.copies.persons or any(person in facts.holders(p) for p in permit.copies.posts):
        found.add("copied")
    if person in reviewers(permit, facts):
        found.add("reviewer")
    if any(person in facts.holders(post) for post in routed):
        found.add("issuer")
    for post, duty in (
        ("shift_leader", "shift_leader"),
        ("control_room", "control"),
        ("acceptor", "acceptor"),
    ):
        if person in facts.holders(post):
            found.add(duty)
    if not facts.holders("acceptor") and person in facts.holders(AREA_HEAD):
        found.add("acceptor")
    return found


def _decides(permit: Permit, stage: Stage, post: str, person: str, facts: Facts) -> bool:
    """Whether the stage is his business. Who holds the post is told why he may not sign, rather than
    nothing."""
    return (
        person in facts.holders(post)
        or person in signers(permit, stage, post, facts)
        or any(h.by == person and person in entitled(permit, post, facts) for h in permit.handed)
    )
