"""Jobs about the keys of people. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from davy.db import tenant
from davy.sync.account import told_all
from davy.watch.every import each_company


@app.periodic(cron="20 * * * *")
@app.task(name="sync.passkeys", queue="evidence", queueing_lock="sync.passkeys")
def passkeys(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Have the log tell of each passkey that it does not know: those made before streams of accounts."""
    each_company(_told)


def _told(company_id: UUID) -> None:
    with tenant.company(company_id):
        told_all(company_id)
