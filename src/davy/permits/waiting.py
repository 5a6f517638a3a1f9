"""The permits that nobody can sign as the plant's posts are filled now: why, and whose business it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.people import queries as people
from davy.permits import queries
from davy.permits.agenda import bare_facts
from davy.permits.card_route import stuck_json, title_of
from davy.permits.facts import posts_here
from davy_core.permits.entitled import Stuck, stuck
from davy_core.permits.plain import from_plain, to_plain
from davy_core.permits.state import Permit

__all__ = ["stuck_permits"]


def stuck_permits(company_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """Every submitted permit that is stuck, the one that waits longest first."""
    found: list[tuple[Permit, dict[str, Any], Stuck, dict[str, str]]] = []
    areas: dict[str, Any] = {}
    for doc, item in queries.submitted(company_id):
        permit: Permit = from_plain(Permit, doc)
        area, stage = permit.place.area, permit.stage()
        if area not in areas:
            areas[area] = posts_here(company_id, UUID(area), now)
        facts = replace(bare_facts(company_id, permit, now), posts=areas[area])
        waits = stuck(permit, stage, facts) if stage else None
        if waits is not None and stage is not None:
            found.append((permit, item, waits, title_of(permit, stage, facts)))
    names = people.names(company_id, {p for _, _, waits, _ in found for p in waits.people})
    return [_row(company_id, one, names, now) for one in found]


def _row(
    company_id: UUID,
    found: tuple[Permit, dict[str, Any], Stuck, dict[str, str]],
    names: Mapping[str, str],
    now: datetime,
) -> dict[str, Any]:
    permit, item, waits, title = found
    posts = {c: p.name for c, p in people.posts(company_id, UUID(permit.place.area), now).items()}
    told = stuck_json(waits, title, posts, lambda person: {"id": person, "name": names.get(person)})
    return {**told, "permit": item, "since": to_plain(permit.stage_since)}
