"""Puts the rows of AQ 3064.2-2025 into the outbox, in the transaction of the change they tell (S28).

Messages `aq3064.ticket` (table A.1) and `aq3064.alarm` (table A.3); the key is the stream's id and
version, so a change is told exactly once, in the order of the versions. Names and phone numbers stand in
them because the table asks for them: whoever erases a person removes his undelivered messages too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.outbox.store import put
from davy_core.alarms.state import Alarm
from davy_core.exchange.alarm import alarm_row
from davy_core.exchange.codes import SPECIAL
from davy_core.exchange.ticket import Around, Named, ticket_row
from davy_core.permits.state import Permit

__all__ = ["ALARM", "TICKET", "put_alarm", "put_ticket"]

TICKET = "aq3064.ticket"
ALARM = "aq3064.alarm"


def put_ticket(
    permit: Permit, around: Mapping[str, Any], status: str, *, version: int, at: datetime, by: str
) -> UUID | None:
    """The row of a permit after a change; `status` is `aq` of its state. Gives the message's id.

    `around` holds what the permit does not: company_name, company_code, position, content; optional people
    {person id: {name, mobile, unit, certificates [[name, number]]}}, substances {code: name}, longitude,
    latitude, changed_cause, cancelled_cause. A permit that was never submitted has no ticket yet and gives
    None; so does work that is none of the eight special works, for table A.2 has no code for it. Raises
    TypeError or KeyError for an `around` without the required texts.
    """
    if permit.number is None or permit.type not in SPECIAL:
        return None
    row = ticket_row(permit, _around(around), status, at=at, by=by)
    return put(TICKET, f"{permit.id}:{version}", row)


def put_alarm(alarm: Alarm, result: str | None, *, version: int, at: datetime, by: str) -> UUID | None:
    """The row of an alarm after a change; `result` is what people wrote about it. Gives the message's id."""
    return put(ALARM, f"{alarm.id}:{version}", alarm_row(alarm, result, at=at, by=by))


def _around(given: Mapping[str, Any]) -> Around:
    people = {person: _named(row) for person, row in given.get("people", {}).items()}
    return Around(**{**given, "people": people})


def _named(row: Mapping[str, Any]) -> Named:
    papers = tuple((str(name), str(number)) for name, number in row.get("certificates", ()))
    return Named(row["name"], row.get("mobile", ""), row.get("unit", ""), papers)
