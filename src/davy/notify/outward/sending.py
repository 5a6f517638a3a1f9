"""Sends what waits: takes it in hand, hands it to the messenger outside of any transaction, and notes it.

Whoever dies in between is noticed: what he had in hand is taken again after HELD, so a message may come twice
and never not at all. What the messenger does not take is tried again until it is no news any more.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.notify.outward import trouble
from davy.notify.outward.contract import outward_book
from davy.notify.outward.setups import setups
from davy.notify.outward.ways import Addressed, SendError, Setup, send
from davy_core.notices.outward import Waiting, folded, try_again_at

__all__ = ["HELD", "LONGEST", "due", "send_due"]

_log = logging.getLogger(__name__)

HELD = timedelta(minutes=2)
"""How long one has messages in hand; longer than the slowest messenger may take for all of them."""

LONGEST = timedelta(minutes=1)
"""How long one job goes on; others wait for its place."""

_MOST = 80  # eleven seconds each, eight at once: within HELD
_AT_ONCE = 8  # connections to one company's messengers at a time
_OTHERS = {"zh": "（另有 {count} 条，打开应用查看）", "en": " (and {count} more, open the app)"}

# A person who has something grave, or whose time has come, is told all that waits for him by that messenger.
_TAKE = """
WITH due AS (
  SELECT DISTINCT person_id, messenger FROM notify_message
  WHERE company_id = %(company)s AND state IN ('waiting', 'sending') AND next_at <= %(now)s
), mine AS (
  SELECT m.id FROM notify_message m JOIN due USING (person_id, messenger)
  WHERE m.company_id = %(company)s AND (m.state = 'waiting' OR (m.state = 'sending' AND m.next_at <= %(now)s))
  ORDER BY m.severity = 'red' DESC, m.at LIMIT %(most)s FOR UPDATE OF m SKIP LOCKED
)
UPDATE notify_message m SET state = 'sending', next_at = %(held)s FROM mine
WHERE m.company_id = %(company)s AND m.id = mine.id
RETURNING m.id, m.person_id, m.messenger, m.inbox_id, m.severity, m.title, m.at, m.until, m.tries
"""
_DUE = """
SELECT 1 AS due FROM notify_message
WHERE company_id = %s AND state IN ('waiting', 'sending') AND next_at <= %s LIMIT 1
"""
_READ = """
UPDATE notify_message m SET state = 'read' FROM notify_inbox i
WHERE m.company_id = %s AND m.id = ANY(%s) AND i.company_id = m.company_id AND i.id = m.inbox_id
  AND i.read_at IS NOT NULL
RETURNING m.id
"""
# A row per person of what he is called by: his own address, else for SMS his phone number.
_WHERE = """
SELECT p.id AS person_id,
       COALESCE(a.address, CASE WHEN %(messenger)s = 'sms' THEN p.phone END, '') AS address,
       COALESCE((SELECT language FROM accounts_account c
                 WHERE c.company_id = p.company_id AND c.person_id = p.id
                 ORDER BY c.id LIMIT 1), 'zh') AS language
FROM people_person p LEFT JOIN notify_address a
  ON a.company_id = p.company_id AND a.person_id = p.id AND a.kind = %(messenger)s
