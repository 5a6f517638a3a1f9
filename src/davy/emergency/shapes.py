"""What the reads of emergencies answer. Words are null where they were erased."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.permits.shapes import Named
from davy.problems.shapes import Words

__all__ = ["EmergencyLine", "EmergencyOut"]


class EmergencyMark(Schema):
    """When somebody did it; `by` is null for what Davy did itself."""

    at: datetime
    by: Named | None


class EmergencyPlace(Schema):
    """Where it is; what nobody told of is null."""

    site: Named | None
    area: Named | None
    point: Named | None
    frozen: bool


class EmergencySpot(Schema):
    """A position: of whoever called for help as his phone told, or of the work point."""

    lat: float
    lon: float
    accuracy_m: float | None
    at: datetime | None


class EmergencyTrigger(Schema):
    """An alarm that opened it or came to it; `who`: the person it is about, where it is about one."""

    alarm: UUID
    title: Words
    who: str | None
    at: datetime
    permit: UUID | None


class EmergencyTask(Schema):
    """One first task. `owners` by the responsibility table; `mine`: it is the reader's; `act`: what the
    screen offers beside the tick."""

    code: str
    says: Words
    owner: str
    owners: list[Named]
    mine: bool
    act: Literal["freeze"] | None
    done: EmergencyMark | None


class EmergencyPerson(Schema):
    """Somebody on the roll. `inside`: the register says that he is in a space now; `was_inside`: he was when
    he came onto the roll; `status` is what was last said of him."""

    id: UUID
    name: str | None
    firm: str | None
    permit: UUID
    number: str | None
    point: str | None
    duty: str | None
    since: datetime | None
    inside: bool
    was_inside: bool
    status: Literal["found", "missing", "hurt"] | None
    called: EmergencyMark | None


class EmergencyNote(Schema):
    """One line of the record: what happened, to whom or to which task, in whose words."""

    at: datetime
    by: Named | None
    what: str
    person: str | None
    task: Words | None
    status: str | None
    text: str | None


class EmergencyLine(Schema):
    """One emergency in a list. Without an area it is for the whole site."""

    id: UUID
    number: str
    state: Literal["open", "ended"]
    title: Words
    site: Named | None
    area: Named | None
    point: Named | None
    opened_at: datetime
    ended_at: datetime | None
    unaccounted: int
    undone: int


class EmergencyOut(Schema):
    """One emergency with everything that whoever deals with it has to know. `commands` are the steps that the
    reader may take."""

    id: UUID
    number: str
    version: int
    state: Literal["open", "ended"]
    title: Words
    opened_at: datetime
    place: EmergencyPlace
    spot: EmergencySpot | None
    triggers: list[EmergencyTrigger]
    tasks: list[EmergencyTask]
    people: list[EmergencyPerson]
    unaccounted: int
    record: list[EmergencyNote]
    ended: EmergencyMark | None
    reason: str | None
    commands: list[str]
    server_time: datetime
