"""What the verification endpoints take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input, Paging

__all__ = [
    "ConnectorIn",
    "ConnectorOut",
    "FrozenOut",
    "NightDetailOut",
    "NightOut",
    "OfficialPageOut",
    "State",
    "TriedOut",
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


class ConnectorIn(Input):
    """The query service as entered. ``token`` None keeps the one there is, empty takes it away; ``names``:
    what an answer calls our fields, as paths with dots."""

    url: str = Field(max_length=500)
    token: str | None = Field(None, max_length=500)
    private_net: bool = False
    enabled: bool = True
    hour: int = 2
    names: dict[str, str] = Field(default_factory=dict)


class ConnectorOut(Schema):
    """The query service; its key is never told, only whether there is one."""

    url: str
    has_token: bool
    private_net: bool
    enabled: bool
    hour: int
    names: dict[str, str]


class TriedOut(Schema):
    """What the service answered about one certificate, as Davy read it, or the code of its trouble."""

    answer: dict[str, Any] | None
    trouble: str


class NightOut(Schema):
    """One run over all certificates: ``fresh`` are those newly refuted, ``silent`` were not answered."""

    id: UUID
    day: date
    by: str
    state: Literal["going", "done", "doubted", "failed"]
    started_at: datetime
    ended_at: datetime | None
    rests_until: datetime | None
    trouble: str
    total: int
    confirmed: int
    against: int
    unknown: int
    silent: int
    fresh: int


class NightRowOut(Schema):
    """A certificate that a night did not confirm: its verdict, or why nobody answered."""

    certificate_id: UUID
    person: str
    person_code: str
    item: str
    verdict: str
    trouble: str
    tries: int
    done: bool


class NightDetailOut(NightOut):
    """The report of one night."""

    rows: list[NightRowOut]


class LookedUpIn(Input):
    """What was read or typed: a badge, a staff code, the number of a certificate, or the text of its code."""

    text: str = Field(min_length=1, max_length=2000)


class LookedPersonOut(Schema):
    """Whose it is; ``photo`` is an attachment, empty where none is kept."""

    id: UUID
    name: str
    hr_code: str
    photo: str
    status: str
    trade: str
    team: str
    firm: str | None


class LookedPaperOut(VerifiedOut):
    """A certificate of his; ``standing`` by its days."""

    standing: str


class LookedPermitOut(Schema):
    """A running permit that names him."""

    id: UUID
    number: str | None
    type: str
    state: Literal["issued", "active", "paused"]
    area: str | None
    ends_at: datetime


class LookedUpOut(Schema):
    """What is known of whoever it points to. ``word`` is the gravest that is known; ``code`` says what was
    read (link, claim, bare, nothing), ``link`` is for a person to open and proves nothing; ``barred``: works
    he must not take part in, empty = all, null = none."""

    word: Literal["unknown", "left", "frozen", "banned", "against", "doubted", "ended", "unverified", "good"]
    at: datetime
    code: str
    link: str
    code_differs: list[str]
    person: LookedPersonOut | None
    papers: list[LookedPaperOut]
    permits: list[LookedPermitOut]
    barred: list[str] | None
