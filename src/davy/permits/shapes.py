"""What the board, the tasks, the timeline and the small reads answer, as the interface describes it.

The answers are sent as they were built; tests hold them to these shapes, so describing them costs nothing.
Instants are RFC 3339 text, ids UUIDs, photos the SHA-256 of an attachment in hex.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from davy.problems.shapes import Words

__all__ = [
    "Board", "BoardItem", "By", "Clearance", "ContactOut", "Item", "Lamp", "Linked", "Named", "OpenHere",
    "PermitState", "PointHere", "ScannedPermit", "ScannedPoint", "Span", "SystemOut", "Task", "TimelineRow",
    "Watched", "WeatherOut",
]  # fmt: skip

PermitState = Literal[
    "draft", "submitted", "issued", "active", "paused", "finished", "closed", "voided", "withdrawn"
]
Clearance = Literal["none", "open", "confirmed"]


class Item(Words):
    """A row of a list of the law or the template, with its words."""

    id: str


class Named(Schema):
    """Somebody or something of a register; `name` is null when the register no longer knows it."""

    id: UUID
    name: str | None


class MaybeNamed(Schema):
    """As Named; both null when nobody was named."""

    id: UUID | None
    name: str | None


class Span(Schema):
    """实施时间: from and to, both included."""

    from_: datetime = Field(alias="from")
    to: datetime


class Lamp(Schema):
    """Whether work may go on now (`go`) and until when without anything being renewed.

    `requirement` is the condition that lapses next or stands in the way now, `validity` for the permit's own
    end; `why` says it in words."""

    go: bool
    until: datetime | None
    requirement: str | None
    why: Words | None


class Watched(Schema):
    """Whether the clock that watches permits runs; nothing goes live without it (S18)."""

    clock_ok: bool


class SystemOut(Watched):
    """The watching clock; `beat_at` is its last beat, null when it never ran."""

    beat_at: datetime | None
    server_time: datetime


class ContactOut(Schema):
    """What a sign of life is answered. The phone may show green for `lease_s` seconds from here (S17)."""

    server_time: datetime
    version: int
    state: PermitState
    lamp: Lamp
    lease_s: int
    system: Watched


class PointMark(Schema):
    """A work point; x and y are its place on the drawn plan, in units of the drawing."""

    id: UUID
    name: str | None
    x: float | None
    y: float | None


class BoardItem(Schema):
    """A permit in a list. `lapses_at` is when its lamp goes out unless something is renewed;
    `not_confirmed`: paused, and nobody on site has confirmed that work stopped (S8); `causes` are the
    kinds of its open causes; `risk` is null until the hazard analysis is graded."""

    id: UUID
    number: str | None
    version: int
    type: str
    level: str
    risk: Literal["red", "orange", "yellow", "blue"] | None
    state: PermitState
    clearance: Clearance
    content: str
    area: Named
    point: PointMark
    window: Span
    responsible: MaybeNamed
    guardian: MaybeNamed
    lapses_at: datetime | None
    not_confirmed: bool
    causes: list[str]
    started_at: datetime | None
    changed_at: datetime


class Linked(Schema):
    """Other special works of the same job (4.6): the types `needed`, those `lacking` a permit that lives, the
    `permits` named for them, and the `choices` among the permits of the area."""

    needed: list[str]
    lacking: list[str]
    permits: list[BoardItem]
    choices: list[BoardItem]


class Board(Schema):
    """A page of permits. `total` counts all pages; `counts` all states under the same filters but that of the
    state; `clearance_open` those whose site is not confirmed clear. `next` and `previous` are places in the
    list, to be sent back as `after` and `before`; null where nothing follows, or nothing is known before."""

    items: list[BoardItem]
    total: int
    counts: dict[PermitState, int]
    clearance_open: int
    next: str | None
    previous: str | None
    page: int
    size: int


class Task(Schema):
    """One thing to do: the command that does it, and by when; null = as soon as possible."""

    permit: BoardItem
    command: str
    title: Words
    due: datetime | None


class By(Schema):
    """Who did it: a person, or `clock` and the like; `name` is null when nothing is said of anybody."""

    id: str | None
    name: str | None


class TimelineRow(Schema):
    """One link of a permit's chain. `at` is when it was true, `occurred_at` what the sender's clock said,
    `recorded_at` when the server wrote it.

    `about` is what an instrument told, where it told this; `data` is the event's body as it was hashed;
    `names` the names of the people in it; `private` the words that were not erased,
    by label; `hash` the SHA-256 of the link in hex."""

    seq: int
    type: str
    title: Words
    at: datetime | None
    occurred_at: datetime
    recorded_at: datetime
    by: By
    about: Words | None
    data: dict[str, Any]
    names: dict[str, str]
    private: dict[str, str]
    hash: str


class OpenHere(Schema):
    """A permit that is open, or not cleared, at the scanned point."""

    id: UUID
    number: str | None
    type: str
    level: str
    state: PermitState
    clearance: Clearance


class PointHere(Schema):
    """The scanned work point."""

    id: UUID
    name: str
    area: str
    area_id: UUID
    site_id: UUID


class ScannedPermit(Schema):
    """The code was a permit's own."""

    permit: UUID


class ScannedPoint(Schema):
    """The code hangs at a work point."""

    point: PointHere
    permits: list[OpenHere]


class WeatherOut(Schema):
    """The newest observation at a site, wind and gust in Beaufort; null what was not observed, and all of it
    when nobody ever looked."""

    source: str | None
    wind_force: int | None
    gust: int | None
    rain: str | None
    snow: str | None
    fog: str | None
    temperature_c: Decimal | None
    observed_at: datetime | None
    observed_by: Named | None
