"""Reads the inbox of one person. Inside the tenant block of the company."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["inbox", "unread"]

_INBOX = """
SELECT id, kind, severity, title_zh, title_en, permit_id, alarm_id, at, read_at FROM notify_inbox
"""


def inbox(
    company_id: UUID,
    person_id: UUID,
    *,
    only_unread: bool = False,
    before: UUID | None = None,
    size: int = 100,
) -> list[dict[str, Any]]:
    """What the person was told, newest first; `before` is the id of the last row of the page before."""
    where = "company_id = %s AND person_id = %s"
    params: tuple[Any, ...] = (company_id, person_id)
    if only_unread:
        where += " AND read_at IS NULL"
    if before is not None:
        where, params = f"{where} AND id < %s", (*params, before)
    return rows.many(
        f"{_INBOX} WHERE {where} ORDER BY id DESC LIMIT %s",
        (*params, size),
    )


def unread(company_id: UUID, person_id: UUID) -> dict[str, int]:
    """How many unread rows there are, and how many of them are grave."""
    found = rows.one(
        "SELECT count(*) AS unread, count(*) FILTER (WHERE severity = 'red') AS red FROM notify_inbox"
        " WHERE company_id = %s AND person_id = %s AND read_at IS NULL",
        (company_id, person_id),
    )
    return {"unread": 0, "red": 0} if found is None else {k: int(v) for k, v in found.items()}
