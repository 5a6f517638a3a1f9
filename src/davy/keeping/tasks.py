"""Jobs of keeping. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from davy.keeping.removals import begin_night, work_off
from davy.watch.every import each_company


@app.task(name="keeping.remove", queue="keeping")
def remove(*, company: str) -> None:
    """Remove what a person confirmed."""
    work_off(UUID(company))


@app.periodic(cron="20 18 * * *")  # 02:20 in China, before the evidence is looked through
@app.task(name="keeping.night", queue="keeping", queueing_lock="keeping.night")
def night(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Order what is past its period where that is switched on, and go on with what an earlier run left."""
    each_company(_night)


def _night(company_id: UUID) -> None:
    begin_night(company_id)
    work_off(company_id)
