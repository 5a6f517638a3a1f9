"""The wind as somebody at the site observed it; hot work in the open depends on it (GB 30871-2022 5.2.15)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.db import rows
from davy.ids import uuid7

__all__ = ["observe"]

HIGHEST = 17  # of the extended Beaufort scale


def observe(company_id: UUID, site_id: UUID, wind_force: int, at: datetime, by: UUID | None) -> None:
    """Note the wind force (Beaufort) of a site; `by` is the person. Inside a tenant block.

    Raises ValueError for what is no wind force."""
    if not 0 <= wind_force <= HIGHEST:
        raise ValueError(f"not a wind force: {wind_force}")
    rows.run(
        "INSERT INTO permits_weather (id, company_id, site_id, wind_force, observed_at, observed_by)"
        " VALUES (%s, %s, %s, %s, %s, %s)",
        (uuid7(), company_id, site_id, wind_force, at, by),
    )
