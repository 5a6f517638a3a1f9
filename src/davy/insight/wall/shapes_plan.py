"""The shapes of what stands on the plan beside permits."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.permits.shapes import PermitState
from davy.problems.shapes import Words

__all__ = ["SitePlan"]

Grade = Literal["red", "orange", "yellow", "blue"]


class Spot(Schema):
    """A place on the drawing; null where nobody drew it."""

    x: float | None
    y: float | None


class Frozen(Schema):
    """Which post stopped all work here, who, and when."""

    post: str
    by: str | None
    at: datetime


class Stops(Schema):
    """A permit that a freeze of its area pauses."""

    id: UUID
    number: str | None
    type: str
    state: PermitState
    point: str | None


class PlanArea(Spot):
    """An area: the grade the plant declares for it, the grades of the work on it (`unknown`: not graded), and
    what a freeze would stop."""

    id: UUID
    name: str
    code: str
    risk_grade: Grade | None
    risks: list[Literal["red", "orange", "yellow", "blue", "unknown"]]
    frozen: Frozen | None
    stops: list[Stops]


class Here(Schema):
    """Somebody checked in on a permit, or inside its space."""

    id: UUID
    name: str | None
    inside: bool
    duty: Literal["responsible", "guardian", "worker"]


class PlanPeople(Spot):
    """The people on one permit."""

    permit: UUID
    number: str | None
    point: str | None
    point_id: UUID
    here: list[Here]


class PlanIsolation(Spot):
    """An isolation that stands: how many points, how many of them verified; `at_area` when only its area is
    drawn."""

    id: UUID
    number: str
    title: str
    state: str
    points: int
    verified: int
    point_id: UUID | None
    at_area: bool


class PlanBell(Spot):
    """An open red alarm."""

    id: UUID
    title: Words
    number: str | None
    permit: UUID | None
    point: str | None
    point_id: UUID | None
    state: str
    at: datetime


class SitePlan(Schema):
    """What stands on the plan of a site beside its permits."""

    areas: list[PlanArea]
    people: list[PlanPeople]
    isolations: list[PlanIsolation]
    bells: list[PlanBell]
