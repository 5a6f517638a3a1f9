"""The wind as somebody at the site observed it; hot work in the open depends on it (GB 30871-2022 5.2.15)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.ids import uuid7
from davy.people import queries as people

__all__ = ["HIGHEST", "latest", "observe"]

HIGHEST = 17  # of the extended Beaufort scale

_SITE = "SELECT 1 AS there FROM sites_site WHERE company_id = %s AND id = %s"
_OBSERVE = """
INSERT INTO permits_weather (id, company_id, site_id, wind_force, observed_at, observed_by)
VALUES (%s, %s, %s, %s, %s, %s)
"""
# The clock looks at running work of the site at once instead of when its conditions lapse by themselves.
_WAKE = """
UPDATE permits_permit SET next_check_at = %(at)s
WHERE company_id = %(company)s AND site_id = %(site)s AND state IN ('issued', 'active', 'paused')
  AND (next_check_at IS NULL OR next_check_at > %(at)s)
"""
_LATEST = """
SELECT wind_force, observed_at, observed_by::text FROM permits_weather
WHERE company_id = %s AND site_id = %s ORDER BY observed_at DESC LIMIT 1
"""


def observe(company_id: UUID, site_id: UUID, wind_force: int, at: datetime, by: UUID | None) -> None:
    """Note the wind force (Beaufort) of a site and have its running work judged anew; `by` is the person.
    Inside a tenant block.

    Raises ValueError for what is no wind force."""
    if not 0 <= wind_force <= HIGHEST:
        raise ValueError(f"not a wind force: {wind_force}")
    rows.run(_OBSERVE, (uuid7(), company_id, site_id, wind_force, at, by))
    rows.run(_WAKE, {"at": at, "company": company_id, "site": site_id})


def latest(company_id: UUID, site_id: UUID) -> dict[str, Any] | None:
    """The newest observation with who made it; empty when nobody ever looked, None when there is no such
    site."""
    if rows.one(_SITE, [company_id, site_id]) is None:
        return None
    row = rows.one(_LATEST, [company_id, site_id])
    if row is None:
        return {"wind_force": None, "observed_at": None, "observed_by": None}
    who = row["observed_by"]
    name = people.names(company_id, [who]).get(who) if who else None
    by = {"id": who, "name": name} if who else None
    return {"wind_force": row["wind_force"], "observed_at": row["observed_at"], "observed_by": by}
