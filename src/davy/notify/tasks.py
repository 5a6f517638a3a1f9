"""Jobs of the inbox. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from davy import clock
from davy.accounts.models import Company
from davy.notify import store
from davy.notify.outward.queueing import call
from davy.notify.outward.sending import due, send_due

KEPT = timedelta(days=90)


# A notice late by minutes still says what happened; one that never comes does not.
@app.task(name="notify.deliver", queue="notify", retry=RetryStrategy(max_attempts=12, exponential_wait=2))
def deliver(
    *,
    company: str,
    source: str,
    notices: Sequence[Mapping[str, Any]],
    permit: str | None = None,
    number: str | None = None,
) -> None:
    """Put the notices of one change into the inboxes. Twice is once."""
    store.deliver(
        UUID(company),
        permit_id=UUID(permit) if permit else None,
        number=number,
        source=UUID(source),
        notices=notices,
    )


@app.task(name="notify.send", queue="notify")
def send(*, company: str) -> None:
    """Send what waits to go out of this company."""
    send_due(UUID(company))


@app.periodic(cron="* * * * *")
@app.task(name="notify.send_all", queue="notify")
def send_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Send again what was not taken, and what a floor had kept waiting: a job for each company it is due in,
    so that the messengers of one keep nobody else waiting."""
    for company_id in Company.objects.values_list("id", flat=True):
        if due(company_id):
            call(company_id)


@app.periodic(cron="40 18 * * *")  # 02:40 in China
@app.task(name="notify.sweep", queue="notify")
def sweep(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Let go of what was told more than ninety days ago; the evidence keeps what happened."""
    before = clock.now() - KEPT
    for company_id in Company.objects.values_list("id", flat=True):
        store.sweep(company_id, before)
