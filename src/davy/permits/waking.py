"""When something around a site changes, the clock looks at its running work at once instead of when its
conditions lapse by themselves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.db import rows

__all__ = ["wake"]

_WAKE = """
UPDATE permits_permit SET next_check_at = %(at)s
WHERE company_id = %(company)s AND site_id = %(site)s AND state IN ('issued', 'active', 'paused')
  AND (next_check_at IS NULL OR next_check_at > %(at)s)
"""


def wake(company_id: UUID, site_id: UUID, at: datetime) -> None:
    """Have the running work of a site judged anew. Inside a tenant block."""
    rows.run(_WAKE, {"at": at, "company": company_id, "site": site_id})
