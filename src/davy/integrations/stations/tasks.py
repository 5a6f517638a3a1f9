"""The job that asks weather stations. It is discovered by the worker and imported by nobody."""

from procrastinate.contrib.django import app

from davy.accounts.models import Company
from davy.integrations.stations.poll import poll_company


@app.periodic(cron="*/5 * * * *")
@app.task(name="stations.poll", queue="stations")
def poll(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Ask the stations of all companies."""
    for company_id in Company.objects.values_list("id", flat=True):
        poll_company(company_id)
