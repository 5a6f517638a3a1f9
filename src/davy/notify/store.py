"""Writes the inbox: delivers notices, notes what was read, and lets old rows go."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.notify import sentences
from davy.notify.outward.queueing import call, messengers_of, queue
from davy_core.alarms.book import Words
from davy_core.instants import instant, iso

__all__ = ["Plain", "deliver", "put_back", "read", "say", "sweep", "take_back"]

_PUT = """
INSERT INTO notify_inbox
  (id, company_id, person_id, kind, severity, title_zh, title_en, permit_id, alarm_id,
   emergency_id, at, key)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, person_id, key) DO NOTHING
"""
# Of what is read nothing goes out any more.
_TAKE_BACK = """
UPDATE notify_inbox SET title_zh = title_zh || %s, title_en = title_en || %s, read_at = coalesce(read_at, %s)
WHERE company_id = %s AND key = ANY(%s) RETURNING person_id
"""
# Of an alarm that rings on a person has one row, on top and unread each time; a job that comes late takes
# none back.
_FORGET = "DELETE FROM notify_inbox WHERE company_id = %s AND person_id = %s AND key = %s AND at < %s"


def deliver(
    company_id: UUID,
    *,
    permit_id: UUID | None,
    number: str | None,
    source: UUID,
    notices: Sequence[Mapping[str, Any]],
) -> int:
    """Put these notices into the inboxes of whom they are for; how many rows that made.

    `source` is the command that brought them about: of one group a person gets one row per source, however
    often and by however many jobs it is delivered (S27). Opens its own tenant block.
    """
    made = queued = 0
    with tenant.company(company_id):
        ready, now = messengers_of(company_id), clock.now()
        for notice in notices:
            words = sentences.words_of(notice, number)
            said = (sentences.kind_of(notice), sentences.severity_of(notice), words.zh, words.en)
            at = instant(notice["at"])
            again = bool(notice.get("again"))
            key = f"again/{notice['alarm']}" if again else f"{source}/{notice['group']}"
            about = (permit_id, notice.get("alarm"), notice.get("emergency"), at, key)
            for person in notice["to"]:
                if again:
                    rows.run(_FORGET, (company_id, person, key, at))
                row = uuid7()
                if rows.run(_PUT, (row, company_id, person, *said, *about)):
                    _tell(company_id, person)
                    made += 1
                    queued += queue(
                        company_id, person, row, kind=said[0], severity=said[1], at=at, now=now, ready=ready
                    )
        if queued:
            call(company_id)
    return made


@dataclass(frozen=True)
class Plain:
    """A notice about no permit and no alarm, in its own words; one of a `key` reaches a person once."""

    person: str
    key: str
    kind: str
    words: Words


def say(company_id: UUID, notices: Sequence[Plain]) -> int:
    """Put these notices into inboxes and on their way out; how many were new. Inside the tenant block of the
    company: what the caller notes of them stands or falls with them."""
    ready, now, made, queued = messengers_of(company_id), clock.now(), 0, 0
    for one in notices:
        row, said = uuid7(), (one.kind, "task", one.words.zh, one.words.en)
        about = (None, None, None, now, one.key)  # no permit, no alarm, no emergency
        if rows.run(_PUT, (row, company_id, one.person, *said, *about)):
            _tell(company_id, one.person)
            made += 1
            queued += queue(
                company_id, one.person, row, kind=one.kind, severity="task", at=now, now=now, ready=ready
            )
    if queued:
        call(company_id)
    return made


def take_back(company_id: UUID, keys: Sequence[str], why: Words) -> int:
    """Notices of these keys are over: they are read, say so, and what of them still waits does not go out.
    Inside the tenant block of the company."""
    back = rows.many(_TAKE_BACK, (why.zh, why.en, clock.now(), company_id, list(keys)))
    for row in back:
        _tell(company_id, str(row["person_id"]))
    return len(back)


def _tell(company_id: UUID, person_id: str) -> None:
    """Let every open app of this person look into the inbox."""
    message = {"company": str(company_id), "kind": "inbox", "id": person_id, "version": 0}
    rows.run("SELECT pg_notify('davy', %s)", (json.dumps(message),))


def read(company_id: UUID, person_id: UUID, ids: Sequence[UUID] | None) -> datetime | None:
    """Note that the person has read these rows, or all of his; the instant noted, None when none of them was
    unread. Inside a tenant block."""
    # To the millisecond, as it goes over the wire: by this instant it can be taken back.
    at = instant(iso(clock.now()))
    mine = "company_id = %s AND person_id = %s AND read_at IS NULL"
    params: tuple[Any, ...] = (at, company_id, person_id)
    if ids is not None:
        mine, params = f"{mine} AND id = ANY(%s::uuid[])", (*params, list(ids))
    if not rows.run(f"UPDATE notify_inbox SET read_at = %s WHERE {mine}", params):  # noqa: S608 - constants
        return None
    _tell(company_id, str(person_id))
    return at


def put_back(company_id: UUID, person_id: UUID, at: datetime) -> int:
    """Take back what was noted as read at this instant; how many rows are unread again. Inside a tenant
    block."""
    back = rows.run(
        "UPDATE notify_inbox SET read_at = NULL WHERE company_id = %s AND person_id = %s AND read_at = %s",
        (company_id, person_id, at),
    )
    if back:
        _tell(company_id, str(person_id))
    return back


def sweep(company_id: UUID, before: datetime) -> int:
    """Remove what was told before the instant, read or not; how many rows went. Opens its own tenant
    block."""
    with tenant.company(company_id):
        rows.run("DELETE FROM notify_message WHERE company_id = %s AND at < %s", (company_id, before))
        return rows.run("DELETE FROM notify_inbox WHERE company_id = %s AND at < %s", (company_id, before))
