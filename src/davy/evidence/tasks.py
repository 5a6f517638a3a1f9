"""Jobs of the evidence. They are deferred by name and discovered by the worker."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from davy.accounts.models import Company
from davy.evidence.log.integrate import LogBrokenError, integrate
from davy.watch.ring import ring
from davy_core.evidence.entry import Entry

_log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="evidence.integrate", queue="evidence", queueing_lock="evidence.integrate")
def integrate_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Enter what grew since the last minute in the log of each company, and sign it."""
    for company_id in Company.objects.values_list("id", flat=True):
        rewritten: set[str] = set()

        def left_out(entry: Entry, found: set[str] = rewritten) -> None:
            found.add(f"{entry.kind}/{entry.stream}")

        try:
            integrate(company_id, left_out=left_out)
        except LogBrokenError:  # the others' logs go on
            _log.exception("the log of company %s is broken; nothing more of it is signed", company_id)
            ring(company_id, "log_broken", "log")
        except OSError:  # a full disk is nobody's forgery, and the next minute tries again
            _log.exception("the log of company %s could not be kept", company_id)
        for stream in sorted(rewritten):
            ring(company_id, "stream_rewritten", stream)
