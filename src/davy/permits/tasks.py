"""Jobs of permits. They are discovered by the worker and imported by nobody."""

import logging

from procrastinate.contrib.django import app

from davy.accounts.models import Company
from davy.db import tenant
from davy.permits import folding

_log = logging.getLogger(__name__)


@app.periodic(cron="40 18 * * *")  # 02:40 in China
@app.task(name="permits.fold", queue="permits")
def fold(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Fold every chain and compare with its row; what differs is told loudly."""
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            for permit_id in folding.differing(company_id):
                _log.critical("permit %s of company %s differs from its events", permit_id, company_id)
