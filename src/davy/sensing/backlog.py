"""Messages that wait to be written: since when, and people are told before the watching is blind with it.

Back-pressure never loses anything (the broker keeps seven days), but what is read late is judged late.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.sensing import telling

__all__ = ["LATE", "lag", "tell"]

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
    """Call the control room of every company that has instruments when the reading is late; whether it is.
    Opens its own tenant blocks."""
    if lag(now) <= LATE:
        return False
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        with tenant.company(company_id):
            reads = rows.one(_READ, (company_id,)) is not None
        if reads:
            telling.ring(company_id, "readings_behind", "log")
    return True
