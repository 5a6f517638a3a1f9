"""Jobs that watch over evidence and clock. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.door.jobs import defer
from davy.watch.every import each_company
from davy.watch.jumps import ring_for_jumps
from davy.watch.night import queries
from davy.watch.night.looking import look
from davy.watch.owed import ring_for_owed
from davy.watch.ring import ring
from davy.watch.sealing.sealing import seal
from davy.watch.stamping import stamp
from davy.watch.witness.asking import have_witnessed
from davy.watch.witness.serving import ring_for_refused

_HOURS, _DAYS = timedelta(hours=6), timedelta(days=8)
_BEFORE_NIGHT = 19


@app.periodic(cron="* * * * *")
@app.task(name="watch.jumps", queue="evidence", queueing_lock="watch.jumps")
def jumps(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Call somebody in each company when the server's clock jumped."""
    each_company(ring_for_jumps)


@app.periodic(cron="30 19 * * *")  # 03:30 in China
@app.task(name="watch.night", queue="watch", queueing_lock="watch.night")
def night(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Look through all evidence of every company."""
    each_company(look)  # where it failed it stays without an end


@app.periodic(cron="12 * * * *")
@app.task(name="watch.seal", queue="watch", queueing_lock="watch.seal")
def seal_readings(timestamp: int) -> None:
    """Seal the readings of the last hours of every company; before the look of the night, what came late for
    the days before too."""
    night = datetime.fromtimestamp(timestamp, UTC).hour == _BEFORE_NIGHT
    each_company(partial(seal, back=_DAYS if night else _HOURS))


@app.periodic(cron="45 * * * *")
@app.task(name="watch.late", queue="evidence", queueing_lock="watch.late")
def late(timestamp: int) -> None:
    """Call people when no look came to its end, or nobody outside vouched for our log, for too long; and make
    up for a look that was missed."""
    missed = set[UUID]()

    def seen(company_id: UUID) -> None:
        if _ring_for_late(company_id):
            missed.add(company_id)

    each_company(seen)
    each_company(ring_for_owed)
    if missed:
        with suppress(AlreadyEnqueued):
            defer("watch.night", {"timestamp": timestamp})


def _ring_for_late(company_id: UUID) -> bool:
    """Call people when nobody looked for too long; whether a look was missed."""
    since, now = Company.objects.values_list("created_at", flat=True).get(id=company_id), clock.now()
    with tenant.company(company_id):
        unwatched = queries.late(company_id, now, since)
        missed = queries.late(company_id, now, since, queries.MISSED)
    if unwatched:
        ring(company_id, "evidence_unwatched", "watch")
    return missed


@app.periodic(cron="* * * * *")
@app.task(name="watch.stamp", queue="evidence", queueing_lock="watch.stamp", lock="watch.stamp")
def stamp_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Have the newest checkpoint of each company stamped when that is due."""
    each_company(stamp)


@app.periodic(cron="* * * * *")
@app.task(name="watch.witness", queue="evidence", queueing_lock="watch.witness", lock="watch.witness")
def witness_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Have the newest checkpoint of each company co-signed."""
    each_company(have_witnessed)


@app.periodic(cron="* * * * *")
@app.task(name="watch.refused", queue="evidence", queueing_lock="watch.refused")
def refused(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Call people for logs of others that did not grow as they should. A job of its own, since no witness
    that we ask may hold it up."""
    each_company(ring_for_refused)
