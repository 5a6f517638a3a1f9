"""Jobs of the evidence. They are deferred by name and discovered by the worker."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError
from procrastinate.contrib.django import app

from davy.evidence.log.holds import LogHeldError
from davy.evidence.log.integrate import integrate
from davy.watch.every import each_company, guarded
from davy.watch.ring import ring
from davy_core.evidence.entry import Entry

_log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="evidence.integrate", queue="evidence", queueing_lock="evidence.integrate")
def integrate_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Enter what grew since the last minute in the log of each company, and sign it."""
    each_company(_integrate)


def _integrate(company_id: UUID) -> None:
    rewritten: set[str] = set()

    def left_out(entry: Entry) -> None:
        rewritten.add(f"{entry.kind}/{entry.stream}")

    try:
        integrate(company_id, left_out=left_out)
    except (OSError, OperationalError, InterfaceError):
        # A full disk or a database that is away is nobody's forgery, and the next minute tries again.
        _log.exception("the log of company %s could not be kept", company_id)
    except LogHeldError as error:
        _log.error("the log of company %s is held: %s", company_id, error)
        guarded(ring, company_id, "log_held", "log")
    except Exception:  # noqa: BLE001 - what cannot be read is broken too: people are called
        _log.exception("the log of company %s is broken; nothing more of it is signed", company_id)
        guarded(ring, company_id, "log_broken", "log")
    for stream in sorted(rewritten):
        guarded(ring, company_id, "stream_rewritten", stream)
