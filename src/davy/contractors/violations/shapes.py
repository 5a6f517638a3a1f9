"""What the endpoints of violations of firms take and give."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = [
    "FirmViolationAnswer",
    "FirmViolationIn",
    "FirmViolationOut",
    "FirmViolationsOut",
    "OwnViolationOut",
]


class FirmViolationIn(Input):
    """What happened, against which clause of law or safety agreement, and what it costs in yuan."""

    firm_id: UUID
    happened_on: date
    what: str = Field(min_length=2, max_length=400)
    clause: str = Field(min_length=2, max_length=128)
    amount: Decimal = Field(ge=0, max_digits=10, decimal_places=2)
    permit_id: UUID | None = None
    photo: str = Field("", max_length=64)


class FirmViolationAnswer(Input):
    """What the firm says to it."""

    answer: str = Field(min_length=2, max_length=400)


class OwnViolationOut(Schema):
    """A violation as its firm reads it; a withdrawn one costs nothing and says why."""

    id: UUID
    happened_on: date
    what: str
    clause: str
    amount: Decimal
    permit_number: str | None
    photo: str
    answer: str
    answered_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_why: str


class FirmViolationOut(OwnViolationOut):
    """The same as the plant reads it: by whom."""

    by: str | None
    answered_by: str | None
    withdrawn_by: str | None


class FirmPermitChoice(Schema):
    """A permit on which people of the firm stood."""

    id: UUID
    number: str


class FirmViolationsOut(Schema):
    """The violations of a firm, the latest first; how many of this year stand, and what they cost in yuan."""

    items: list[FirmViolationOut]
    this_year: int
    cost: Decimal
    permits: list[FirmPermitChoice]
