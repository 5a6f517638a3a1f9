"""Jobs of emergencies. They are deferred by name and discovered by the worker."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from davy.accounts.models import Company
from davy.emergency import opening


@app.task(name="emergency.open", queue="emergency", retry=RetryStrategy(max_attempts=60, wait=1))
def open_emergency(*, company: str, alarm: str, at: str) -> None:
    """Open the emergency of an alarm that was told at this instant. Twice is once."""
    opening.open_for(UUID(company), UUID(alarm), datetime.fromisoformat(at))


@app.periodic(cron="* * * * *")
@app.task(name="emergency.sweep", queue="emergency")
def sweep_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Look for alarms that nobody answered and no job opened an emergency for."""
    for company_id in Company.objects.values_list("id", flat=True):
        opening.sweep(company_id)
