"""Messages that wait to be written: since when, and people are told before the watching is blind with it.

Back-pressure never loses anything (the broker keeps seven days), but what is read late is judged late.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import InterfaceError, OperationalError

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.door.execute import LOCK_TIMEOUT, busy
from davy.sensing import telling

__all__ = ["LATE", "call", "lag", "tell"]

_log = logging.getLogger(__name__)
LATE = timedelta(seconds=10)
"""A message may wait for so long before somebody is called; an instrument counts as silent after 15 s (j)."""

_OLDEST = "SELECT min(oldest_at) AS at FROM sensing_lease"
_READ = "SELECT 1 FROM instruments_instrument WHERE company_id = %s AND retired_at IS NULL LIMIT 1"


def lag(now: datetime) -> timedelta:
    """How long the oldest message has waited."""
    found = rows.one(_OLDEST, ())
    oldest = found["at"] if found else None
    return max(timedelta(0), now - oldest) if oldest is not None else timedelta(0)


def tell(now: datetime) -> bool:
    """Call the control rooms when the reading is late; whether it is. See `call`."""
    if lag(now) <= LATE:
        return False
    call("readings_behind")
    return True


def call(kind: str) -> None:
    """Raise this alarm at every company that has instruments. One that cannot be called keeps none of the
    others from it, and is called again the next time. Opens its own tenant blocks. Raises OperationalError,
    InterfaceError when the database itself is not there."""
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        try:
            _call(company_id, kind)
        except InterfaceError:
            raise
        except OperationalError as error:
            if not busy(error):
                raise
            _log.warning("company %s is locked and is called later: its readings wait", company_id)
        except Exception:  # noqa: BLE001 - a fault or a lock at one company is no silence at the others
            _log.exception("nobody of company %s can be called: its readings wait", company_id)


def _call(company_id: UUID, kind: str) -> None:
    with tenant.company(company_id, patience=LOCK_TIMEOUT):
        if rows.one(_READ, (company_id,)) is not None:
            telling.ring(company_id, kind, "log")
