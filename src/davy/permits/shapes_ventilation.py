"""The ventilation of a space, as the interface describes it. Concentrations and figures are decimal text."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.permits.shapes import Named
from davy.problems.shapes import Words, maybe

__all__ = ["EarlierSeries", "VentilationOut"]

GasUnit = Literal["%vol", "%LEL", "ppm", "mg/m3"]
FlowUnit = Literal["m3/h", "m3/min", "m3/s", "L/s", "CFM"]


class VentilationChoice(Words):
    """An arrangement of the duct with its mixing factor K, or a kind of work with its factor F."""

    id: str
    figure: str


class ResidueAsked(Schema):
    """A substance whose residue is to be entered; `required` when the register knows it at the place."""

    substance: str
    name: Words
    required: bool


class Amount(Schema):
    """A gas value with its unit."""

    value: str
    unit: GasUnit


class Flow(Schema):
    """What a fan moves, in the unit of its plate."""

    value: str
    unit: FlowUnit


class Held(Schema):
    """One residue as it was entered."""

    substance: str
    value: Amount


class ResidueRow(Schema):
    """One residue against one limit, in the limit's unit, with the time that it needs."""

    substance: str
    unit: GasUnit
    start: str
    limit: str
    basis: str
    seconds: int


class DecayReading(Schema):
    """One reading of an earlier ventilation."""

    at: datetime
    value: str


class DecayHistory(Schema):
    """Readings of one substance while the space was ventilated before."""

    substance: str
    unit: GasUnit
    flow: Flow
    readings: list[DecayReading]


class DecayFit(Schema):
    """The exponential through the history: `quality` is R², `mixing` the K that it shows."""

    start: str
    rate_per_h: str
    quality: str
    poor: bool
    readings: int
    mixing: str


class VentilationContent(Schema):
    """What was entered and what follows from it. Times in seconds, volumes in m³."""

    volume_m3: str
    flow: Flow
    duct: str
    work: str
    held: list[Held]
    unit_sure: bool
    flow_m3_per_h: str
    nominal_per_h: str
    effective_per_h: str
    mixing: str
    mixing_from: Literal["duct", "history"]
    factor: str
    least_s: int
    formula: str
    residues: list[ResidueRow]
    decides: ResidueRow
    minimum_s: int
    history: DecayHistory = maybe()
    asked_s: int = maybe()
    fit: DecayFit = maybe()


class CurvePoint(Schema):
    """A point of the expected decay."""

    seconds: int
    value: str


class VentilationPlanOut(Schema):
    """The plan. `intact` is false when its content no longer gives its check code."""

    version: int
    by: Named
    at: datetime
    minimum_s: int
    code: str
    intact: bool
    content: VentilationContent
    curve: list[CurvePoint]


class VentilationOut(Schema):
    """What the template offers, the plan, and since when the fan runs. `ready_at` is when the air may be
    tested, null while the fan stands still or nothing is planned."""

    due: bool
    formula: Words
    source: Words
    to_confirm: bool
    least_s: int
    ducts: list[VentilationChoice]
    works: list[VentilationChoice]
    flow_units: list[FlowUnit]
    asked: list[ResidueAsked]
    plan: VentilationPlanOut | None
    since: datetime | None
    ready_at: datetime | None


class EarlierSeries(Schema):
    """Readings of one substance at the same work point under one earlier permit."""

    permit: UUID
    number: str | None
    substance: str
    unit: GasUnit
    flow: Flow | None
    readings: list[DecayReading]
