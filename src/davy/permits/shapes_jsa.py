"""The hazard analysis of a permit, as the interface describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from davy.permits.shapes import Item, Named
from davy.problems.shapes import Words

__all__ = ["Grade", "HazardRow", "RiskOut", "ScaleOut"]

Grade = Literal["red", "orange", "yellow", "blue"]


class Proposal(Schema):
    """What is proposed by factor, without and with the controls."""

    before: dict[str, str]
    after: dict[str, str]


class HazardRow(Item):
    """A row of the JSA. `applies` is null until somebody answered it; `chosen` are ids of controls.

    `before` and `after` are the values by factor without and with the controls, empty where nothing was
    graded; `grade` is the colour that is left. `proposed` is null for a row that whoever confirms it grades
    himself; `note` are the controls of a row of this permit alone, in words."""

    controls: list[Item]
    source: Literal["template", "library", "company", "permit"]
    about: Literal["work", "environment", "equipment", "people"]
    consequence: Words
    proposed: Proposal | None
    note: str | None
    applies: bool | None
    chosen: list[str]
    by: Named | None
    at: datetime | None
    before: dict[str, str]
    after: dict[str, str]
    grade_before: Grade | None
    grade: Grade | None
    added_by: Named | None


class FactorValue(Words):
    """One value of a factor in plain words."""

    value: str


class FactorOut(Item):
    """A factor with its values, the worst first."""

    values: list[FactorValue]


class BandOut(Schema):
    """From this score on a risk has at least this colour; below every band it is blue."""

    grade: Grade
    from_: str = Field(alias="from")


class ScaleOut(Schema):
    """A method of grading: the score is the product of its factors."""

    id: str
    title: Words
    factors: list[FactorOut]
    bands: list[BandOut]


class RiskOut(Schema):
    """The permit's colour, null until every row is answered; `before` is that without any control."""

    grade: Grade | None
    before: Grade | None
    scale: ScaleOut
