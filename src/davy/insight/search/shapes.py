"""What the search answers, as the interface describes it."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from davy.permits.shapes import BoardItem

__all__ = ["Kind", "SearchGroup", "SearchHit", "SearchOut", "SearchWanted"]

Kind = Literal["permit", "person", "area", "point", "equipment", "firm", "order"]


class SearchWanted(Schema):
    """What is looked for: every word must be found."""

    q: str = Field(min_length=1, max_length=64)


class SearchHit(Schema):
    """One thing found. `code` is its number in the register, `beside` where it belongs: the area of a point,
    the firm of a person; both null where there is none. `permit` is told for permits only."""

    id: UUID
    code: str | None
    name: str | None
    beside: str | None
    permit: BoardItem | None


class SearchGroup(Schema):
    """What was found of one kind, the likeliest first; `more`: there is more than is told."""

    kind: Kind
    hits: list[SearchHit]
    more: bool


class SearchOut(Schema):
    """The groups that found anything, and the kinds that this account may search."""

    q: str
    kinds: list[Kind]
    groups: list[SearchGroup]
