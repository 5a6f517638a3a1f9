"""Reads the inbox of one person, and what of it still stands. Inside the tenant block of the company."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["inbox", "standing", "unread"]

_INBOX = """
SELECT id, kind, severity, title_zh, title_en, permit_id, alarm_id, emergency_id, at, read_at
FROM notify_inbox
"""

# Of one emergency, one alarm, and one permit that was stopped more than once, the newest word alone.
_STANDING = """
SELECT * FROM (
  SELECT DISTINCT ON (coalesce(told.emergency_id, told.alarm_id, told.permit_id))
         told.id, told.kind, told.severity, told.title_zh, told.title_en, told.permit_id, told.alarm_id,
         told.emergency_id, told.at, told.read_at
    FROM notify_inbox told
    LEFT JOIN alarms_alarm alarm ON alarm.company_id = told.company_id AND alarm.id = told.alarm_id
    LEFT JOIN emergency_emergency danger
      ON danger.company_id = told.company_id AND danger.id = told.emergency_id
    LEFT JOIN permits_permit permit ON permit.company_id = told.company_id AND permit.id = told.permit_id
   WHERE told.company_id = %s AND told.person_id = %s AND told.severity = 'red'
     AND CASE WHEN told.emergency_id IS NOT NULL THEN danger.state = 'open'
              WHEN told.alarm_id IS NULL THEN permit.state = 'paused' OR permit.clearance = 'open'
              ELSE alarm.state <> 'closed' END
   ORDER BY coalesce(told.emergency_id, told.alarm_id, told.permit_id), told.id DESC
) newest ORDER BY id DESC LIMIT 200
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


def standing(company_id: UUID, person_id: UUID) -> list[dict[str, Any]]:
    """The grave ones that somebody must still act on, newest first, read or not: their emergency is open,
    their alarm is not closed, or their permit is still paused or not clear."""
    return rows.many(_STANDING, (company_id, person_id))


def unread(company_id: UUID, person_id: UUID) -> dict[str, int]:
    """How many unread rows there are, and how many of them are grave."""
    found = rows.one(
        "SELECT count(*) AS unread, count(*) FILTER (WHERE severity = 'red') AS red FROM notify_inbox"
        " WHERE company_id = %s AND person_id = %s AND read_at IS NULL",
        (company_id, person_id),
    )
    return {"unread": 0, "red": 0} if found is None else {k: int(v) for k, v in found.items()}
