"""The clock rings alarms that nobody has acknowledged, and takes those off the shelf whose time is over."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError

from davy import clock
from davy.alarms import queries
from davy.door.envelope import Envelope, compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender

__all__ = ["ring_due"]

_log = logging.getLogger(__name__)


def ring_due() -> int:
    """Give every alarm that is due its look; to how many. One that fails keeps no other from ringing, nor any
    permit from being watched. Raises OperationalError when the database is gone."""
    return sum(_ring(company, alarm) for company, alarm in queries.due(clock.now()))


def _ring(company_id: UUID, alarm_id: UUID) -> bool:
    try:
        answer = execute(_envelope(company_id, alarm_id), Sender("clock"))
    except DoorBusyError:
        return False
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # noqa: BLE001 - one alarm's fault must not silence the others
        _log.exception("alarm %s cannot be rung", alarm_id)
        return False
    return bool(answer["events"])


def _envelope(company_id: UUID, alarm_id: UUID) -> Envelope:
    return compose(company_id, f"alarm/{alarm_id}", "ring_alarm", {}, at=clock.now(), app="clock")
