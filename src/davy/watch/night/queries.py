"""Reads when the evidence was looked through and what did not hold. Inside a tenant block."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.attachments.checking import NIGHTS
from davy.db import rows

__all__ = ["LATE", "MISSED", "last_ended", "late", "standing"]

MISSED = timedelta(hours=26)
"""After so long without a look one is made up for."""

LATE = timedelta(hours=36)
"""After so long without a look that came to its end people are told."""

MOST = 200
_NEWEST = """
SELECT began_at, ended_at, streams, events, entries, files, faults FROM watch_look
WHERE company_id = %s AND (ended_at IS NULL) = %s AND began_at <= %s
  AND coalesce(ended_at <= %s, true) ORDER BY began_at DESC LIMIT 1
"""
_FILES = """
SELECT count(*) AS known, count(*) FILTER (WHERE checked_at > %s AND checked_at <= %s) AS checked
FROM attachments_attachment WHERE company_id = %s
"""
# The id out of the subject, where it is one, so that each permit is found by its key.
_OPEN = """
SELECT part, subject, why, found_at, seen_at,
  (SELECT p.number FROM permits_permit p WHERE p.company_id = m.company_id
   AND p.id = CASE WHEN m.subject ~ '^permit/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
     THEN substr(m.subject, 8)::uuid END) AS number
FROM watch_mismatch m WHERE company_id = %s AND mended_at IS NULL ORDER BY part, found_at, subject LIMIT %s
"""


def last_ended(company_id: UUID, now: datetime) -> datetime | None:
    """When the last look came to its end; None when none ever did. What a clock that stood in the future
    wrote down counts as never, here as below."""
    found = rows.one(
        "SELECT max(ended_at) AS at FROM watch_look WHERE company_id = %s AND ended_at <= %s",
        (company_id, now),
    )
    return found["at"] if found else None


def late(company_id: UUID, now: datetime, since: datetime, limit: timedelta = LATE) -> bool:
    """Whether nobody looked for longer than the limit; `since` is when the company began."""
    last = last_ended(company_id, now) or (since if since <= now else None)
    return last is None or now - last > limit


def standing(company_id: UUID, now: datetime, since: datetime) -> dict[str, Any]:
    """The last look, one that runs or was cut off after it, whether it is late, and what does not hold."""
    last, begun = (rows.one(_NEWEST, (company_id, unended, now, now)) for unended in (False, True))
    if begun and last and begun["began_at"] < last["began_at"]:
        begun = None
    files = rows.one(_FILES, (now - timedelta(days=NIGHTS), now, company_id)) or {"known": 0, "checked": 0}
    found = rows.many(_OPEN, (company_id, MOST + 1))
    return {
        "last": last,
        "begun_at": begun["began_at"] if begun else None,
        "late": late(company_id, now, since),
        "files": files["known"],
        "files_checked": files["checked"],
        "nights": NIGHTS,
        "mismatches": found[:MOST],
        "more": len(found) > MOST,
    }
