"""What the verification endpoints take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema

from davy.accounts.reference import Paging

__all__ = [
    "FrozenOut",
    "OfficialPageOut",
    "State",
    "VerifiedDetailOut",
    "VerifiedOut",
    "VerifiedPageOut",
    "VerifiedStepOut",
    "VerifiedWanted",
    "VerifiedWords",
]

State = Literal[
    "confirmed", "differs", "not_found", "revoked", "doubted", "overdue", "waiting", "none"
]  # davy_core.verification.waiting


class VerifiedWords(Schema):
    """A text in both languages."""

    zh: str
    en: str


class VerifiedWanted(Paging):
    """Which certificates: in one state."""

    state: State | None = None


class VerifiedOut(Schema):
    """A certificate and what was verified of it. ``state`` is what counts today; ``verdict`` and ``source``
    are of the last answer, ``answered_at`` when it came; the number is masked for who need not know it."""

    id: UUID
    person_id: UUID
    person: str
    person_code: str
    person_status: str
    kind: str
    item: str
    number: str
    holder_name: str
    valid_from: date | None
    valid_to: date | None
    review_due: date | None
    state: State
    verdict: str | None
    source: str | None
    answered_at: datetime | None
    same_claim: bool
    differs: list[str]
    lacks: list[str]
    newer: list[str]
    evidence: str


class VerifiedPageOut(Schema):
    """One page of certificates; ``counts`` by state over all that the other filters let through."""

    items: list[VerifiedOut]
    counts: dict[str, int]
    total: int
    page: int
    size: int


class OfficialPageOut(Schema):
    """The official page for this kind of certificate: a person opens it; what it asks for, in its order.
    ``grade``: how sure we are of the address (C: seen, M: from memory)."""

    title: VerifiedWords
    url: str
    asks: list[VerifiedWords]
    grade: str


class VerifiedStepOut(Schema):
    """One event of a person's papers: ``data`` as recorded, ``answer`` what the source said where it is
    kept."""

    type: str
    at: datetime
    by: str
    by_name: str
    data: dict[str, Any]
    answer: dict[str, Any] | None
    reason: str


class VerifiedDetailOut(VerifiedOut):
    """The same with the official page, what each source proves, and all that happened, the newest first."""

    photo: str
    scan: str
    official: OfficialPageOut | None
    proves: dict[str, VerifiedWords]
    steps: list[VerifiedStepOut]


class FrozenOut(Schema):
    """Somebody who is frozen: why, for which certificate, on how many running permits, who asked for his
    thaw; ``against``: certificates of his that stand refuted."""

    person_id: UUID
    person: str
    person_code: str
    frozen_at: datetime
    frozen_by: str
    cause: str
    why: str
    certificate_id: UUID | None
    item: str
    against: int
    permits: int
    thaw_by: UUID | None
    thaw_by_name: str
    thaw_at: datetime | None
    thaw_reason: str
