"""The clock looks at orders whose proof is late: nobody else would notice where the watch is dead."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError

from davy import clock
from davy.actuation import queries
from davy.door.envelope import compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender

__all__ = ["look_due"]

_log = logging.getLogger(__name__)


def look_due() -> int:
    """Look at every work point where a proof is late; at how many. One that fails keeps nobody from the
    others. Raises OperationalError when the database is gone."""
    return sum(_look(company, point) for company, point in queries.due(clock.now()))


def _look(company_id: UUID, point_id: UUID) -> bool:
    try:
        look = compose(company_id, f"actuation/{point_id}", "look_at_orders", {}, at=clock.now(), app="clock")
        answer = execute(look, Sender("clock"))
    except DoorBusyError:
        return False
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # noqa: BLE001 - one work point's fault must not silence the others
        _log.exception("work point %s cannot be looked at", point_id)
        return False
    if answer["events"]:
        _log.warning("work point %s: %s", point_id, ", ".join(answer["events"]))
    return bool(answer["events"])
