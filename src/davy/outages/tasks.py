"""The job that chases paper. It is discovered by the worker and imported by nobody."""

from procrastinate.contrib.django import app

from davy.accounts.models import Company
from davy.outages.chasing import chase


@app.periodic(cron="* * * * *")
@app.task(name="outages.chase", queue="outages")
def chase_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Look at the paper of all companies."""
    for company_id in Company.objects.values_list("id", flat=True):
        chase(company_id)
