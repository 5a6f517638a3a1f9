"""What a template and a proposal answer, as the interface describes it."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.permits.shapes import Item, PermitState, Span
from davy.permits.shapes_plan import EarlierPermit, PlanOffered
from davy.problems.shapes import Words, maybe

__all__ = [
    "AcceptanceItem", "FormField", "MeasureValue", "PhotoDuty", "ProposalOut", "TemplateOut",
    "TemplateRow", "WorkValue",
]  # fmt: skip

WorkValue = bool | int | str | list[str]
When = dict[str, bool | str | list[bool | str]]


class FormField(Schema):
    """A field of the request; `choices` only for choice and choices. Unless it is false, the job needs a
    permit of each type it `implies` as well."""

    id: str
    kind: Literal["bool", "choice", "choices", "text", "number", "quantity", "person"]
    required: bool
    label: Words
    help: Words = maybe()
    choices: list[Item] = maybe()
    unit: str = maybe()
    least: str = maybe()
    most: str = maybe()
    register_: str = maybe(alias="register")
    default: WorkValue = maybe()
    implies: list[str] = maybe()


class AcceptanceItem(Item):
    """What the acceptor looks at; `photo`: with a photo."""

    photo: bool


class PhotoDuty(Words):
    """A photo that is due in a state of the permit."""

    purpose: str
    state: PermitState


class MeasureValue(Item):
    """A figure that a measure asks for, in this unit."""

    unit: str


class CertificateDemand(Schema):
    """A certificate that a duty asks for; `when`: only for such work (field → value or values); `person`:
    only of him whom that field names."""

    kind: str
    item: str
    category: str = maybe()
    person: str = maybe()
    when: When = maybe()


class DutyDemand(Schema):
    """What a duty asks of a person: one kind of certificate whatever its item, or certificates by item."""

    certificate: str = maybe()
    certificates: list[CertificateDemand] = maybe()


class TemplateHazard(Item):
    """A row of the JSA library with its controls."""

    controls: list[Item]
    when: When = maybe()


class TemplateMeasure(Item):
    """A measure of the form; `row` is its number in print."""

    row: int
    clause: str
    order: Literal["before_gas", "after_gas", "any"]
    photo: bool
    critical: bool
    values: list[MeasureValue] = maybe()
    ventilation: bool = maybe()
    continuous: bool = maybe()
    other: bool = maybe()
    when: When = maybe()


class TemplateRow(Schema):
    """A template by name; `type` is the work it counts as, `special` whether that is one of the eight special
    works of GB 30871."""

    id: str
    type: str
    special: bool
    title: Words


class TemplateBriefing(Schema):
    """What is to be briefed."""

    items: list[Item]


class TemplateOut(Schema):
    """What a request of a work type asks. `levels`: the strictest first, empty for a type without;
    `basis`: the SHA-256 of the rules that a request submitted now would stand on."""

    id: str
    version: str
    type: str
    title: Words
    fields_: list[FormField] = Field(alias="fields")
    duties: dict[str, DutyDemand]
    hazards: list[TemplateHazard]
    measures: list[TemplateMeasure]
    briefing: TemplateBriefing
    acceptance: list[AcceptanceItem]
    photos: list[PhotoDuty]
    levels: list[str]
    basis: str


class ProposedPlace(Schema):
    """The place in ids, as a draft takes it."""

    site: UUID
    area: UUID
    point: UUID
    equipment: UUID = maybe()


class PlaceName(Schema):
    """The place in words."""

    area: str
    point: str


class ProposedCrew(Schema):
    """The crew of the last such work here; empty when there was none."""

    responsible: UUID | None = maybe()
    guardian: UUID | None = maybe()
    briefer: UUID | None = maybe()
    workers: list[UUID] = maybe()
    analysts: list[UUID] = maybe()
    confirmers: list[UUID] = maybe()


class ProposalOut(Schema):
    """What a new request begins with; `from` is the number of the permit its content came from. Analysis,
    gas, measures, briefing and signatures never come from history (S12)."""

    place: ProposedPlace
    place_name: PlaceName
    window: Span
    work: dict[str, WorkValue]
    crew: ProposedCrew
    content: str
    from_: str | None = Field(alias="from")
    plans: list[PlanOffered]
    plan_required: bool
    earlier: list[EarlierPermit]