WHERE p.company_id = %(company)s AND p.id = ANY(%(people)s)
"""
_NOTE = """
UPDATE notify_message SET state = %s, problem = %s, tries = tries + 1, next_at = %s, sent_at = %s
WHERE company_id = %s AND id = ANY(%s) AND state = 'sending'
"""


@dataclass(frozen=True)
class _Call:
    """All that goes to one person by one messenger now."""

    messenger: str
    waiting: Sequence[dict[str, Any]]
    to: str
    text: str


def send_due(company_id: UUID) -> int:
    """Send what is due for the people of this company, until nothing is, nothing is taken, or a minute is
    over (what is left is due at the next look); how many messages were settled. Opens its own tenant blocks;
    no transaction is open while a messenger is asked."""
    ends, settled = clock.now() + LONGEST, 0
    while clock.now() < ends and (now_settled := _round(company_id)):
        settled += now_settled
    return settled


def due(company_id: UUID) -> bool:
    """Whether something waits to be sent now. Opens its own tenant block."""
    with tenant.company(company_id):
        return rows.one(_DUE, [company_id, clock.now()]) is not None


def _round(company_id: UUID) -> int:
    """One round over what is due; how many messages went out or are not to be sent any more."""
    now = clock.now()
    with tenant.company(company_id):
        taken = rows.many(_TAKE, {"company": company_id, "now": now, "held": now + HELD, "most": _MOST})
        mine = [row["id"] for row in taken]
        read = {row["id"] for row in rows.many(_READ, [company_id, mine])} if taken else set()
        calls = _calls(company_id, [row for row in taken if row["id"] not in read])
        ready = setups(company_id)
    settled = len(read)
    came: dict[str, list[SendError | None]] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        asked = {pool.submit(_tried, call, ready.get(call.messenger)): call for call in calls}
        for done in as_completed(asked):  # each is noted when it is known: a kill repeats few
            call, error = asked[done], done.result()
            came.setdefault(call.messenger, []).append(error)
            with tenant.company(company_id):
                settled += _note(company_id, call, error)
    for messenger, errors in came.items():
        trouble.note(company_id, messenger, errors)
    return settled


def _calls(company_id: UUID, taken: Sequence[dict[str, Any]]) -> list[_Call]:
    """One call a person and messenger, the grave ones first."""
    found: list[_Call] = []
    by_messenger = sorted(taken, key=lambda row: (row["messenger"], row["person_id"]))
    for messenger, mine in groupby(by_messenger, key=lambda row: row["messenger"]):
        waiting = list(mine)
        people = {
            "company": company_id,
            "messenger": messenger,
            "people": [row["person_id"] for row in waiting],
        }
        where = {row["person_id"]: row for row in rows.many(_WHERE, people)}
        for person, his in groupby(waiting, key=lambda row: row["person_id"]):
            found.append(_call(messenger, list(his), where.get(person, {"address": "", "language": "zh"})))
    return sorted(found, key=lambda call: all(row["severity"] != "red" for row in call.waiting))


def _call(messenger: str, waiting: Sequence[dict[str, Any]], where: dict[str, Any]) -> _Call:
    most = outward_book().messengers[messenger].most
    shown = [Waiting(row["at"], row["severity"] == "red", row["title"]) for row in waiting]
    return _Call(messenger, waiting, where["address"], folded(shown, most, _OTHERS[where["language"]]))


def _tried(call: _Call, setup: Setup | SendError | None) -> SendError | None:
    """Why the messenger did not take it, None when it did. In a thread: touches no database."""
    if setup is None:
        return SendError("switched_off", final=True)
    if isinstance(setup, SendError):
        return setup
    if not call.to:
        return SendError("no_address", final=True)
    try:
        send(call.messenger, setup, Addressed(call.waiting[0]["id"], call.to, call.text))
    except SendError as error:
        return error
    except Exception:  # noqa: BLE001 - one message's fault must not keep the others from going out
        _log.exception("a message by %s cannot be sent", call.messenger)
        return SendError("fault")
    return None


def _note(company_id: UUID, call: _Call, error: SendError | None) -> int:
    """How many of its messages wait no longer."""
    now, over_with = clock.now(), 0
    if error is None:
        return rows.run(_NOTE, ["sent", "", now, now, company_id, [row["id"] for row in call.waiting]])
    for row in call.waiting:
        again = try_again_at(now, row["tries"] + 1, outward_book())
        over = error.final or again >= row["until"]
        state = "given_up" if over else "waiting"
        rows.run(_NOTE, [state, error.code, again, None, company_id, [row["id"]]])
        over_with += over
    return over_with
