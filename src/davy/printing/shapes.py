"""What is told about printed sheets over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

__all__ = ["EntryOut", "SheetOut"]


class Said(Schema):
    """One sentence in both languages."""

    zh: str
    en: str


class Changed(Said):
    """One thing that changed since the print."""

    code: str


class Printer(Schema):
    """Who printed it."""

    id: UUID
    name: str | None


class SheetOut(Schema):
    """One numbered sheet and how it stands now. `replaced_by` is the number of the newer one."""

    sheet: int
    purpose: Literal["form", "fill"]
    at: datetime
    by: Printer
    verdict: Literal["present", "old", "worthless"]
    says: Said
    changed: list[Changed]
    replaced_by: int | None


class PaperFigure(Schema):
    """A value with its unit."""

    value: str
    unit: str


class PaperReading(Schema):
    """A reading as it stands on a sheet. `unread`: why no verdict rests on it; `words`: what stands there
    where it is no value."""

    point: str
    substance: str
    value: PaperFigure | None
    unread: str | None
    words: str | None


class EntryOut(Schema):
    """One line entered from a sheet: when it was written as the paper says, when it was entered, and what a
    second person found (None: nobody looked yet), and a third where he did not agree. `open`: it is not
    settled. `nameless`: a way in of which nobody has told whose it was. `person`: who went in or out.
    `doubts` are codes of what speaks against it."""

    entry: int
    sheet: int
    what: str
    wrote: Printer
    written_at: datetime
    by: Printer
    at: datetime
    bad: bool
    person: Printer | None
    good: bool | None
    readings: list[PaperReading]
    photos: list[str]
    doubts: list[str]
    text: str | None
    agrees: bool | None
    checked_by: Printer | None
    stands: bool | None
    decided_by: Printer | None
    open: bool
    nameless: bool
