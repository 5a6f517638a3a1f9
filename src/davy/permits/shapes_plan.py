"""What a permit stands on, and what a request may stand on or take over from an earlier permit."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.permits.shapes import PermitState, Span

__all__ = ["EarlierPermit", "PlanHere", "PlanOffered", "SchemeHere"]


class PlanHere(Schema):
    """The booking, plan or order of a permit by the enterprise's own number; for urgent work why it could not
    wait."""

    kind: Literal["booking", "order", "urgent"]
    id: UUID | None
    number: str | None
    title: str | None
    reason: str | None


class SchemeHere(Schema):
    """The version of a work plan that a permit names. `standing`: in force, not approved (waiting), followed
    by another approved one, or withdrawn."""

    id: UUID
    version: int
    number: str
    title: str
    standing: Literal["standing", "waiting", "superseded", "withdrawn"]


class PlanOffered(Schema):
    """An approved booking of this place, or an open plan or order. A booking brings its stretch and works."""

    kind: Literal["booking", "order"]
    id: UUID
    number: str | None
    title: str
    templates: list[str] | None
    starts_at: datetime | None
    ends_at: datetime | None


class EarlierPermit(Schema):
    """An earlier permit at the same point, newest first. Only its content may be taken over (S12)."""

    id: UUID
    number: str | None
    template: str
    state: PermitState
    content: str
    window: Span
    responsible: str | None = Field(description="Who was responsible, by name.")
