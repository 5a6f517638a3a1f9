"""What the list of permits is asked with, by its screen and by its sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AwareDatetime

from davy.permits.listing import BoardFilter

__all__ = ["BoardIn", "Narrowed"]


class Narrowed(Schema):
    """To what the list is narrowed, and how it is sorted; lists are comma-separated. `q` are words that must
    all be found in number, work, place, equipment, people or firms. `archive` are
    words that must all stand in what was written on the permit or in who and what it names, with contractors,
    equipment and remarks. `since` and `until` keep the permits
    whose time shares any of that stretch."""

    state: str | None = Field(None, max_length=200)
    type: str | None = Field(None, max_length=200)
    level: str | None = Field(None, max_length=200)
    area: UUID | None = None
    unit: UUID | None = None
    point: UUID | None = None
    equipment: UUID | None = None
    firm: UUID | None = None
    person: UUID | None = None
    order: UUID | None = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    clearance: Literal["open", "confirmed", "none"] | None = None
    q: str | None = Field(None, max_length=64)
    archive: str | None = Field(None, max_length=64)
    mine: bool = False
    sort: Literal[
        "changed", "from", "to", "left", "number", "type", "state", "place", "responsible", "guardian"
    ] = "changed"
    rising: bool = False

    def narrowed(self, person: UUID | None) -> BoardFilter:
        """The filter; `person` is who asks for what is his."""
        return BoardFilter(
            states=_words(self.state),
            types=_words(self.type),
            levels=_words(self.level),
            area=self.area,
            unit=self.unit,
            point=self.point,
            equipment=self.equipment,
            firm=self.firm,
            person=self.person,
            mine=person if self.mine else None,
            order=self.order,
            since=self.since,
            until=self.until,
            clearance=self.clearance,
            text=self.q,
            archive=self.archive,
            sort=self.sort,
            rising=self.rising,
        )


class BoardIn(Narrowed):
    """Which page of the list: by its number, or better by its place, which new permits do not move."""

    after: str | None = Field(None, max_length=400)
    before: str | None = Field(None, max_length=400)
    page: int = Field(1, ge=1, le=10_000)
    size: int = Field(50, ge=1, le=200)

    def filter(self, person: UUID | None) -> BoardFilter:
        """The filter with its page."""
        found = self.narrowed(person)
        return replace(found, after=self.after, before=self.before, page=self.page, size=self.size)


def _words(text: str | None) -> list[str]:
    return [w for w in (text or "").split(",") if w]
