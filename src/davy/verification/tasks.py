"""Jobs of verification. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.verification import asking, listing
from davy.verification.connector import SourceError, line
from davy.verification.models import Night, Source
from davy.verification.nights import carry_on
from davy.watch.every import each_company
from davy.watch.ring import ring

_SLICE = timedelta(seconds=50)
"""A job goes on with a night for so long; then the next one does, so that other work has its turn."""
_OVERDUE_AGAIN = timedelta(days=7)


@app.periodic(cron="* * * * *")
@app.task(name="verification.look", queue="verification_clock", queueing_lock="verification.look")
def look(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Each minute: begin the night of every company whose hour has come, and go on with one that was
    killed."""
    each_company(look_company)


@app.task(name="verification.night", queue="verification")
def go_on(*, company: str, night: str) -> None:
    """Go on with one night for a while."""
    go_on_with(UUID(company), UUID(night), clock.now() + _SLICE)


def look_company(company_id: UUID) -> None:
    """Begin a night where it is due, and have whatever goes on gone on with."""
    now = clock.now()
    with tenant.company(company_id):
        source = Source.objects.filter(company_id=company_id, enabled=True).first()
        if source is None:
            return
        local = now.astimezone(_zone(company_id))
        known = Night.objects.filter(company_id=company_id, day=local.date(), by="clock").exists()
        if local.hour >= source.hour and not known:  # a server that was down then asks later that day
            asking.begin(company_id, local.date(), "clock")
        going = Night.objects.filter(company_id=company_id, state="going").first()
        if going is None or (going.rests_until is not None and going.rests_until > now):
            return
        one = f"verification.night/{company_id}"
        with suppress(AlreadyEnqueued), transaction.atomic():  # a job that waits already is no failure
            job = app.configure_task("verification.night", queueing_lock=one, lock=one)
            job.defer(company=str(company_id), night=str(going.id))


def go_on_with(company_id: UUID, night_id: UUID, until: datetime) -> str:
    """Go on with a night until it is over or `until`; its state then. Whoever answers is told when it was not
    completed."""
    with tenant.company(company_id):
        source = Source.objects.filter(company_id=company_id).first()
        today = clock.now().astimezone(_zone(company_id)).date()
    if source is None or not source.enabled:
        asking.end(company_id, night_id, "failed", "off")
        return "failed"
    try:
        state = carry_on(company_id, night_id, line(company_id, source), today, until)
    except SourceError as error:
        asking.end(company_id, night_id, "failed", error.code)
        state = "failed"
    if state != "going":
        _tell(company_id, night_id, state)
    return state


def _tell(company_id: UUID, night_id: UUID, state: str) -> None:
    with tenant.company(company_id):
        night = asking.night(company_id, night_id)
        late = listing.overdue(company_id, clock.now())
    if night is not None and (state in {"failed", "doubted"} or night.silent):
        ring(company_id, "verification_failing", night.day.isoformat(), again=None)
    if late:
        ring(company_id, "verification_overdue", "overdue", again=_OVERDUE_AGAIN)


def _zone(company_id: UUID) -> ZoneInfo:
    return ZoneInfo(Company.objects.get(id=company_id).timezone)
