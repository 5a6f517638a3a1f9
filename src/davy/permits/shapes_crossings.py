"""What the conflicts of a permit or of a request look like."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field

from davy.accounts.reference import Input
from davy.permits.shapes import BoardItem, Item, Named
from davy.problems.shapes import Words

__all__ = ["ConflictsIn", "ConflictsOut"]


class ConflictsIn(Input):
    """A request that is not sent yet: its template, place, time, answers and leader. `permit` when it is a
    draft already."""

    template: str
    point: UUID
    from_: AwareDatetime = Field(alias="from")
    to: AwareDatetime
    work: dict[str, Any] = Field(default_factory=dict)
    responsible: UUID | None = None
    permit: UUID | None = None


class ConflictRow(Schema):
    """One row of the matrix that stands between this permit and the other. Metres on the ground and in height
    are null where nobody knows; `unknown` names what was missing and so was taken as the worse."""

    row: str
    clause: str
    effect: Literal["block", "coordinator", "warn"]
    says: Words
    then: Words
    distance_m: int | None
    apart_m: int | None
    unknown: list[str]
    planned: bool = Field(description="The other is not issued yet: it is told and stops nobody.")
    met: bool = Field(description="The coordinator has signed for it wherever he must.")
    signed_here: bool
    signed_there: bool
    other: BoardItem


class ConflictsOut(Schema):
    """The conflicts, blocking ones first. `known` is false where the place is not registered. `not_to_be` are
    the people of the crews, none of whom coordinates."""

    known: bool
    coordinator: Named | None
    not_to_be: list[UUID]
    analysis: list[Item]
    conflicts: list[ConflictRow]
