"""What the endpoints of what firms hand in give."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema

from davy.accounts.reference import Paging

__all__ = ["SubmissionOut", "SubmissionsWanted", "SubmittedOut"]

State = Literal["waiting", "confirmed", "refused", "taken_back"]
Kind = Literal["paper", "certificate", "admission"]


class SubmissionOut(Schema):
    """What a firm handed in, as the firm reads it. ``body``: the fields as told; ``why`` it was refused."""

    id: UUID
    kind: Kind
    person_id: UUID | None
    person_name: str | None
    body: dict[str, Any]
    scan: str
    state: State
    at: datetime
    decided_at: datetime | None
    why: str


class SubmittedOut(SubmissionOut):
    """The same as the plant reads it: of which firm, by whom, decided by whom; ``may_decide`` for the reader
    alone."""

    firm_id: UUID
    firm_name: str
    by: str | None
    decided_by: str | None
    may_decide: bool


class SubmissionsWanted(Paging):
    """Which: of one state, of one firm."""

    state: State | None = None
    firm_id: UUID | None = None
