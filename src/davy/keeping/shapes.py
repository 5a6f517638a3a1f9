"""What keeping answers, as the interface describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = [
    "CopyIn",
    "CopyOf",
    "DueIn",
    "DueOut",
    "ErasureOut",
    "HoldOut",
    "KeptForOut",
    "PreviewOut",
    "PurposesOut",
    "RetentionOut",
]


class HoldOut(Schema):
    """A legal hold with the names of whom it is about and who placed and lifted it."""

    id: UUID
    about: Literal["permit", "person", "span"]
    permit_id: UUID | None
    permit_number: str | None
    person_id: UUID | None
    person_name: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    reason: str
    placed_by: UUID
    placed_by_name: str | None
    placed_at: datetime
    lifted_by: UUID | None
    lifted_by_name: str | None
    lifted_at: datetime | None
    lifted_why: str


class ErasureOut(Schema):
    """A request to erase a person. `words`, `files`, `kept`: what went and what stayed when it was carried
    out last."""

    id: UUID
    person_id: UUID
    person_name: str | None
    person_code: str | None
    state: Literal["requested", "part", "done", "withdrawn"]
    reason: str
    requested_by: UUID
    requested_by_name: str | None
    requested_at: datetime
    carried_by: UUID | None
    carried_by_name: str | None
    carried_at: datetime | None
    times: int
    words: int
    files: int
    kept: int


class KeptForOut(Schema):
    """How long records are kept at the least, by which clause; `grade` is how sure that is."""

    days: int
    clause: str
    also: str | None
    grade: str


class WhomOut(Schema):
    """Whom a preview is about."""

    id: UUID
    name: str


class GoesOut(Schema):
    """How much would go."""

    records: int
    words: int
    files: int


class StaysOut(Schema):
    """A record that stays: it is not over (`open`), its period runs (`until`), or a hold covers it."""

    kind: str
    id: UUID
    number: str | None
    why: Literal["open", "period", "hold"]
    until: datetime | None
    hold: UUID | None
    words: int
    files: int


class AlikeOut(Schema):
    """A text in which the name stands and that may be about somebody else; `word` names it in the command."""

    word: str
    label: str
    kind: str
    id: UUID
    number: str | None
    text: str


class PreviewOut(Schema):
    """What would go and what would stay. Of each text of `alike` somebody decides, else nothing goes.
    `refused` are the reasons why nothing may go now. `whole`: not even his name would stay.
    `stays` lists some, `stays_total` counts all."""

    person: WhomOut
    refused: list[dict[str, Any]]
    whole: bool
    goes: GoesOut
    alike: list[AlikeOut]
    stays: list[StaysOut]
    stays_total: int
    period: KeptForOut


class ShorterOut(Schema):
    """A shorter period that somebody signed and that can be taken back until it is in force (`starts`)."""

    days: int
    starts: datetime
    at: datetime
    by_name: str | None
    reason: str


class KeptPeriodOut(KeptForOut):
    """How long one thing is kept; `law` are the days that the law asks for at the least."""

    what: str
    law: int
    shorter: ShorterOut | None


class KindCountOut(Schema):
    """How many records of one kind are past their period."""

    id: str
    n: int


class DueItemOut(Schema):
    """A record past its period: when it last changed, itself or a permit that leans on it, and how much of
    it is somebody's own. `why`: what keeps it all the same; null when it may go."""

    kind: Literal["permit", "isolation", "scheme", "outage", "alarm", "emergency"]
    id: UUID
    number: str | None
    type: str | None
    last: datetime
    why: Literal["open", "period", "hold"] | None
    until: datetime | None
    hold: UUID | None
    words: int
    files: int


class DueIn(Schema):
    """Which records past their period: of one kind, only those that may go or that are kept, which page."""

    kind: Literal["", "permit", "isolation", "scheme", "outage", "alarm", "emergency"] = ""
    only: Literal["", "ready", "kept"] = ""
    page: int = Field(1, ge=1, le=1000)


class DueOut(Schema):
    """`total` counts all of the kind that was asked for, `judged` those that were looked at, the oldest
    first, of which `ready` may go and `kept` may not; `found` of these fit, and one page of them is here."""

    total: int
    kinds: list[KindCountOut]
    judged: int
    ready: int
    kept: int
    found: int
    items: list[DueItemOut]
    page: int
    size: int
    period: KeptPeriodOut


class NightsOut(Schema):
    """Whether each night removes what is past its period, so many records at the most."""

    on: bool
    most: int
    reason: str
    switched_at: datetime
    switched_by_name: str | None


class BatchOut(Schema):
    """Records that a person confirmed, or that one night took (`standing`): what came of them."""

    id: UUID
    standing: bool
    reason: str
    ordered_by: UUID
    ordered_by_name: str | None
    ordered_at: datetime
    ended_at: datetime | None
    removed: int
    kept: int
    waiting: int


class RetentionOut(Schema):
    """How long what is kept, and what was removed, the newest first. A shorter period is in force `wait` days
    after it was signed."""

    periods: list[KeptPeriodOut]
    wait: int
    standing: NightsOut | None
    batches: list[BatchOut]


class CopyIn(Input):
    """With which password somebody takes the copy of what is kept of himself."""

    password: str = Field(min_length=1, max_length=256)


class CopyOf(CopyIn):
    """The same for somebody else, and why: he asked for it, and how."""

    why: str = Field(min_length=2, max_length=200)


class SaidOut(Schema):
    """A sentence in both languages."""

    zh: str
    en: str


class PurposeOut(SaidOut):
    """One thing that is kept: what for, on which ground of the law, how long; `sensitive`: PIPL art. 28."""

    id: str
    why: SaidOut
    basis: Literal["duty", "contract", "consent"]
    sensitive: bool
    law: str
    period: SaidOut


class PurposesOut(Schema):
    """All of them; `grade`: how sure the reading of the law is."""

    grade: str
    purposes: list[PurposeOut]
