"""Where a permit's work is done, as the interface describes it."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.problems.shapes import maybe

__all__ = ["PlaceOfWork"]


class Known(Schema):
    """Only the id is known for certain."""

    id: UUID


class AreaHere(Schema):
    """The area. The rest is missing when the register no longer knows the point. `unknown` counts as the
    worst."""

    id: UUID
    code: str = maybe()
    name: str = maybe()
    class_: Literal["fire_explosion", "other", "unknown"] = maybe(alias="class")
    ex_zone: Literal["none", "0", "1", "2", "20", "21", "22", "unknown"] = maybe()
    ex_group: str | None = maybe()
    ex_temperature: str | None = maybe()


class PointOfWork(Schema):
    """The work point: degrees WGS-84; x and y on the drawn plan. The rest is missing when the register no
    longer knows it."""

    id: UUID
    code: str = maybe()
    name: str = maybe()
    lat: float | None = maybe()
    lon: float | None = maybe()
    x: float | None = maybe()
    y: float | None = maybe()


class EquipmentHere(Schema):
    """The equipment at the point."""

    id: UUID
    code: str
    name: str


class PlaceOfWork(Schema):
    """Where the work is done."""

    site: Known
    area: AreaHere
    point: PointOfWork
    equipment: EquipmentHere | None = maybe()
