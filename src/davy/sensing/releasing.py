"""Releases instruments from permits that are over, through the door."""

from __future__ import annotations

from uuid import UUID

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.door.envelope import Envelope, compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.sensing.watched import gas_kinds

__all__ = ["release_ended"]

# S6, S8: a permit that was ended but not cleared is still watched.
_ENDED = """
SELECT b.instrument_id FROM instruments_binding b
JOIN permits_permit p ON p.company_id = b.company_id AND p.id = b.permit_id
WHERE b.company_id = %s AND b.until_at IS NULL AND p.state IN ('closed', 'voided', 'withdrawn')
  AND p.clearance <> 'open'
LIMIT 100
"""

# A gas detector that somebody wears goes back when the last work is over that he checked in at with it: the
# next shift must find it free. While any work of his goes on or is to come, he keeps it.
_TAKEN_BACK = """
SELECT b.instrument_id FROM instruments_binding b
JOIN instruments_instrument i ON i.company_id = b.company_id AND i.id = b.instrument_id AND i.kind = ANY(%s)
WHERE b.company_id = %s AND b.until_at IS NULL AND b.person_id IS NOT NULL
  AND EXISTS (SELECT 1 FROM permits_permit p WHERE p.company_id = b.company_id
    AND p.doc->'check_ins' ? b.person_id::text AND p.state IN ('closed', 'voided', 'withdrawn')
    AND p.clearance <> 'open' AND p.changed_at > b.from_at)
  AND NOT EXISTS (SELECT 1 FROM permits_permit p WHERE p.company_id = b.company_id
    AND b.person_id = ANY(p.people)
    AND (p.state IN ('submitted', 'issued', 'active', 'paused', 'finished') OR p.clearance = 'open'))
LIMIT 100
"""


def release_ended() -> int:
    """Release every instrument whose permit, and every gas detector whose wearer's work is over; how many."""
    done = 0
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            over = rows.many(_ENDED, (company_id,)) + rows.many(_TAKEN_BACK, (gas_kinds(), company_id))
            ended = [row["instrument_id"] for row in over]
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
