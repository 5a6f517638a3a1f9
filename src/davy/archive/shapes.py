"""What the archive answers, as the interface describes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from davy.permits.listing import BoardFilter
from davy.permits.shapes import BoardItem
from davy.permits.shapes_board import Narrowed

__all__ = ["ArchiveIn", "ArchiveOut", "LookOut", "MismatchOut", "WatchOut"]


class ArchiveIn(Narrowed):
    """Which page of what was found, fifty a page."""

    page: int = Field(1, ge=1, le=10_000)

    def filter(self, person: UUID | None) -> BoardFilter:
        """The filter with its page."""
        return replace(self.narrowed(person), page=self.page)


class CountOut(Schema):
    """How many permits there are of one type, level, state or month (``2026-11``)."""

    id: str
    n: int


class PlaceCountOut(Schema):
    """How many there are in one area, or of one unit."""

    id: UUID
    name: str | None
    n: int


class ArchiveOut(Schema):
    """What was found: a page of it, and all of it counted by each kind, the most first; months the newest
    first."""

    total: int
    types: list[CountOut]
    levels: list[CountOut]
    states: list[CountOut]
    months: list[CountOut]
    areas: list[PlaceCountOut]
    units: list[PlaceCountOut]
    items: list[BoardItem]
    page: int
    size: int


class LookOut(Schema):
    """One look through all evidence that came to its end; `ended_at` says when. Counts of what was read."""

    began_at: datetime
    ended_at: datetime
    streams: int
    events: int
    entries: int
    files: int
    faults: int


class MismatchOut(Schema):
    """Something that does not hold. `subject`: ``permit/<id>``, ``entry 7`` of the log, a file's hash, or
    hour, instrument and number of sealed readings; `number` is the permit's; `why` a word of the check that
    failed."""

    part: Literal["chain", "row", "log", "file", "reading"]
    subject: str
    why: str
    number: str | None
    found_at: datetime
    seen_at: datetime


class WatchOut(Schema):
    """`last` is null while no look ever came to its end; `begun_at`: one began since and has not ended.
    `late`: nobody may rely on the last one any more. Of all `files` so many were read within `nights`."""

    last: LookOut | None
    begun_at: datetime | None
    late: bool
    files: int
    files_checked: int
    nights: int
    mismatches: list[MismatchOut]
    more: bool
