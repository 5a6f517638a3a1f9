"""What somebody outside still owes: since when it is wanted, how often asking failed, when to ask again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import rows, tenant

__all__ = ["done", "failed", "may"]

_SLOWEST = timedelta(minutes=30)
_MOST_DOUBLED = 5  # a minute, two, four, eight, sixteen, then every thirty
_FAILED = """
INSERT INTO watch_effort (company_id, name, wanted_since, failures, again_at, why)
VALUES (%(company)s, %(name)s, %(now)s, 1, %(again)s, %(why)s)
ON CONFLICT (company_id, name) DO UPDATE SET
  wanted_since = least(watch_effort.wanted_since, excluded.wanted_since),
  failures = watch_effort.failures + 1, again_at = excluded.again_at, why = excluded.why
RETURNING wanted_since
"""


def may(company_id: UUID, name: str, now: datetime) -> bool:
    """Whether it is time to ask. Opens its own tenant block."""
    found = _row(company_id, name)
    if found is None:
        return True
    again: datetime = found["again_at"]  # further off than any pause: it was set by a clock in the future
    return again <= now or again - now > _SLOWEST


def failed(company_id: UUID, name: str, why: str, now: datetime) -> datetime:
    """Note that asking was in vain, and wait longer before the next time; since when it is wanted."""
    before = _row(company_id, name)
    doubled = min(int(before["failures"]), _MOST_DOUBLED) if before else 0
    again = now + min(timedelta(minutes=1) * 2**doubled, _SLOWEST)
    told = {"company": company_id, "name": name, "now": now, "again": again, "why": why[:500]}
    with tenant.company(company_id):
        found = rows.one(_FAILED, told)
    since: datetime = found["wanted_since"] if found else now
    return since


def done(company_id: UUID, name: str) -> None:
    """It came: nothing is owed any more."""
    with tenant.company(company_id):
        rows.run("DELETE FROM watch_effort WHERE company_id = %s AND name = %s", [company_id, name])


def _row(company_id: UUID, name: str) -> dict[str, Any] | None:
    with tenant.company(company_id):
        return rows.one(
            "SELECT failures, again_at FROM watch_effort WHERE company_id = %s AND name = %s",
            [company_id, name],
        )
