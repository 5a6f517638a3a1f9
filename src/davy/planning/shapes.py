"""What the endpoints of planned work take and give."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.accounts.reference import Input, Paging

__all__ = ["BookingIn", "BookingOut", "BookingsWanted", "DecisionIn", "OrderIn", "OrderOut", "OrdersWanted"]

Text = Annotated[str, Field(min_length=1, max_length=120)]
BookingState = Literal["asked", "approved", "refused", "withdrawn"]


class OrderIn(Input):
    """A maintenance plan or work order as entered; both days are included. Without an equipment it is for the
    whole site."""

    site_id: UUID
    number: Annotated[str, Field(min_length=1, max_length=64)]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    source: Literal["plan", "order"]
    equipment_code: str = Field("", max_length=64)
    starts_on: date
    ends_on: date
    open: bool = True


class OrderOut(OrderIn):
    """A maintenance plan or work order."""

    id: UUID


class OrdersWanted(Paging):
    """Which of them."""

    open: bool | None = None


class BookingIn(Input):
    """Special work asked for ahead. On the day itself only as urgent, with its reason."""

    point_id: UUID
    order_id: UUID | None = None
    applicant_unit: Text
    work_unit: Text
    content: Annotated[str, Field(min_length=1, max_length=2000)]
    templates: Annotated[list[Annotated[str, Field(max_length=60)]], Field(min_length=1, max_length=8)]
    level: str = Field("", max_length=16)
    starts_at: datetime
    ends_at: datetime
    urgent: bool = False
    reason: str = Field("", max_length=500)


class BookingOut(Schema):
    """A booking with the names of place and people."""

    id: UUID
    state: BookingState
    site_id: UUID
    area_id: UUID
    area: str
    point_id: UUID
    point: str
    order_id: UUID | None
    order_number: str | None
    applicant_unit: str
    work_unit: str
    content: str
    templates: list[str]
    level: str
    starts_at: datetime
    ends_at: datetime
    urgent: bool
    reason: str
    booked_by: UUID
    booked_by_name: str | None
    booked_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    note: str
    mine: bool
    may_decide: bool


class BookingsWanted(Schema):
    """Those whose stretch shares time with [start, end)."""

    start: datetime
    end: datetime
    area: UUID | None = None
    state: BookingState | None = None


class DecisionIn(Input):
    """Approved or not; a refusal says why."""

    approve: bool
    note: str = Field("", max_length=500)
