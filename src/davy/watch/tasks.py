"""Jobs that watch over evidence and clock. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from procrastinate.contrib.django import app

from davy.accounts.models import Company
from davy.watch.jumps import ring_for_jumps


@app.periodic(cron="* * * * *")
@app.task(name="watch.jumps", queue="evidence", queueing_lock="watch.jumps")
def jumps(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Call somebody in each company when the server's clock jumped."""
    for company_id in Company.objects.values_list("id", flat=True):
        ring_for_jumps(company_id)
