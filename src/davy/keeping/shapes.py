"""What keeping answers, as the interface describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema

__all__ = ["ErasureOut", "HoldOut", "KeptForOut", "PreviewOut"]


class HoldOut(Schema):
    """A legal hold with the names of whom it is about and who placed and lifted it."""

    id: UUID
    about: Literal["permit", "person", "span"]
    permit_id: UUID | None
    permit_number: str | None
    person_id: UUID | None
    person_name: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    reason: str
    placed_by: UUID
    placed_by_name: str | None
    placed_at: datetime
    lifted_by: UUID | None
    lifted_by_name: str | None
    lifted_at: datetime | None
    lifted_why: str


class ErasureOut(Schema):
    """A request to erase a person. `words`, `files`, `kept`: what went and what stayed when it was carried
    out last."""

    id: UUID
    person_id: UUID
    person_name: str | None
    person_code: str | None
    state: Literal["requested", "part", "done", "withdrawn"]
    reason: str
    requested_by: UUID
    requested_by_name: str | None
    requested_at: datetime
    carried_by: UUID | None
    carried_by_name: str | None
    carried_at: datetime | None
    times: int
    words: int
    files: int
    kept: int


class KeptForOut(Schema):
    """How long records are kept at the least, by which clause; `grade` is how sure that is."""

    days: int
    clause: str
    also: str | None
    grade: str


class WhomOut(Schema):
    """Whom a preview is about."""

    id: UUID
    name: str


class GoesOut(Schema):
    """How much would go."""

    records: int
    words: int
    files: int


class StaysOut(Schema):
    """A record that stays: it is not over (`open`), its period runs (`until`), or a hold covers it."""

    kind: str
    id: UUID
    number: str | None
    why: Literal["open", "period", "hold"]
    until: datetime | None
    hold: UUID | None
    words: int
    files: int


class PreviewOut(Schema):
    """What would go and what would stay; `refused` are the reasons why nothing may go now. `whole`: not even
    his name would stay. `stays` lists some, `stays_total` counts all."""

    person: WhomOut
    refused: list[dict[str, Any]]
    whole: bool
    goes: GoesOut
    stays: list[StaysOut]
    stays_total: int
    period: KeptForOut
