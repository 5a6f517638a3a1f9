"""One person's approval queue: what waits for him with what stands in its way, and what waits for others.

A list to work through one by one: there is no way to decide several at once (S20). Inside a tenant block.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.door import answers
from davy.people import queries as people
from davy.permits import queries
from davy.permits.agenda import bare_facts
from davy.permits.card_route import title_of
from davy.permits.facts import posts_here, snapshot
from davy_core.instants import iso
from davy_core.permits.crossing import standing_conflicts
from davy_core.permits.entitled import awaited, signers, stuck
from davy_core.permits.facts import Facts, Post
from davy_core.permits.parts import Stage
from davy_core.permits.plain import from_plain, to_plain
from davy_core.permits.queueing import Asked, asked_of, hindrances, rank
from davy_core.permits.state import Permit
from davy_core.permits.strength import asked, because

__all__ = ["queue_of"]

LOOKED_THROUGH = 60
"""So many are judged in full; of a longer queue the rest follows when these are decided."""


@dataclass(frozen=True)
class Waiting:
    """A submitted permit at its current stage, with what is known without judging it."""

    permit: Permit
    item: Mapping[str, Any]
    stage: Stage
    facts: Facts


def queue_of(company_id: UUID, person_id: UUID, now: datetime) -> dict[str, Any]:
    """What waits for this person, the gravest and oldest first, and what waits for others, the oldest
    first."""
    person = str(person_id)
    waiting = list(_waiting(company_id, now))
    mine = [(w, a) for w in waiting if (a := asked_of(w.permit, w.stage, person, w.facts))]
    mine.sort(key=lambda pair: _rank(pair[0]))
    own = {w.permit.id for w, _ in mine}
    others = [w for w in waiting if w.permit.id not in own]
    shown = mine[:LOOKED_THROUGH]
    involved = set(map(str, queries.naming(company_id, [UUID(w.permit.id) for w in others], person_id)))
    told = _Told(company_id, now, _everybody(waiting))
    rows = [told.mine(w, a, person) for w, a in shown]
    # Within the order by risk, what he can decide comes before what still waits for somebody else.
    return {
        "mine": [r for r in rows if not r["against"]] + [r for r in rows if r["against"]],
        "more": len(mine) - len(shown),
        "others": [{**told.about(w), "involved": w.permit.id in involved} for w in others],
        "server_time": iso(now),
    }


def _waiting(company_id: UUID, now: datetime) -> Iterable[Waiting]:
    areas: dict[str, dict[str, Post]] = {}
    for doc, item in queries.submitted(company_id):
        permit: Permit = from_plain(Permit, doc)
        stage, area = permit.stage(), permit.place.area
        if stage is None:
            continue
        if area not in areas:
            areas[area] = posts_here(company_id, UUID(area), now)
        yield Waiting(permit, item, stage, replace(bare_facts(company_id, permit, now), posts=areas[area]))


def _rank(waiting: Waiting) -> Any:
    order = waiting.facts.rulebook.levels.order
    return (*rank(waiting.permit, order, waiting.permit.stage_since), waiting.permit.id)


def _everybody(waiting: Iterable[Waiting]) -> set[str]:
    found: set[str] = set()
    for w in waiting:
        for post in w.facts.posts.values():
            found |= {p for p in (post.holder, post.deputy) if p}
            found |= {p for d in post.delegates for p in (d.person, d.by)}
    return found


class _Told:
    """The rows in words; names and posts are asked once."""

    def __init__(self, company_id: UUID, now: datetime, persons: set[str]) -> None:
        self.company, self.now = company_id, now
        self.names = people.names(company_id, persons)
        self.posts: dict[str, dict[str, str]] = {}

    def about(self, w: Waiting) -> dict[str, Any]:
        """What every row tells: the permit, its stage, since when, until when, and for whom it waits."""
        permit, stage = w.permit, w.stage
        since = permit.stage_since
        ids = [s.id for s in permit.stages]
        waits = awaited(permit, stage)
        return {
            "permit": w.item,
            "stage": {
                "id": stage.id,
                "title": title_of(permit, stage, w.facts),
                "number": ids.index(stage.id) + 1,
                "of": len(ids),
                "on_site": stage.on_site,
                "least": asked(permit, "sign_stage", stage.id, w.facts.rulebook),
                "why": because(permit, "sign_stage", stage.id, w.facts.rulebook),
            },
            "urgent": permit.urgent,
            "since": to_plain(since),
            "due": iso(since + timedelta(seconds=stage.deadline_s)) if since else None,
            "waits_for": [self._post(w, code, signers(permit, stage, code, w.facts)) for code in waits],
            "stuck": stuck(permit, stage, w.facts) is not None,
        }

    def mine(self, w: Waiting, a: Asked, person: str) -> dict[str, Any]:
        """A row that waits for the reader: as what he decides, what is missing, what crosses."""
        permit = w.permit
        facts = snapshot(self.company, permit, permit.place.point, {}, now=self.now)
        against = hindrances(permit, person, facts)
        crossing = standing_conflicts(permit, facts)
        return {
            **self.about(w),
            "post": {"code": a.post, "name": self._title(w, a.post)},
            "standing": a.standing,
            "sent_by": self._named(a.sent_by),
            "against": answers.refused(0, against)["reasons"] if against else [],
            "conflicts": None if crossing is None else sum(not one.met for one in crossing),
        }

    def _post(self, w: Waiting, code: str, may_sign: Iterable[str]) -> dict[str, Any]:
        people_of = [self._named(p) for p in may_sign]
        return {"code": code, "name": self._title(w, code), "people": people_of}

    def _title(self, w: Waiting, code: str) -> str | None:
        area = w.permit.place.area
        if area not in self.posts:
            found = people.posts(self.company, UUID(area), self.now)
            self.posts[area] = {c: p.name for c, p in found.items()}
        return self.posts[area].get(code)

    def _named(self, person: str | None) -> dict[str, Any] | None:
        return None if person is None else {"id": person, "name": self.names.get(person)}
