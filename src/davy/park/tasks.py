"""Jobs of sharing in a park. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from procrastinate.contrib.django import app

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.park.answering import last_moment
from davy.park.consenting import ended
from davy.park.models import Line, Partner
from davy.park.pulling import News, pull
from davy.permits.waking import wake_working
from davy.sites.models import Site
from davy.watch.every import each_company
from davy.watch.ring import ring
from davy_core.park.standing import FRESH

_EVERY = timedelta(minutes=5)
"""How often a partner is asked: three times within what its list stands for."""
_AGAIN = timedelta(days=1)
_KEPT = timedelta(days=180)
"""How long the log keeps that lists went to and fro; whom somebody looked up stays."""


@app.periodic(cron="* * * * *")
@app.task(name="park.tick", queue="park", queueing_lock="park.tick")
def tick(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Each minute: ask each partner whose turn it is, and end what is past its period."""
    each_company(tick_company)


@app.task(name="park.pull", queue="park")
def pull_now(*, company: str, partner: str) -> None:
    """Ask one partner."""
    tell(UUID(company), UUID(partner), pull(UUID(company), UUID(partner)))


def tick_company(company_id: UUID) -> None:
    """Ask the partners of one company whose turn it is."""
    now, due = clock.now(), []
    with tenant.company(company_id):
        company = Company.objects.get(id=company_id)
        for partner in Partner.objects.select_for_update().filter(company_id=company_id, state="active"):
            if now > last_moment(partner, company):
                ended(partner, "period")
            elif partner.tried_at is None or not timedelta() <= now - partner.tried_at < _EVERY:
                due.append(partner.id)
        Line.objects.filter(company_id=company_id, what__in=["answered", "took"], at__lt=now - _KEPT).delete()
    for one in due:
        tell(company_id, one, pull(company_id, one))


def tell(company_id: UUID, partner_id: UUID, news: News) -> None:
    """Call those who answer for safety: a partner keeps one of our people from work, took its consent back,
    or was not heard for so long that nobody knows."""
    for hit in news.hits:
        ring(company_id, "park_hit", str(hit.id), again=None)
    if news.hits:
        with tenant.company(company_id):
            sites = Site.objects.filter(company_id=company_id).values_list("id", flat=True)
            wake_working(company_id, sites, clock.now())
    if news.ended:
        ring(company_id, "park_ended", str(partner_id), again=None)
    if not news.trouble:
        return
    with tenant.company(company_id):
        partner = Partner.objects.get(company_id=company_id, id=partner_id)
        since = partner.took_at or partner.consented_at
    if clock.now() - since > FRESH:
        ring(company_id, "park_silent", str(partner_id), again=_AGAIN)
