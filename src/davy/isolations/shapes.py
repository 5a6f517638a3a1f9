"""What the reads of isolations answer, as the interface describes it. Photos and drawings are the SHA-256 of
an attachment."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from davy.permits.shapes import BoardItem, Named
from davy.problems.shapes import Words

__all__ = ["BlindRow", "IsolationLine", "IsolationOut", "IsolationWords"]

IsolationState = Literal["open", "testing", "restored", "cancelled"]
PointState = Literal[
    "planned", "fitting", "applied", "verified", "released", "taking_out", "removed", "restored"
]


class IsolationLine(Schema):
    """One isolation in a list, with how many of its points hold, and how many permits rely on it."""

    id: UUID
    number: str
    title: str
    state: IsolationState
    area: Named
    point: Named | None
    points: int
    applied: int
    verified: int
    blinds: int
    blinds_verified: int
    locks: int
    relying: int
    changed_at: datetime
    version: int


class StepDone(Schema):
    """When somebody did it."""

    at: datetime
    by: Named


class IsolationPoint(Schema):
    """One point. x and y: its place on the drawing, 0 to 1. `commands` are the steps the reader may take on
    it now; what stands against one is judged when it is given."""

    id: str
    kind: str
    name: str | None
    number: str | None
    line: str | None
    medium: str | None
    hazardous: bool
    x: float | None
    y: float | None
    state: PointState
    tag: str | None
    photo: str | None
    begun: StepDone | None
    applied: StepDone | None
    verified: StepDone | None
    doubted: StepDone | None
    removed: StepDone | None
    restored: StepDone | None
    locks: list[str]
    commands: list[str]


class HungLock(Schema):
    """A lock that hangs; `wanted` is who asked to force it off."""

    number: str
    kind: Literal["personal", "group"]
    owner: Named
    at: datetime
    point: str | None
    wanted: StepDone | None
    mine: bool


class CountedOut(Schema):
    """People counted out."""

    at: datetime
    people: int


class RelianceOut(Schema):
    """A permit behind the isolation; `holds`: nothing may be given back because of it. `crew`: everybody whom
    a count must find outside."""

    permit: BoardItem
    crew: list[Named]
    at: datetime
    by: Named
    released: StepDone | None
    holds: bool
    counted: CountedOut | None
    commands: list[str]


class TrialOut(Schema):
    """A test: its points, from when until when."""

    points: list[str]
    began: StepDone
    ended: StepDone | None


class HappenedOut(Schema):
    """One thing that happened to it, the newest first."""

    type: str
    title: Words
    at: datetime
    by: Named
    point: str | None
    point_name: str | None
    lock: str | None
    note: str | None
    photo: str | None


class MaybeEquipment(Schema):
    """The equipment it is for."""

    id: UUID
    code: str
    name: str


class SiteOfIt(Schema):
    """Only the id is told."""

    id: UUID


class IsolationOut(IsolationLine):
    """The whole of one isolation for its reader."""

    site: SiteOfIt
    equipment: MaybeEquipment | None
    drawing: str | None
    planned: StepDone
    isolators: list[Named]
    verifiers: list[Named]
    rows: list[IsolationPoint]
    hung: list[HungLock]
    reliances: list[RelianceOut]
    trial: TrialOut | None
    valve_only: int
    duties: list[str]
    commands: list[str]
    history: list[HappenedOut]
    server_time: datetime


class IsolationWords(Schema):
    """What states, points, kinds, locks, duties and commands are called."""

    kinds: dict[str, Words]
    locks: dict[str, Words]
    states: dict[str, Words]
    points: dict[str, Words]
    duties: dict[str, Words]
    commands: dict[str, Words]


class BlindRow(Schema):
    """One blind of an isolation that is not over: its unified number, its pipe and how it stands."""

    number: str
    line: str
    name: str
    state: PointState
    point: str
    isolation: UUID
    isolation_number: str
    title: str
    area_name: str | None
