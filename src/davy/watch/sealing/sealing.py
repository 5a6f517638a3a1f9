"""Seals the hours of a company that are over and not sealed, or not wholly: late readings get a seal too."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import OperationalError

from davy import clock
from davy.db import tenant
from davy.door.envelope import compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.readings import sealed
from davy.readings.store import day_of
from davy.watch.sealing.stream import day, unsealed
from davy_core.instants import iso
from davy_core.sealing.deciding import GRACE, HOUR, Day

__all__ = ["seal"]

_log = logging.getLogger(__name__)


def seal(company_id: UUID, back: timedelta) -> int:
    """Seal what no seal covers of the hours that ended within `back`; how many seals were made. What the
    door is too busy for waits for the next run. Outside of any tenant block."""
    now = clock.now()
    made = 0
    for starts in _waiting(company_id, now - back, now - GRACE):
        name = f"readings/{sealed.stream_of(company_id, day_of(starts))}"
        told = compose(company_id, name, "seal_readings", {"from": iso(starts)}, at=now, app="watch/1")
        try:
            answer = execute(told, Sender("clock"))
        except (DoorBusyError, OperationalError):
            _log.warning("readings of %s wait for the next run", iso(starts))
            continue
        made += bool(answer.get("events"))
    return made


def _waiting(company_id: UUID, begin: datetime, end: datetime) -> list[datetime]:
    """The whole hours with readings that no seal covers."""
    begin, end = (at.replace(minute=0, second=0, microsecond=0) for at in (begin, end))
    days: dict[object, Day] = {}
    found = []
    with tenant.company(company_id):
        for starts, newest in sealed.newest(company_id, begin, end).items():
            when = day_of(starts)
            if when not in days:
                days[when] = day(company_id, when)
            if starts + HOUR <= end and unsealed(days[when], starts, newest):
                found.append(starts)
    return found
