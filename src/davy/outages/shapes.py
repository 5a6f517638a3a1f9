"""What the reads of outages and sheets answer. Words are null where they were erased."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.permits.shapes import Named
from davy.problems.shapes import Words

__all__ = [
    "BlockOut",
    "BlockRange",
    "OutageOut",
    "OutageWords",
    "PaperOut",
    "PaperTask",
    "SheetFound",
    "StandingOut",
]

SheetState = Literal["blank", "doubted", "lost", "void", "returned", "live", "closed"]


class StandingOutage(Schema):
    """An outage for the band on every screen; it may begin within a day. No areas: the whole site. `overdue`:
    it runs past its expected end; `yours`: so it is, and the reader may extend or end it."""

    id: UUID
    number: str
    site: Named
    areas: list[Named]
    reason: str
    starts_at: datetime
    until: datetime
    overdue: bool
    yours: bool


class StandingOut(Schema):
    """What every screen tells of outages; empty when none goes on nor begins within a day."""

    open: list[StandingOutage]
    server_time: datetime


class PaperMark(Schema):
    """When somebody did it."""

    at: datetime
    by: Named


class Gap(Schema):
    """A sheet of which nobody told since the outage was over, and who answers for it."""

    serial: str
    block: UUID
    number: str
    holder: Named


class OutageOut(Schema):
    """One outage with its account. `due_at` is when somebody is called about what is missing; `commands` are
    the steps the reader may take."""

    id: UUID
    number: str
    version: int
    state: Literal["open", "ended"]
    site: Named
    areas: list[Named]
    reason: str
    text: str | None
    starts_at: datetime
    until: datetime
    ended_at: datetime | None
    declared: PaperMark
    ended: PaperMark | None
    late: bool
    happened: bool
    due_at: datetime | None
    gaps: list[Gap]
    commands: list[str]


class SheetReading(Schema):
    """A value of gas as it stands on the sheet."""

    point: str
    substance: str
    value: str
    unit: str
    at: datetime


class PaperFilled(Schema):
    """What was entered of a sheet afterwards; `outside` a declared outage or not."""

    by: PaperMark
    starts_at: datetime
    ends_at: datetime | None
    outcome: str
    responsible: Named
    guardian: Named | None
    workers: list[Named]
    readings: list[SheetReading]
    photos: list[str]
    outside: bool
    text: str | None


class PaperUsed(Schema):
    """A sheet that was worked on. `fill_in_by` and `review_by` are the deadlines of what is still missing."""

    area: Named
    point: Named | None
    condition: str
    registered: PaperMark
    outage: str | None
    photos: list[str]
    text: str | None
    filled: PaperFilled | None
    reviewed: PaperMark | None
    agrees: bool | None
    closed: PaperMark | None
    carried_to: UUID | None
    fill_in_by: datetime | None
    review_by: datetime | None


class PaperSheet(Schema):
    """One sheet and its account. `reason`: why it is void or lost. `gap`: nobody told of it."""

    serial: str
    state: SheetState
    told: PaperMark | None
    unused_at: datetime | None
    reason: str | None
    gap: bool
    used: PaperUsed | None
    commands: list[str]


class BlockOut(Schema):
    """One block of sheets. `commands` are the steps the reader may take with the block as a whole."""

    id: UUID
    number: str
    version: int
    state: Literal["held", "offered"]
    template: str
    type: str
    title: Words
    packs: list[str]
    site: Named
    areas: list[Named]
    printed: PaperMark
    holder: Named
    offered: Named | None
    gaps: int
    live: int
    sheets: list[PaperSheet]
    commands: list[str]


class BlockRange(Schema):
    """A block that may still be worked by, for phones to know its sheets without the server: their numbers
    run from `first` to `last`."""

    id: UUID
    number: str
    site: UUID
    title: Words
    first: int
    last: int


class SheetFound(Schema):
    """The sheet of a serial that somebody typed or scanned, with its block."""

    block: BlockOut
    sheet: PaperSheet


class PaperTask(Schema):
    """A sheet that the reader is asked about, with the command and until when."""

    serial: str
    block: UUID
    number: str
    type: str
    title: Words
    area: Named
    point: Named | None
    command: Literal["fill_in_sheet", "review_sheet"]
    due: datetime


class PaperOut(Schema):
    """Everything of the room 停机与纸质票: outages, blocks, what is missing. `may`: first steps open to the
    reader: declare_outage, print_block."""

    outages: list[OutageOut]
    blocks: list[BlockOut]
    may: list[str]
    server_time: datetime


class OutageWords(Schema):
    """What reasons, conditions, items, states, duties and commands are called."""

    reasons: dict[str, Words]
    conditions: dict[str, Words]
    clear: dict[str, Words]
    states: dict[str, Words]
    sheets: dict[str, Words]
    duties: dict[str, Words]
    commands: dict[str, Words]
