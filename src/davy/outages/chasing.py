"""The clock's look at paper: outages that run past their end, sheets that nobody told of (S18).

Whether something is due is decided in the core alone; here the streams are found that it may concern. What
fails is told in the log and does not keep the others from being looked at.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.door.envelope import Envelope, compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.outages import queries
from davy.outages.contract import book
from davy.permits.waking import wake_working
from davy_core.outages.chasing import due
from davy_core.outages.facts import OutageFacts

__all__ = ["chase"]

_log = logging.getLogger(__name__)
_WATCHED = """
SELECT 'outage' AS kind, id FROM outages_outage
WHERE company_id = %(c)s AND state = 'open' AND until < %(now)s
UNION ALL
SELECT 'block', b.id FROM outages_block b WHERE b.company_id = %(c)s AND (
  b.open_sheets > 0 AND EXISTS (SELECT 1 FROM outages_outage o WHERE o.company_id = b.company_id
    AND o.site_id = b.site_id AND greatest(o.ended_at, (o.doc->'ended'->>'at')::timestamptz) > b.printed_at)
  OR EXISTS (SELECT 1 FROM outages_sheet s WHERE s.company_id = b.company_id AND s.block_id = b.id
    AND s.registered_at IS NOT NULL))
ORDER BY 1, 2
"""

_TURNED_UP = """
SELECT DISTINCT site_id FROM outages_sheet
WHERE company_id = %(c)s AND state = 'live' AND registered_at > %(since)s
"""
LATELY = timedelta(minutes=3)


def chase(company_id: UUID) -> list[str]:
    """Look at every outage and block of the company that may be overdue; the types of what was written."""
    now = clock.now()
    with tenant.company(company_id):
        _look_again(company_id, now)
        found = rows.many(_WATCHED, {"c": company_id, "now": now})
        found = [r for r in found if r["kind"] == "outage" or _is_due(company_id, r["id"], now)]
    events: list[str] = []
    for row in found:
        try:
            answer = execute(_envelope(company_id, row["kind"], row["id"]), Sender("clock"))
        except DoorBusyError:
            continue  # somebody is at it; the next look comes in a minute
        if answer["verdict"] != "accepted":
            _log.error("%s %s cannot be chased: %s", row["kind"], row["id"], answer["reasons"])
            continue
        events += answer["events"]
    return events


def _is_due(company_id: UUID, block_id: UUID, now: datetime) -> bool:
    """Whether somebody is to be called about this block now, judged as the door will: one in which nothing
    is due writes no command, for it is looked at every minute for ever."""
    block = queries.block(company_id, block_id)
    if block is None:
        return False
    others = tuple(queries.outages_of(company_id, block.site))
    return bool(due(block, OutageFacts(now, now, book(), "clock", others=others)))


def _look_again(company_id: UUID, now: datetime) -> None:
    """A permit that was just being written when a sheet turned up did not see it: it is judged once more."""
    found = rows.many(_TURNED_UP, {"c": company_id, "since": now - LATELY})
    if found:
        wake_working(company_id, [row["site_id"] for row in found], now)


def _envelope(company_id: UUID, kind: str, stream_id: UUID) -> Envelope:
    return compose(company_id, f"{kind}/{stream_id}", f"chase_{kind}", {}, at=clock.now(), app="clock")
