"""What a desk keeps, as the interface describes it."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = ["Column", "DeskOut", "Layout", "Room", "View"]

Room = Literal["permits"]
Word = Annotated[str, Field(max_length=40)]
Value = Annotated[str, Field(max_length=400)]


class View(Input):
    """A list under a name: the filters as they stand in the address of the screen."""

    name: str = Field(min_length=1, max_length=40)
    query: dict[Word, Value] = Field(max_length=30)


class Column(Input):
    """A column that is shown; `width` in pixels, null: as wide as it needs."""

    id: str = Field(min_length=1, max_length=40)
    width: int | None = Field(ge=40, le=1200)


class Layout(Input):
    """The columns that are shown, in their order, and how close the lines stand."""

    columns: list[Column] = Field(min_length=1, max_length=40)
    density: Literal["dense", "roomy"]


class DeskOut(Schema):
    """The views in the order in which they were kept; `layout` is null until somebody changes it."""

    views: list[View]
    layout: Layout | None
