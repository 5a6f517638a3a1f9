"""Shapes of reminders over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.accounts.reference import Input

__all__ = [
    "PaperDueOut", "ReminderStepOut", "ReminderStepsIn", "ReminderStepsOut", "RenewalBookingIn",
    "RenewalBookingOut", "RenewalFormOut", "RenewalListOut", "RenewalName", "What",
]  # fmt: skip

What = Literal["certificate", "review", "checkup", "training"]


class RenewalName(Schema):
    """A name in both languages."""

    zh: str
    en: str


class ReminderStepOut(Schema):
    """A step that is over with: days before the end (-1: it has ended, -2: the eve of an appointment)."""

    step: int
    at: datetime
    told: bool
    missed: bool


class RenewalBookingOut(Schema):
    """An appointment for the renewal."""

    on: date
    place: str
    note: str


class PaperDueOut(Schema):
    """A paper that ends soon or has ended: days that are left (below zero: since), what was told of it, the
    next day on which something is told, and an appointment."""

    what: What
    paper_id: UUID
    person_id: UUID
    person: str
    name: RenewalName
    day: date
    left: int
    steps: list[ReminderStepOut]
    next_on: date | None
    booking: RenewalBookingOut | None


class RenewalBookingIn(Input):
    """An appointment for renewing a paper."""

    on: date
    place: str = Field(min_length=2, max_length=128)
    note: str = Field("", max_length=200)


class ReminderStepsIn(Input):
    """Days before the end; null: those of the contract."""

    days: list[int] | None = Field(None, max_length=12)


class ReminderStepsOut(Schema):
    """The steps in force for a kind of paper, whether they are the company's own, and on what they stand."""

    what: What
    name: RenewalName
    days: list[int]
    own: bool
    clause: str


class RenewalBringOut(RenewalName):
    """One thing to bring, and the form that goes with it."""

    form: str | None


class RenewalFormOut(Schema):
    """A form with lines to be filled by hand."""

    id: str
    name: RenewalName
    lines: list[RenewalName]


class RenewalListOut(Schema):
    """What to bring for the renewal of a kind of paper, with the forms."""

    what: What
    name: RenewalName
    clause: str
    bring: list[RenewalBringOut]
    forms: list[RenewalFormOut]
