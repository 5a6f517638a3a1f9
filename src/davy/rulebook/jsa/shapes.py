"""What the endpoints of a company's own hazard analysis take and give."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.accounts.reference import Input
from davy.problems.shapes import Words

__all__ = ["JsaOut", "JsaRowIn", "JsaRowOut", "ScaleChoice"]

Text = Annotated[str, Field(min_length=1, max_length=200)]
Codes = Annotated[list[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]], Field(max_length=20)]
Score = Annotated[str, Field(pattern=r"^[0-9]{1,5}(\.[0-9]{1,2})?$")]
Colour = Literal["red", "orange", "yellow"]


class JsaControl(Schema):
    """What is done against a hazard, in both languages."""

    zh: Text
    en: Text


class JsaRowIn(Input):
    """A row that the company always asks about. `kind` is one of the kinds of consequence; empty `types` and
    `equipment`: for every work, whatever the equipment."""

    kind: Annotated[str, Field(max_length=40)]
    about: Literal["environment", "equipment", "people"]
    types: Codes = Field(default_factory=list)
    equipment: Codes = Field(default_factory=list)
    zh: Text
    en: Text
    controls: Annotated[list[JsaControl], Field(min_length=1, max_length=8)]


class JsaRowOut(JsaRowIn):
    """A row of the register. One that was withdrawn is asked no more; permits that have it keep it."""

    id: UUID
    withdrawn: bool


class ScaleChoice(Input):
    """Which scale grades new requests, and from which lower scores a colour stands."""

    scale: Annotated[str, Field(max_length=16)]
    bands: dict[Colour, Score] = Field(default_factory=dict)


class ScaleBand(Schema):
    """From this score on a colour stands: as shipped, and as it counts here."""

    grade: Colour
    shipped: str
    here: str


class ScaleRow(Schema):
    """A scale that may be chosen; `certainty` tells whether anybody has confirmed its figures."""

    id: str
    title: Words
    source: str
    certainty: Literal["stated", "to_confirm"]
    chosen: bool
    bands: list[ScaleBand]


class JsaKind(Words):
    """A kind of consequence or of equipment."""

    id: str


class JsaWork(Schema):
    """A type of work by its name."""

    id: str
    title: Words


class JsaOut(Schema):
    """The scales, what rows may name, the company's rows, and whether the reader may change them."""

    scales: list[ScaleRow]
    kinds: list[JsaKind]
    works: list[JsaWork]
    equipment: list[JsaKind]
    rows: list[JsaRowOut]
    may_write: bool
