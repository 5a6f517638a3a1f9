"""Jobs of insight. They are discovered by the worker and imported by nobody."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.insight import store


@app.periodic(cron="20 18 * * *")  # 02:20 in China
@app.task(name="insight.nightly", queue="insight")
def nightly(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Look for stamping in the last 35 days of every company."""
    now = clock.now()
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            store.look(company_id, since=now - store.NIGHTLY, now=now)


@app.task(name="insight.look", queue="insight", lock="insight.look")
def look(*, company: str) -> None:
    """Look at the last two days after a permit of the company ended."""
    now = clock.now()
    with tenant.company(UUID(company)):
        store.look(UUID(company), since=now - store.ON_CLOSE, now=now)
