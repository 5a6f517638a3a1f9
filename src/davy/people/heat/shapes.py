"""Shapes of the heat map over HTTP."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.people.heat.queries import By, State

__all__ = ["ForecastMonth", "HeatAsked", "HeatOut", "HeatPeople", "HeatPerson", "HeatRow"]


class HeatAsked(Schema):
    """By what people are counted."""

    by: By = "firm"


class HeatCounts(Schema):
    """People by the worst state of their certificates: frozen, one expired, one without an end, one that ends
    within 7, 30 or 90 days, all valid, none."""

    frozen: int
    expired: int
    unknown: int
    d7: int
    d30: int
    d90: int
    valid: int
    none: int


class HeatRow(Schema):
    """A firm (empty key: own staff), unit, team (of a firm) or trade."""

    key: str
    name: str
    firm: str
    total: int
    counts: HeatCounts


class HeatOut(Schema):
    """The map of a day."""

    by: By
    today: date
    rows: list[HeatRow]


class HeatPeople(HeatAsked):
    """The people of one count; without a key of all rows, without a state of all states."""

    key: str | None = Field(None, max_length=120)
    state: State | None = None
    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)


class HeatPaper(Schema):
    """A certificate by its item, its last day, and whether that is of its review."""

    name: str
    day: date | None
    review: bool


class HeatPerson(Schema):
    """A person of a count with his certificates, the first end in front."""

    id: UUID
    name: str
    hr_code: str
    firm: str | None
    unit: str | None
    team: str
    trade: str
    state: State
    day: date | None
    papers: list[HeatPaper]


class ForecastMonth(Schema):
    """What ends in a month, if nothing is renewed: papers by kind, and how many people have one of them."""

    month: str
    certificate: int
    review: int
    checkup: int
    training: int
    people: int
