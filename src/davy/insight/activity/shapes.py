"""How a person's activity is asked for and answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.permits.shapes import Clearance, Named, PermitState, Span
from davy.problems.shapes import Words

__all__ = ["ActivityOut", "ActivityWanted"]

Group = Literal[
    "asked", "prepared", "measured", "signed", "decided", "present", "rounds", "work", "alarms", "refused"
]


class ActivityWanted(Schema):
    """The days in the plant's calendar, both included (default: the last thirty; a year at
    most is told), one group of acts, and the
    id of the last row of the page before."""

    since: date | None = None
    until: date | None = None
    group: Group | None = None
    before: UUID | None = None


class ActPermit(Schema):
    """The permit on which it was done."""

    id: UUID
    number: str | None
    type: str
    level: str
    point: str | None


class Act(Schema):
    """One thing he did. A signature says its way and level and for which post it was; a refused attempt the
    codes of its reasons. `other` are acts that belong to no group."""

    id: UUID
    at: datetime
    type: str
    group: Group | Literal["other"]
    title: Words
    stream: str
    permit: ActPermit | None
    way: str | None
    level: int | None
    post: str | None
    codes: list[str]


class OnPermit(Schema):
    """A permit on which he is named or which he signed, with what he is on it."""

    id: UUID
    number: str | None
    type: str
    level: str
    state: PermitState
    clearance: Clearance
    content: str
    point: str | None
    window: Span
    roles: list[str]


class ViolationHere(Schema):
    """What he did against the rules; `lifted`: it does not count any more."""

    id: UUID
    on: date
    kind: Literal["general", "serious"]
    what: str
    lifted: bool


class ActivityOut(Schema):
    """What a person did and was on in these days. `own`: the reader is he. `more` acts are older than the
    last of the page; `duties` and `violations` come with the first page only, `violations` is null for who
    may not read them."""

    person: Named
    own: bool
    since: date
    until: date
    acts: list[Act]
    more: bool
    duties: list[OnPermit]
    violations: list[ViolationHere] | None
