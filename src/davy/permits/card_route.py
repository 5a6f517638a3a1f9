"""A permit's route for a screen: its nodes, who may sign now, what stands in the way, what may be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from davy.evidence import queries as evidence
from davy.people import queries as people
from davy.permits.card_turn import last_turn
from davy_core.instants import iso
from davy_core.permits.entitled import Stuck, awaited, barred, entitled, post_of, signers, stuck
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Signature, Stage
from davy_core.permits.plain import to_plain
from davy_core.permits.reviewing import review_due
from davy_core.permits.state import Permit
from davy_core.permits.strength import asked, because
from davy_core.signatures.ways import LEVELS, PASSWORD

__all__ = ["Route", "of", "stuck_json", "title_of"]

Rows = list[dict[str, Any]]
ADDED = {"zh": "加签", "en": "Added signer"}


def of(company_id: UUID, permit: Permit, facts: Facts) -> Route:
    """The route of one permit as its reader (the actor of the facts) may see it."""
    posts = {code: post.name for code, post in people.posts(company_id, _area(permit), facts.now).items()}
    return Route(company_id, permit, facts, posts)


def _area(permit: Permit) -> UUID:
    return UUID(permit.place.area)


@dataclass
class Route:
    """Builds the answer. `posts` are the names of the area's posts by code."""

    company: UUID
    permit: Permit
    facts: Facts
    posts: Mapping[str, str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of everybody the route speaks of, asked once."""
        permit, facts = self.permit, self.facts
        found = {s.person for s in permit.signatures} | {h.by for h in permit.handed}
        found |= {*permit.added_by.values(), *permit.copies.persons, *permit.copies.read}
        found |= {p for stage in permit.stages for post in stage.posts for p in entitled(permit, post, facts)}
        found |= {p for post in self.posts for p in facts.holders(post)}
        return people.names(self.company, [p for p in found if len(p) == 36])

    @property
    def shown(self) -> dict[str, Any]:
        """The part of the card that tells the route."""
        return {"stages": self.stages, "route": self.answer}

    @property
    def stages(self) -> Rows:
        """The nodes with who may sign, who signed, and when the current one is due."""
        return [self._stage(stage) for stage in self.permit.stages]

    @property
    def answer(self) -> dict[str, Any]:
        """What stands in the way, and what the reader may do with the decision."""
        stage = self.permit.stage() if self.permit.state == "submitted" else None
        mine = stage is not None and self._is_mine(stage)
        waits = stuck(self.permit, stage, self.facts) if stage else None
        return {
            "stuck": self._stuck(waits, stage) if waits and stage else None,
            "back_to": self._before(stage) if stage and mine else [],
            "add": self._addable() if mine else [],
            "hand_to": self._takers(stage) if stage and mine else [],
            "copy_posts": [{"code": code, "name": name} for code, name in self.posts.items()],
            "urgent": self._urgent(),
            "turn": last_turn(self.company, self.permit),
            "copies": self._copies(),
        }

    def _stuck(self, waits: Stuck, stage: Stage) -> dict[str, Any]:
        return stuck_json(waits, title_of(self.permit, stage, self.facts), self.posts, self.named)

    def named(self, person: str | None) -> dict[str, Any] | None:
        """A person with his name."""
        return None if person is None else {"id": person, "name": self.names.get(person)}

    def _all(self, persons: Iterable[str]) -> Rows:
        return [{"id": p, "name": self.names.get(p)} for p in persons]

    def _stage(self, stage: Stage) -> dict[str, Any]:
        permit = self.permit
        current = permit.stage() if permit.state == "submitted" else None
        is_current = current is not None and stage.id == current.id
        since = permit.stage_since if is_current else None
        return {
            "id": stage.id,
            "title": title_of(permit, stage, self.facts),
            "posts": [self._post(stage, post) for post in stage.posts],
            "mode": stage.mode,
            "on_site": stage.on_site,
            "radius_m": stage.radius_m,
            "due": iso(since + timedelta(seconds=stage.deadline_s)) if since else None,
            "current": is_current,
            "added_by": self.named(permit.added_by.get(stage.id)),
            "least": asked(permit, "sign_stage", stage.id, self.facts.rulebook),
            "why": because(permit, "sign_stage", stage.id, self.facts.rulebook),
            "signed": [
                {"person": self.named(s.person), "post": s.post, "at": iso(s.at), **self._made(s)}
                for s in permit.signatures
                if s.stage == stage.id
            ],
        }

    def _made(self, given: Signature) -> dict[str, Any]:
        """How it was signed, and how much that proves."""
        way = self.permit.ways.get(f"{given.stage}:{given.person}", PASSWORD.way)
        return {"way": way, "level": LEVELS[way]}

    def _post(self, stage: Stage, post: str) -> dict[str, Any]:
        permit = self.permit
        signed = any(s.stage == stage.id and s.post == post for s in permit.signatures)
        now = self.facts.holders(post) if signed else signers(permit, stage, post, self.facts)
        handed = next((h.by for h in permit.handed if (h.stage, h.post) == (stage.id, post)), None)
        return {
            "code": post,
            "name": self.posts.get(post),
            "holders": self._all(now),
            "signed": signed,
            "handed_by": self.named(handed),
        }

    def _is_mine(self, stage: Stage) -> bool:
        person = self.facts.actor.person or ""
        if person in barred(self.permit):
            return False
        return any(person in entitled(self.permit, p, self.facts) for p in awaited(self.permit, stage))

    def _before(self, stage: Stage) -> list[str]:
        ids = [s.id for s in self.permit.stages]
        return ids[: ids.index(stage.id)]

    def _addable(self) -> Rows:
        routed = {post for stage in self.permit.stages for post in stage.posts}
        found = ((code, entitled(self.permit, code, self.facts)) for code in self.posts if code not in routed)
        return [
            {"code": code, "name": self.posts[code], "holders": self._all(who)} for code, who in found if who
        ]

    def _takers(self, stage: Stage) -> Rows:
        person = self.facts.actor.person or ""
        post = post_of(self.permit, stage, person, self.facts)
        return self._all(p for p in entitled(self.permit, post, self.facts) if p != person) if post else []

    def _urgent(self) -> dict[str, Any] | None:
        permit = self.permit
        if not permit.urgent:
            return None
        review = permit.review
        given = (
            {"finding": review.finding, "by": self._by(review.by), "at": iso(review.at)} if review else None
        )
        return {"reason": self._why(), "review_due": to_plain(review_due(permit)), "review": given}

    def _by(self, person: str) -> dict[str, Any]:
        return {"id": person, "name": people.names(self.company, [person]).get(person)}

    def _why(self) -> str | None:
        """The reason the applicant gave last, as far as it was not erased."""
        events = evidence.events(self.company, "permit", UUID(self.permit.id))
        asked = [e.id for e in events if e.type in {"PermitDrafted", "PermitAmended"}]
        told = evidence.private(self.company, asked)
        said = [told[e.id, "urgent_reason"] for e in events if (e.id, "urgent_reason") in told]
        return said[-1].decode() if said else None

    def _copies(self) -> dict[str, Any]:
        copies = self.permit.copies
        return {
            "persons": [
                {"id": p, "name": self.names.get(p), "read_at": to_plain(copies.read.get(p))}
                for p in copies.persons
            ],
            "posts": [
                {
                    "code": code,
                    "name": self.posts.get(code),
                    "read_by": self._all(p for p in self.facts.holders(code) if p in copies.read),
                }
                for code in copies.posts
            ],
        }


def title_of(permit: Permit, stage: Stage, facts: Facts) -> dict[str, str]:
    """What a node is called."""
    if stage.id in permit.added_by:
        return ADDED
    rows = [r for r in facts.rulebook.routes if r["when"].get("type") in {None, permit.type}]
    own = [s for row in rows for s in row["stages"]]
    found = [s for s in own if s["id"] == stage.id]
    # Of two of one name the one with its posts.
    found.sort(key=lambda s: s["posts"] != list(stage.posts))
    return dict(found[0]["title"]) if found else {"zh": stage.id, "en": stage.id}


def stuck_json(
    found: Stuck, title: Mapping[str, str], posts: Mapping[str, str], named: Callable[[str], Any]
) -> dict[str, Any]:
    """Why a node cannot be signed, and who sees to it, in words of the plant."""
    code = found.owner
    return {
        "stage": found.stage,
        "title": dict(title),
        "post": {"code": found.post, "name": posts.get(found.post)},
        "reason": found.reason,
        "owner": {"code": code, "name": posts.get(code)} if code else None,
        "people": [named(p) for p in found.people],
    }
