"""Puts what of the inbox goes out into the queue of messages, in the transaction that tells the inbox."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from davy.db import rows
from davy.ids import uuid7
from davy.notify.outward.contract import outward_book
from davy_core.notices.outward import next_at

__all__ = ["call", "messengers_of", "put", "queue"]

_SET_UP = "SELECT kind FROM notify_messenger WHERE company_id = %s AND enabled"
_LAST = """
SELECT max(sent_at) AS at FROM notify_message
WHERE company_id = %s AND person_id = %s AND messenger = %s AND state = 'sent'
"""
_PUT = """
INSERT INTO notify_message
  (id, company_id, person_id, messenger, inbox_id, severity, title, at, until, next_at, state, tries, problem)
SELECT %(id)s, m.company_id, m.person_id, %(messenger)s, m.id, m.severity,
       CASE WHEN (SELECT language FROM accounts_account a WHERE a.company_id = m.company_id
                  AND a.person_id = m.person_id ORDER BY a.id LIMIT 1) = 'en'
            THEN m.title_en ELSE m.title_zh END,
       m.at, %(until)s, %(next_at)s, 'waiting', 0, ''
FROM notify_inbox m WHERE m.company_id = %(company)s AND m.id = %(inbox)s
ON CONFLICT (company_id, inbox_id, messenger) DO NOTHING
"""
SEND = "notify.send"


def messengers_of(company_id: UUID) -> frozenset[str]:
    """The messengers that the company has set up and switched on. Inside the tenant block of the company."""
    return frozenset(row["kind"] for row in rows.many(_SET_UP, [company_id]))


def queue(
    company_id: UUID,
    person_id: str,
    inbox_id: UUID,
    *,
    kind: str,
    severity: str,
    at: datetime,
    now: datetime,
    ready: frozenset[str],
) -> int:
    """Queue one notice of the inbox for every messenger of `ready` that it goes out by; how many. Inside the
    tenant block of the company. What is no news any more when it comes is not queued."""
    outward = outward_book().outward(kind, severity)
    if outward is None or at + outward.until <= now:
        return 0
    made = 0
    for messenger in outward.by:
        if messenger not in ready:
            continue
        last = rows.one(_LAST, [company_id, person_id, messenger]) if outward.floor else None
        when = next_at(now, outward, last["at"] if last else None)
        made += put(company_id, inbox_id, messenger, until=at + outward.until, at=when)
    return made


def put(company_id: UUID, inbox_id: UUID, messenger: str, *, until: datetime, at: datetime) -> int:
    """Queue one notice of the inbox for one messenger, from `at` on; 1, or 0 when it was queued before."""
    told = {"id": uuid7(), "company": company_id, "inbox": inbox_id, "messenger": messenger}
    return rows.run(_PUT, {**told, "until": until, "next_at": at})


def call(company_id: UUID) -> None:
    """Have the worker look into the queue of the company; one such job works and one waits at a time."""
    one = f"{SEND}/{company_id}"
    try:
        with transaction.atomic():  # a job that waits already is no failure of the change
            app.configure_task(SEND, lock=one, queueing_lock=one).defer(company=str(company_id))
    except AlreadyEnqueued:
        pass
