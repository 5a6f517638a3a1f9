"""The weather of a site as people and stations observed it; work in the open depends on it (GB 30871-2022
5.2.15, 8.2.6, 9.2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.ids import uuid7
from davy.people import queries as people
from davy.permits.waking import wake
from davy_core.instants import instant
from davy_core.weather.observation import Weather, worst

__all__ = ["FRESH", "latest", "observe", "told"]

VALUES = ("wind_force", "gust", "rain", "snow", "fog", "temperature_c")

_SITE = "SELECT 1 AS there FROM sites_site WHERE company_id = %s AND id = %s"
_OBSERVE = f"""
INSERT INTO permits_weather (id, company_id, site_id, source, observed_at, observed_by, {", ".join(VALUES)})
VALUES (%s, %s, %s, %s, %s, %s, {", ".join(["%s"] * len(VALUES))})
"""  # noqa: S608 - constants
_LATEST = f"""
SELECT source, observed_at, observed_by::text, {", ".join(VALUES)} FROM permits_weather
WHERE company_id = %s AND site_id = %s ORDER BY observed_at DESC LIMIT 1
"""  # noqa: S608 - constants
# The last word of every kind of observer; an observation older than two hours says nothing.
FRESH = f"""
SELECT DISTINCT ON (source) source, observed_at, {", ".join(VALUES)} FROM permits_weather
WHERE company_id = %(company)s AND site_id = %(site)s AND observed_at <= %(now)s::timestamptz
  AND observed_at > %(now)s::timestamptz - interval '2 hours'
ORDER BY source, observed_at DESC
"""  # noqa: S608 - constants


def observe(company_id: UUID, site_id: UUID, seen: Weather, by: UUID | None) -> None:
    """Note the weather of a site and have its running work judged anew; `by` is the person. Inside a tenant
    block."""
    values = [getattr(seen, name) for name in VALUES]
    rows.run(_OBSERVE, (uuid7(), company_id, site_id, seen.source, seen.observed_at, by, *values))
    wake(company_id, site_id, seen.observed_at)


def told(found: Iterable[Mapping[str, Any]]) -> Weather | None:
    """The worst of the rows of FRESH; None when nobody told."""
    return worst([_weather(row) for row in found])


def _weather(row: Mapping[str, Any]) -> Weather:
    values = {name: row[name] for name in VALUES}
    if values["temperature_c"] is not None:
        values["temperature_c"] = Decimal(str(values["temperature_c"]))
    return Weather(instant(row["observed_at"]), row["source"], **values)


def latest(company_id: UUID, site_id: UUID) -> dict[str, Any] | None:
    """The newest observation with who made it; empty when nobody ever looked, None when there is no such
    site."""
    if rows.one(_SITE, [company_id, site_id]) is None:
        return None
    row = rows.one(_LATEST, [company_id, site_id])
    if row is None:
        return {"observed_at": None, "observed_by": None, "source": None} | dict.fromkeys(VALUES)
    who = row["observed_by"]
    name = people.names(company_id, [who]).get(who) if who else None
    by = {"id": who, "name": name} if who else None
    return {name: row[name] for name in ("source", "observed_at", *VALUES)} | {"observed_by": by}
