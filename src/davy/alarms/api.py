"""HTTP for alarms: the list, and one with its history. Commands go through POST /commands. Thin."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.alarms import history, queries, shown
from davy.alarms.load import load
from davy.emergency import scene
from davy.people import queries as people
from davy.problems.response import Problem
from davy.problems.shapes import Words

__all__ = ["router"]

router = Router(tags=["alarms"])


class AlarmsIn(Schema):
    """Which alarms: `before` is `last_at` of the last one of the page before."""

    state: Literal["open", "raised", "acknowledged", "handled", "closed"] | None = None
    severity: Literal["red", "task"] | None = None
    permit: UUID | None = None
    before: datetime | None = None
    size: int = Field(100, ge=1, le=200)


@router.get("/alarms", response=list[dict[str, Any]])
@allow("alarms", "read")
def list_alarms(request: TenantRequest, wanted: Query[AlarmsIn]) -> list[dict[str, Any]]:
    """Alarms, the newest on top."""
    found = queries.board(
        request.company.id,
        state=wanted.state,
        severity=wanted.severity,
        permit_id=wanted.permit,
        before=wanted.before,
        size=wanted.size,
    )
    return [shown.line(row) for row in found]


@router.get("/alarms/count", response=dict[str, int])
@allow("alarms", "read")
def count_alarms(request: TenantRequest) -> dict[str, int]:
    """How many are open, by severity."""
    return queries.count_open(request.company.id)


class LoadIn(Schema):
    """Over how many days."""

    days: int = Field(7, ge=1, le=92)


class LoadPerson(Schema):
    """Somebody whom alarms asked for attention; `average` and `peak` in ten minutes."""

    id: UUID
    name: str | None
    count: int
    average: str
    peak: int


class LoadKind(Schema):
    """How often alarms of one kind and code asked for attention."""

    kind: str
    code: str | None
    title: Words
    count: int


class LoadAlarm(LoadKind):
    """One alarm that was raised again and again within a short time."""

    id: UUID


class AlarmLoad(Schema):
    """How much the alarms of a span asked of people. Rates are for ten minutes, shares between 0 and 1; what
    was not asked for has none. `figures` are what they are held against, with their sources."""

    since: datetime
    until: datetime
    alarms: int
    red: int
    average: str
    peak: int
    floods: int
    flood_share: str
    persons: list[LoadPerson]
    top: list[LoadKind]
    top_share: str | None
    chattering: list[LoadAlarm]
    due: int
    answered: int
    answered_share: str | None
    shelved: int
    on_shelf: int
    open: int
    standing: int
    figures: dict[str, Any]


@router.get("/alarms/load", response=AlarmLoad)
@allow("alarms", "read")
def alarm_load(request: TenantRequest, wanted: Query[LoadIn]) -> dict[str, Any]:
    """How much the alarms of the last days asked of people, in the sense of EEMUA 191."""
    return load(request.company.id, clock.now(), wanted.days)


@router.get("/alarms/mine", response=list[dict[str, Any]])
@allow("alarms", "read")
def my_alarms(request: TenantRequest) -> list[dict[str, Any]]:
    """The open alarms whose next step is on me, grave ones first, each with the commands I may give."""
    person = request.user.person_id
    if person is None:
        return []
    return shown.mine(request.company.id, queries.all_open(request.company.id), person)


@router.get("/alarms/calling", response=list[dict[str, Any]])
@allow("alarms", "read")
def calling_alarms(request: TenantRequest) -> list[dict[str, Any]]:
    """The grave alarms that call me now: nobody has acknowledged them. Each with its place, the commands I
    may give, and when it called last (`called_at`) for which time (`rings`)."""
    person = request.user.person_id
    if person is None:
        return []
    found = queries.calling(request.company.id, person)
    places = scene.places(request.company.id, {UUID(row["permit"]) for row in found if row["permit"]})
    return [
        {
            **shown.line(row),
            "called_at": row["called_at"] or row["raised_at"],
            "commands": shown.commands(request.company.id, row, person),
            "place": places.get(UUID(row["permit"])) if row["permit"] else None,
        }
        for row in found
    ]


@router.get("/alarms/{uuid:alarm_id}", response=dict[str, Any])
@allow("alarms", "read")
def get_alarm(request: TenantRequest, alarm_id: UUID) -> dict[str, Any]:
    """One alarm: what it is about, who owns it, what may be done now and by me, and all that was done about
    it; `scene` tells where it is and who is there."""
    row = queries.row_of(request.company.id, alarm_id)
    if row is None:
        raise Problem("not_found")
    steps = history.of(request.company.id, alarm_id)
    owners = shown.owners(request.company.id, row)
    named = people.names(
        request.company.id, {*shown.people_of(row), *owners, *(s["by"] for s in steps if s["person"])}
    )
    return {
        **shown.line(row),
        "commands": shown.commands(request.company.id, row, request.user.person_id),
        "owners": [{"id": person, "name": named.get(person)} for person in owners],
        "told": [{"id": person, "name": named.get(person)} for person in row["told"]],
        "history": [history.named(step, named) for step in steps],
        "scene": scene.of(request.company.id, row),
    }
