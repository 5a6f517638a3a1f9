"""Jobs of readings: rolled up and dropped at night. Discovered by the worker and imported by nobody."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from procrastinate.contrib.django import app

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.readings import rolling, store

_log = logging.getLogger(__name__)
_WEEK = timedelta(days=8)
_ASIDE = timedelta(days=90)


@app.periodic(cron="50 18 * * *")  # 02:50 in China
@app.task(name="readings.nightly", queue="readings", queueing_lock="readings.nightly")
def nightly(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Roll up the last days of every company, then drop what is past its time: nothing is dropped that was
    not rolled up, because what fails here ends the job before it."""
    now = clock.now()
    for company_id in Company.objects.values_list("id", flat=True):
        for day in range(_WEEK.days):
            with tenant.company(company_id):
                end = now - timedelta(days=day)
                rolling.roll(company_id, end - timedelta(days=1), end)
        with tenant.company(company_id):
            rolling.forget(company_id, now, timedelta(days=settings.READINGS_MINUTE_DAYS), _ASIDE)
    before = store.day_of(now - timedelta(days=settings.READINGS_DAYS))
    dropped = store.drop_days(before)
    store.make_days(store.day_of(now + timedelta(days=ahead)) for ahead in range(3))
    _log.info("readings were rolled up; %d old days are gone", dropped)
