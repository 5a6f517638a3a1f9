"""What the endpoints of what firms hand in give."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input, Paging

__all__ = [
    "SubmissionDecided", "SubmissionDoubt", "SubmissionOut", "SubmissionSeen", "SubmissionsSeen",
    "SubmissionsWanted", "SubmittedOut",
]  # fmt: skip

State = Literal["waiting", "confirmed", "refused", "taken_back"]
Kind = Literal["paper", "person", "certificate", "admission"]


class SubmissionOut(Schema):
    """What a firm handed in, as the firm reads it. ``body``: the fields as told; ``why`` it was refused."""

    id: UUID
    kind: Kind
    person_id: UUID | None
    of_id: UUID | None
    person_name: str | None
    body: dict[str, Any]
    scan: str
    state: State
    at: datetime
    decided_at: datetime | None
    why: str


class SubmissionDoubt(Schema):
    """Something to doubt; ``stops``: it cannot be confirmed as it is."""

    code: str
    stops: bool
    zh: str
    en: str


class SubmittedOut(SubmissionOut):
    """The same as the plant reads it: of which firm, by whom, decided by whom; ``may_decide`` for the reader
    alone."""

    firm_id: UUID
    firm_name: str
    by: str | None
    decided_by: str | None
    may_decide: bool
    doubts: list[SubmissionDoubt]


class SubmissionSeen(Input):
    """One that is to be confirmed, with the doubts that were shown of it."""

    submission_id: UUID
    doubts: list[Annotated[str, Field(max_length=32)]] = Field([], max_length=20)


class SubmissionsSeen(Input):
    """Several to be confirmed at once."""

    rows: list[SubmissionSeen] = Field(min_length=1, max_length=200)


class SubmissionDecided(Schema):
    """What came of one: confirmed, or why not."""

    id: UUID
    confirmed: bool
    zh: str
    en: str


class SubmissionsWanted(Paging):
    """Which: of one state, of one firm."""

    state: State | None = None
    firm_id: UUID | None = None
