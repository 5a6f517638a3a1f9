"""One person's tasks over all open permits, what lapses first on top."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.people import queries as people
from davy.permits import queries
from davy.permits.facts import posts_here
from davy.rulebook import books
from davy_core.permits.calling import call_every
from davy_core.permits.duties import person_duties
from davy_core.permits.facts import Actor, Facts
from davy_core.permits.gas_plan import gas_asked
from davy_core.permits.plain import from_plain, to_plain
from davy_core.permits.state import Permit
from davy_core.permits.todo import todo

__all__ = ["bare_facts", "of"]


def of(company_id: UUID, person_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """Every task with its permit; those without a deadline first, then by deadline."""
    held = {post.code for post in people.posts_of(company_id, person_id)}
    held |= people.signs_for(company_id, person_id, now)
    found: list[dict[str, Any]] = []
    areas: dict[str, Any] = {}
    for doc, item in queries.candidates(company_id, person_id, sorted(held)):
        permit: Permit = from_plain(Permit, doc)
        area = permit.place.area
        if area not in areas:
            areas[area] = posts_here(company_id, UUID(area), now)
        facts = bare_facts(company_id, permit, now)
        duties = person_duties(permit, str(person_id), replace(facts, posts=areas[area]))
        lifecycle = facts.rulebook.lifecycle.rules
        for task in todo(
            permit,
            str(person_id),
            duties,
            now,
            gas=gas_asked(permit, facts),
            calls=call_every(facts.rulebook),
        ):
            title = lifecycle[task.command]
            found.append(
                {
                    "permit": item,
                    "command": task.command,
                    "title": dict(title.title),
                    "due": to_plain(task.due),
                }
            )
    return sorted(found, key=lambda row: (row["due"] is not None, row["due"] or "", row["permit"]["id"]))


def bare_facts(company_id: UUID, permit: Permit, now: datetime) -> Facts:
    """The facts of a permit without anything around it: its rules and the time."""
    book = (
        books.pinned(company_id, permit.basis) if permit.basis else books.current(company_id, permit.template)
    )
    return Facts(now=now, occurred_at=now, actor=Actor("clock"), rulebook=book)
