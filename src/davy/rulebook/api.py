"""HTTP for the rulebook: what is in force here, and what was recalled of it. Recalls go through POST
/commands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Router, Schema

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.people import queries as people
from davy.permits import queries as permits
from davy.problems.shapes import Words
from davy.rulebook import books, law, recalls
from davy_core.rulebooks.recall import Recall, stream_of

__all__ = ["router"]

router = Router(tags=["rulebook"])


class PackOut(Schema):
    """One standard as a pack of requirements; `requirements` counts those over all types of work."""

    id: str
    version: str
    title: Words
    source: str
    effective: date
    requirements: int


class WorkRules(Schema):
    """The rules that a request of this type submitted now would stand on. `basis` is their SHA-256;
    `requirements` counts all of them, the site's own among them."""

    type: str
    title: Words
    basis: str
    requirements: int
    recalled: bool


class Signer(Schema):
    """Who did it, and when."""

    id: UUID
    name: str | None
    at: datetime


class RecallOut(Schema):
    """A recall. It stands from `confirmed` until two people have lifted it; `lifting` is the first of them.
    `stream` is what its commands go to, `reason` the newest words, `live` how many permits on these rules are
    issued, active or paused."""

    basis: str
    stream: str
    state: Literal["requested", "recalled", "lifting", "lifted"]
    reason: str
    requested: Signer
    confirmed: Signer | None
    lifting: Signer | None
    live: int


class RulebookOut(Schema):
    """What is in force here."""

    packs: list[PackOut]
    works: list[WorkRules]
    recalls: list[RecallOut]


@router.get("/rulebook", response=RulebookOut)
@allow("rulebook", "read")
def get_rulebook(request: TenantRequest) -> dict[str, Any]:
    """Packs, the basis of each type of work, and recalls."""
    company = request.company.id
    found = recalls.all_of(company)
    named = {p for r, _ in found for p in (r.requested_by, r.confirmed_by, r.lift_by) if p}
    names = people.names(company, named)
    return {
        "packs": law.standards(),
        "works": [_work(company, work_type) for work_type in law.templates()],
        "recalls": [_recall(company, recall, reason, names) for recall, reason in found],
    }


def _work(company: UUID, work_type: str) -> dict[str, Any]:
    book = books.current(company, work_type)
    return {
        "type": work_type,
        "title": book.template["title"],
        "basis": book.basis,
        "requirements": len(book.requirements),
        "recalled": recalls.stands(company, book.basis),
    }


def _recall(company: UUID, recall: Recall, reason: str, names: dict[str, str]) -> dict[str, Any]:
    return {
        "basis": recall.basis,
        "stream": f"rulebook/{stream_of(recall.basis)}",
        "state": recall.state,
        "reason": reason,
        "requested": _signer(recall.requested_by, recall.requested_at, names),
        "confirmed": _signer(recall.confirmed_by, recall.confirmed_at, names),
        "lifting": _signer(recall.lift_by, recall.lift_at, names),
        "live": len(permits.live_on_basis(company, recall.basis)),
    }


def _signer(person: str | None, at: datetime | None, names: dict[str, str]) -> dict[str, Any] | None:
    return None if person is None else {"id": person, "name": names.get(person), "at": at}
