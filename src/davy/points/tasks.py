"""Jobs of points. They are discovered by the worker and imported by nobody."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from davy import clock
from davy.points.looking import look
from davy.watch.every import each_company


@app.periodic(cron="7,27,47 * * * *")
@app.task(name="points.look", queue="points", queueing_lock="points.look")
def look_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Write what became due this month and last month, in every company."""
    each_company(look_company)


def look_company(company_id: UUID) -> int:
    """Write what became due in this company; how many entries."""
    return look(company_id, clock.now())
