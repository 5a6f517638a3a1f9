"""Jobs that watch over evidence and clock. They are deferred by name and discovered by the worker."""

from __future__ import annotations

import logging
from contextlib import suppress

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.door.jobs import defer
from davy.watch.jumps import ring_for_jumps
from davy.watch.night import queries
from davy.watch.night.looking import look
from davy.watch.ring import ring
from davy.watch.stamping import stamp
from davy.watch.witness.asking import have_witnessed
from davy.watch.witness.serving import ring_for_refused

_log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="watch.jumps", queue="evidence", queueing_lock="watch.jumps")
def jumps(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Call somebody in each company when the server's clock jumped."""
    for company_id in Company.objects.values_list("id", flat=True):
        ring_for_jumps(company_id)


@app.periodic(cron="30 19 * * *")  # 03:30 in China
@app.task(name="watch.night", queue="watch", queueing_lock="watch.night")
def night(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Look through all evidence of every company."""
    for company_id in Company.objects.values_list("id", flat=True):
        try:
            look(company_id)
        except Exception:  # noqa: BLE001 - the others' is looked through; this one's stays without an end
            _log.exception("the evidence of company %s could not be looked through", company_id)


@app.periodic(cron="45 * * * *")
@app.task(name="watch.late", queue="evidence", queueing_lock="watch.late")
def late(timestamp: int) -> None:
    """Call people when no look came to its end for too long, and make up for one that was missed."""
    missed = False
    for company in Company.objects.all():
        now = clock.now()
        with tenant.company(company.id):
            unwatched = queries.late(company.id, now, company.created_at)
            missed |= queries.late(company.id, now, company.created_at, queries.MISSED)
        if unwatched:
            ring(company.id, "evidence_unwatched", "watch")
    if missed:
        with suppress(AlreadyEnqueued):
            defer("watch.night", {"timestamp": timestamp})


@app.periodic(cron="* * * * *")
@app.task(name="watch.stamp", queue="evidence", queueing_lock="watch.stamp", lock="watch.stamp")
def stamp_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Have the newest checkpoint of each company stamped when that is due."""
    for company_id in Company.objects.values_list("id", flat=True):
        stamp(company_id)


@app.periodic(cron="* * * * *")
@app.task(name="watch.witness", queue="evidence", queueing_lock="watch.witness", lock="watch.witness")
def witness_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Have the newest checkpoint of each company co-signed, and call people for logs of others that did not
    grow as they should."""
    for company_id in Company.objects.values_list("id", flat=True):
        have_witnessed(company_id)
        ring_for_refused(company_id)
