"""Messages that the broker's log dropped, by age or for room, before anybody read them. Which partition a
dropped message was of nobody can tell any more, so what is told is the most that it can have been."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from davy import clock
from davy.db import rows
from davy.sensing.lease import Lease, hold

__all__ = ["KEPT", "fresh", "look", "passed", "told"]

_log = logging.getLogger(__name__)
KEPT = timedelta(days=7)
"""So long the room of instruments shows a loss."""
_FRESH = timedelta(minutes=1)

# Who lost the partition meanwhile says nothing of it.
_PASSED = """
UPDATE sensing_lease SET passed = greatest(coalesce(passed, 0), %s) WHERE partition = ANY(%s) AND holder = %s
"""
_TOLD = """
SELECT coalesce(sum(upper(r) - lower(r)), 0)::bigint AS most, (SELECT min(since) FROM lost) AS since
FROM (SELECT unnest(range_agg(int8range(first, last, '[]'))) AS r FROM lost) AS ranges
"""


def passed(holder: UUID, partitions: Iterable[int], number: int) -> None:
    """All up to this number of the log that was of these partitions is written."""
    rows.run(_PASSED, (number, list(partitions), holder))


def look(lease: Lease, read: int, first: int) -> int:
    """How many messages of this partition, read up to `read`, the log may have dropped, which begins with
    number `first` now; noted once. Of a partition that was never yet read to the end nothing is known: 0.
    In a transaction of its own. Raises LeaseLostError."""
    with transaction.atomic():
        hold(lease)
        row = rows.one("SELECT passed, moved_at FROM sensing_lease WHERE partition = %s", (lease.partition,))
        if row is None or row["passed"] is None:
            return 0
        begin, end, now = max(row["passed"], read) + 1, first - 1, clock.now()
        if begin > end:
            return 0
        rows.run(
            "INSERT INTO sensing_dropped (partition, first, last, since, noticed_at)"
            " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            (lease.partition, begin, end, row["moved_at"] or now, now),
        )
        passed(lease.holder, [lease.partition], end)
    _log.error("UNREAD READINGS ARE GONE: the broker dropped at most %d messages", end - begin + 1)
    return int(end - begin + 1)


def fresh(now: datetime) -> bool:
    """Whether a loss was noticed within the last minute: people are called then."""
    asked = "SELECT 1 FROM sensing_dropped WHERE noticed_at > %s LIMIT 1"
    return rows.one(asked, (now - _FRESH,)) is not None


def told(now: datetime) -> dict[str, Any]:
    """At most how many were dropped unread in the last days, and since when; none: 0 and None."""
    lost = "WITH lost AS (SELECT first, last, since FROM sensing_dropped WHERE noticed_at > %s)"
    found = rows.one(f"{lost} {_TOLD}", (now - KEPT,))
    return {"dropped": found["most"], "dropped_since": found["since"]} if found else {}
