"""HTTP for the inbox of whoever asks. Thin."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Input
from davy.notify import queries, store

__all__ = ["router"]

router = Router(tags=["inbox"])


class InboxIn(Schema):
    """Which part of the inbox: `before` is the id of the last row of the page before."""

    unread: bool = False
    before: UUID | None = None
    size: int = Field(100, ge=1, le=200)


class Title(Schema):
    """A sentence in both languages."""

    zh: str
    en: str


class InboxOut(Schema):
    """One thing that was told."""

    id: UUID
    kind: str
    severity: str
    title: Title
    permit: UUID | None
    alarm: UUID | None
    emergency: UUID | None
    at: datetime
    read_at: datetime | None


class ReadIn(Input):
    """What was read; without ids everything."""

    ids: list[UUID] | None = Field(None, max_length=500)


class UnreadOut(Schema):
    """How much is unread, and how much of it is grave."""

    unread: int
    red: int


class ReadOut(UnreadOut):
    """What is left, and the instant at which the rest was noted as read, by which that is taken back; null
    when there was nothing to note."""

    at: datetime | None


class BackIn(Input):
    """The instant at which it was noted as read."""

    at: datetime


@router.get("/inbox", response=list[InboxOut])
@allow("inbox", "read")
def get_inbox(request: TenantRequest, wanted: Query[InboxIn]) -> list[dict[str, Any]]:
    """What I was told, newest first; empty for an account without a person."""
    if request.user.person_id is None:
        return []
    found = queries.inbox(
        request.company.id,
        request.user.person_id,
        only_unread=wanted.unread,
        before=wanted.before,
        size=wanted.size,
    )
    return [_row(row) for row in found]


@router.get("/inbox/unread", response=UnreadOut)
@allow("inbox", "read")
def count_unread(request: TenantRequest) -> dict[str, int]:
    """The number on the bell."""
    return _unread(request)


@router.get("/inbox/standing", response=list[InboxOut])
@allow("inbox", "read")
def get_standing(request: TenantRequest) -> list[dict[str, Any]]:
    """What I was told of that somebody must still act on, read or not: an alarm that is not closed, work that
    is stopped or whose place is not clear."""
    if request.user.person_id is None:
        return []
    return [_row(row) for row in queries.standing(request.company.id, request.user.person_id)]


@router.post("/inbox/read", response=ReadOut)
@allow("inbox", "write")
def mark_read(request: TenantRequest, body: ReadIn) -> dict[str, Any]:
    """Note what I have read; ids of others change nothing. Tells what is left."""
    person = request.user.person_id
    at = None if person is None else store.read(request.company.id, person, body.ids)
    return {**_unread(request), "at": at}


@router.post("/inbox/unread", response=UnreadOut)
@allow("inbox", "write")
def mark_unread(request: TenantRequest, body: BackIn) -> dict[str, int]:
    """Take back what I noted as read at this instant. Tells what is unread then."""
    if request.user.person_id is not None:
        store.put_back(request.company.id, request.user.person_id, body.at)
    return _unread(request)


def _unread(request: TenantRequest) -> dict[str, int]:
    if request.user.person_id is None:
        return {"unread": 0, "red": 0}
    return queries.unread(request.company.id, request.user.person_id)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    title = {"zh": row["title_zh"], "en": row["title_en"]}
    same = {key: row[key] for key in ("id", "kind", "severity", "at", "read_at")}
    about = {"permit": row["permit_id"], "alarm": row["alarm_id"], "emergency": row["emergency_id"]}
    return {**same, **about, "title": title}
