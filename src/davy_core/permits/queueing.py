"""What waits for one person's signature, in which order, and what would stand in its way.

The order is a help for the eye: it decides nothing, and nobody's deadline moves by it (S20).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from davy_core.outcome import Reason, Refused
from davy_core.permits.command import Command
from davy_core.permits.decide import decide
from davy_core.permits.entitled import awaited, post_of
from davy_core.permits.facts import Actor, Facts, Fix
from davy_core.permits.parts import Stage
from davy_core.permits.signing import critical
from davy_core.permits.state import Permit
from davy_core.signatures.ways import Proof

GRADES = ("red", "orange", "yellow", "blue")
"""The risk colours, the gravest first."""
UNGRADED = 99
"""Below every level: work without levels."""

Standing = Literal["holder", "deputy", "delegate", "superior"]
Rank = tuple[bool, int, int, str]


@dataclass(frozen=True)
class Asked:
    """The post whose decision waits for this person, as what he gives it, and who sent him (a delegate's)."""

    post: str
    standing: Standing
    sent_by: str | None = None


def asked_of(permit: Permit, stage: Stage, person: str, facts: Facts) -> Asked | None:
    """The decision of this stage that is this person's business now: he signs for it, or he holds its post
    and is told why he may not. None when it waits for others."""
    if any(s.person == person and s.stage == stage.id for s in permit.signatures):
        return None
    post = post_of(permit, stage, person, facts)
    if post is not None:
        return _as_what(post, person, facts)
    given_away = {h.post for h in permit.handed if h.stage == stage.id}
    held = (p for p in awaited(permit, stage) if p not in given_away and person in facts.holders(p))
    post = next(held, None)
    return _as_what(post, person, facts) if post else None


def _as_what(post: str, person: str, facts: Facts) -> Asked:
    own = facts.posts.get(post)
    if own is not None and person in facts.acting(post):
        return Asked(post, "holder" if own.holder == person else "deputy")
    sent = (d for code in facts.chain(post) for d in facts.delegates(code) if d.person == person)
    above = any(person in facts.acting(code) for code in facts.chain(post))
    found = None if above else next(sent, None)
    return Asked(post, "delegate", found.by) if found else Asked(post, "superior")


def rank(permit: Permit, levels: Sequence[str], since: datetime | None) -> Rank:
    """The place in the queue, the smaller the sooner: urgent repair, risk colour, level, then who waits
    longest. `levels` are those of the work, the gravest first. What is not graded counts as the gravest."""
    grade = GRADES.index(permit.risk_grade) if permit.risk_grade in GRADES else 0
    level = UNGRADED if permit.level == "none" else 0
    if permit.level in levels and permit.level != "none":
        level = list(levels).index(permit.level)
    return (not permit.urgent, grade, level, since.isoformat() if since else "")


def hindrances(permit: Permit, person: str, facts: Facts) -> tuple[Reason, ...]:
    """Every reason for which the door would refuse this person's signature now, though he gave all that is
    his own to give: every critical item confirmed, the strongest proof, handwriting, standing at the point.
    Empty when nothing but he himself stands in the way."""
    stage = permit.stage()
    if permit.state != "submitted" or stage is None:
        return (Reason("wrong_state", {"command": "sign_stage", "state": permit.state}),)
    given = {"stage": stage.id, "confirmed": list(critical(permit, facts)), "signature": "[]"}
    supposed = replace(
        facts,
        actor=Actor("person", person, Proof("passkey")),
        occurred_at=facts.now,
        clock="server",
        fix=Fix(0.0, 0.0),
    )
    said = decide(permit, Command("", "sign_stage", permit.id, given), supposed)
    return said.reasons if isinstance(said, Refused) else ()
