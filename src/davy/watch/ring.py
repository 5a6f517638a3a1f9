"""Calls named people when the evidence or the clock is in doubt: the safety officers, the auditors and
whoever holds the control room. No permit stops by it and none goes on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.people.officers import called
from davy_core.instants import iso

__all__ = ["AGAIN", "ring"]

AGAIN = timedelta(hours=4)
"""After how long the same trouble rings again while it lasts (j)."""

_APART = timedelta(minutes=1)  # as far as the clocks of two of our own machines may be apart

# By the events, since a row tells its latest time for ever. What rang by a clock that stood in the future
# would be silent until then: it counts as never.
_LAST = """
SELECT max(e.recorded_at) FILTER (WHERE e.recorded_at <= %s) AS at, count(*) AS ever
FROM alarms_alarm a JOIN evidence_event e ON e.company_id = a.company_id AND e.kind = 'alarm'
  AND e.stream_id = a.id AND e.type IN ('AlarmOpened', 'AlarmRecurred', 'AlarmReopened')
WHERE a.company_id = %s AND a.permit_id IS NULL AND a.kind = %s AND a.subject = %s
"""


def ring(
    company_id: UUID, kind: str, subject: str, *, again: timedelta | None = AGAIN, also: Iterable[str] = ()
) -> bool:
    """Raise an alarm of this kind (contracts/alarms.yaml) about `subject`; whether it rang now.

    The same trouble rings again only after `again`, however often it is found; with None only once for ever.
    `also` are posts (by code) whose holders are called beside those who always are. Opens its own tenant
    block.
    """
    now = clock.now()
    with tenant.company(company_id):
        # One at a time, so that two who find the same trouble ring once.
        rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{company_id}:{kind}:{subject}"])
        found = rows.one(_LAST, [now + _APART, company_id, kind, subject]) or {"at": None, "ever": 0}
        if found["ever"] if again is None else found["at"] and found["at"] > now - again:
            return False
        body = {
            "permit": None,
            "number": None,
            "kind": kind,
            "code": None,
            "subject": subject,
            "at": iso(now),
            "by": "clock",
            "tell": called(company_id, also),
        }
        execute_in([raising(company_id, body, now)], Sender("clock"))
    return True
