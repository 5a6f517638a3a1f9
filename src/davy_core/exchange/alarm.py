"""An alarm as a row of table A.3."""

from __future__ import annotations

from datetime import datetime

from davy_core.alarms.state import Alarm
from davy_core.exchange.codes import local
from davy_core.exchange.ticket import Row


def alarm_row(alarm: Alarm, result: str | None, *, at: datetime, by: str) -> Row:
    """The row after a change `at` an instant `by` somebody; `result` is what was written when it was
    handled or closed. The alarm ends when it is closed."""
    return {
        "ID": alarm.id,
        "TICKET_ID": alarm.permit,
        "ALARM_START_TIME": local(alarm.raised_at),
        "ALARM_TYPE": alarm.code,
        "ALARM_END_TIME": local(alarm.closed.at) if alarm.closed else None,
        "ALARM_RESULT": result,
        "DELETED": "0",
        "CREATE_DATE": local(alarm.raised_at),
        "CREATE_BY": "davy",
        "UPDATE_DATE": local(at),
        "UPDATE_BY": by,
    }
