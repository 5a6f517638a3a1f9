"""Releases instruments from permits that are over, through the door."""

from __future__ import annotations

from uuid import UUID

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.door.envelope import Envelope, compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender

__all__ = ["release_ended"]

# S6, S8: a permit that was ended but not cleared is still watched.
_ENDED = """
SELECT b.instrument_id FROM instruments_binding b
JOIN permits_permit p ON p.company_id = b.company_id AND p.id = b.permit_id
WHERE b.company_id = %s AND b.until_at IS NULL AND p.state IN ('closed', 'voided', 'withdrawn')
  AND p.clearance <> 'open'
LIMIT 100
"""


def release_ended() -> int:
    """Release every instrument whose permit is over; how many."""
    done = 0
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            ended = [row["instrument_id"] for row in rows.many(_ENDED, (company_id,))]
        for instrument_id in ended:
            try:
                execute(_command(company_id, instrument_id), Sender("watch"))
            except DoorBusyError:
                continue
            done += 1
    return done


def _command(company_id: UUID, instrument_id: UUID) -> Envelope:
    body = {"reason": "permit_over"}
    return compose(
        company_id, f"instrument/{instrument_id}", "release_instrument", body, at=clock.now(), app="watch"
    )
