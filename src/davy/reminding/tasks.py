"""Jobs of reminding. They are discovered by the worker and imported by nobody."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from procrastinate.contrib.django import app

from davy.notify import store
from davy.reminding.looking import Said, look
from davy.watch.every import each_company


@app.periodic(cron="*/20 * * * *")
@app.task(name="reminding.look", queue="reminding", queueing_lock="reminding.look")
def look_all(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Tell what is due of papers that end, in every company."""
    each_company(look_company)


def look_company(company_id: UUID) -> int:
    """Tell what is due in this company; how many reminders."""
    return look(company_id, _say, store.take_back)


def _say(company_id: UUID, notices: Sequence[Said]) -> None:
    store.say(company_id, [store.Plain(one.person, one.key, one.kind, one.words) for one in notices])
