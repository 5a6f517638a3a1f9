"""Reads how messages go out. Inside the tenant block of the company."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["counts", "unreached", "unsent"]

_COUNTS = """
SELECT messenger, count(*) FILTER (WHERE state IN ('waiting', 'sending')) AS waiting,
       count(*) FILTER (WHERE state = 'sent') AS sent, count(*) FILTER (WHERE state = 'given_up') AS given_up
FROM notify_message WHERE company_id = %s AND at > %s GROUP BY messenger
"""
_UNREACHED = """
SELECT count(*) AS people FROM people_person p
WHERE p.company_id = %(company)s AND p.status = 'active'
  AND EXISTS (SELECT FROM accounts_account c
              WHERE c.company_id = p.company_id AND c.person_id = p.id AND c.is_active)
  AND NOT (%(kind)s = 'sms' AND p.phone <> '')
  AND NOT EXISTS (SELECT FROM notify_address a
                  WHERE a.company_id = p.company_id AND a.person_id = p.id AND a.kind = %(kind)s)
"""
_UNSENT = """
SELECT m.id, m.messenger, m.severity, m.title, m.at, m.state, m.problem, m.tries, p.name AS person
FROM notify_message m JOIN people_person p ON p.company_id = m.company_id AND p.id = m.person_id
WHERE m.company_id = %s AND (m.state = 'given_up' OR (m.state = 'waiting' AND m.tries > 0))
ORDER BY m.at DESC, m.id DESC LIMIT %s
"""


def counts(company_id: UUID, since: datetime) -> dict[str, dict[str, int]]:
    """By messenger, how many messages told since then wait, were sent, were given up."""
    found = rows.many(_COUNTS, [company_id, since])
    return {row["messenger"]: {k: int(v) for k, v in row.items() if k != "messenger"} for row in found}


def unreached(company_id: UUID, kind: str) -> int:
    """How many people who use Davy this messenger cannot find."""
    found = rows.one(_UNREACHED, {"company": company_id, "kind": kind})
    return int(found["people"]) if found else 0


def unsent(company_id: UUID, size: int) -> list[dict[str, Any]]:
    """The newest messages that were given up, or that a messenger has not taken so far."""
    return rows.many(_UNSENT, [company_id, size])
