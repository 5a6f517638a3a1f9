"""When something around a site changes, the clock looks at its running work at once instead of when its
conditions lapse by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from davy.db import rows

__all__ = ["wake", "wake_person", "wake_working"]

_WAKE = """
UPDATE permits_permit SET next_check_at = %(at)s
WHERE company_id = %(company)s AND site_id = %(site)s AND state IN ('issued', 'active', 'paused')
  AND (next_check_at IS NULL OR next_check_at > %(at)s)
"""


def wake(company_id: UUID, site_id: UUID, at: datetime) -> None:
    """Have the running work of a site judged anew. Inside a tenant block."""
    rows.run(_WAKE, {"at": at, "company": company_id, "site": site_id})


_WAKE_WORKING = """
UPDATE permits_permit SET next_check_at = %(at)s
WHERE company_id = %(company)s AND id IN (
  SELECT id FROM permits_permit
  WHERE company_id = %(company)s AND site_id = ANY(%(sites)s::uuid[]) AND state = 'active'
    AND (next_check_at IS NULL OR next_check_at > %(at)s)
  ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)
"""


def wake_working(company_id: UUID, sites: Iterable[UUID], at: datetime) -> None:
    """Have the work that goes on at these sites judged anew, without waiting for anybody: a permit to which
    something is done this moment is left out, and whoever calls asks again later. Inside a tenant block."""
    rows.run(_WAKE_WORKING, {"at": at, "company": company_id, "sites": sorted(sites)})


_WAKE_PERSON = """
UPDATE permits_permit SET next_check_at = %(at)s
WHERE company_id = %(company)s AND id IN (
  SELECT id FROM permits_permit
  WHERE company_id = %(company)s AND %(person)s = ANY(people) AND state IN ('issued', 'active', 'paused')
    AND (next_check_at IS NULL OR next_check_at > %(at)s)
  ORDER BY id FOR NO KEY UPDATE)
"""


def wake_person(company_id: UUID, person_id: UUID, at: datetime) -> None:
    """Have the running work that names this person judged anew: what he may changed. Inside a tenant
    block."""
    rows.run(_WAKE_PERSON, {"at": at, "company": company_id, "person": person_id})
