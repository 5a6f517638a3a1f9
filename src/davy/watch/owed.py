"""Calls people when the newest of our log is neither stamped nor co-signed for hours, whatever the reason: by
the age of what is there, so that a worker that never came to count a failure is heard of too."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from davy import clock
from davy.db import tenant
from davy.evidence.log import cosigned, stamps, store
from davy.watch.ring import ring
from davy.watch.witness.keys import witnesses

__all__ = ["ring_for_owed"]


def ring_for_owed(company_id: UUID) -> None:
    """Ring for the time-stamp authorities together, and for each witness of the settings. One that is wanted
    only now and then has that long besides."""
    pause = timedelta(minutes=settings.STAMP_MINUTES)
    if settings.TSA:
        with tenant.company(company_id):
            last = stamps.newest(company_id)
        if _owed(company_id, last.size if last else 0, pause):
            ring(company_id, "stamp_missing", "time-stamp")
    for witness in witnesses(settings.WITNESSES):
        with tenant.company(company_id):
            size = cosigned.last_size(company_id, witness.name)
        if _owed(company_id, size, timedelta()):
            ring(company_id, "witness_missing", witness.name)


def _owed(company_id: UUID, size: int, pause: timedelta) -> bool:
    now = clock.now()
    with tenant.company(company_id):
        since = store.waiting_since(company_id, size, now)
    return since is not None and now - since >= timedelta(hours=settings.OUTSIDE_LATE_HOURS) + pause
