"""A trial: one message to whoever asks, by one messenger, through the same queue as all others."""

from __future__ import annotations

from uuid import UUID

from davy import clock
from davy.db import rows
from davy.ids import uuid7
from davy.notify.outward.contract import outward_book
from davy.notify.outward.queueing import call, put

__all__ = ["KIND", "begin"]

KIND = "trial"
_INBOX = """
INSERT INTO notify_inbox (id, company_id, person_id, kind, severity, title_zh, title_en, at, key)
VALUES (%s, %s, %s, %s, 'task', %s, %s, %s, %s)
"""
_FOUND = "SELECT id FROM notify_message WHERE company_id = %s AND inbox_id = %s"


def begin(company_id: UUID, person_id: UUID, messenger: str) -> UUID:
    """Queue the trial; the id of its message. Inside the tenant block of the company."""
    now, inbox, named = clock.now(), uuid7(), outward_book().messengers[messenger]
    zh = f"Davy 试发：{named.zh}能收到消息，不用处理"
    en = f"Davy trial: {named.en} reaches you, nothing to do"
    rows.run(_INBOX, [inbox, company_id, person_id, KIND, zh, en, now, f"{KIND}/{inbox}"])
    outward = outward_book().outward(KIND, "task")
    if outward is None:
        raise LookupError("the contract lets no task out")
    put(company_id, inbox, messenger, until=now + outward.until, at=now)
    call(company_id)
    found = rows.one(_FOUND, [company_id, inbox])
    if found is None:
        raise LookupError("the trial was not queued")
    return UUID(str(found["id"]))
