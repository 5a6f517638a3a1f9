"""What a permit's gate asks of paper: does an outage go on here, does a sheet stand in the way, is every
sheet of the last one told of (S18). The permit gets this fact and never the register."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.permits import nearby
from davy.sites import queries as sites
from davy.sites.queries import PlaceFacts
from davy_core.conflicts.job import Job, Spot
from davy_core.outages.ground import common
from davy_core.permits.nearby import OutageSeen, Untold

__all__ = ["SEEN", "around", "hold", "is_permit", "lock", "seen_of"]

GOING_LIVE = frozenset({"sign_stage", "start", "resume"})
"""Commands that stand on the account: nothing is told of a sheet until they are through."""
ANYWHERE = ""
"""In place of an area: anywhere on the site."""
_KEY = "hashtextextended(%s, 0)"
_MEET = "({one} = '{{}}' OR {other} = '{{}}' OR {one} && {other})"
"""`davy_core.outages.ground.meet` as SQL."""
SEEN = f"""
WITH over AS (
  SELECT areas, max(greatest(ended_at, (doc->'ended'->>'at')::timestamptz)) AS at FROM outages_outage
  WHERE company_id = %(company)s AND site_id = %(site)s
    AND greatest(ended_at, (doc->'ended'->>'at')::timestamptz) > starts_at
  GROUP BY areas)
SELECT json_build_object(
  'open', (SELECT coalesce(json_agg(number ORDER BY number), '[]') FROM outages_outage
    WHERE company_id = %(company)s AND site_id = %(site)s AND state = 'open' AND starts_at <= %(now)s
    AND {_MEET.format(one="areas", other="ARRAY[%(own_area)s]::uuid[]")}),
  'live', (SELECT coalesce(json_agg(json_build_object('serial', serial, 'type', type, 'area', area_id,
      'point', point_id) ORDER BY serial), '[]')
    FROM outages_sheet WHERE company_id = %(company)s AND site_id = %(site)s AND state = 'live'),
  'gaps', (SELECT coalesce(json_agg(json_build_object('serial', s.serial, 'holder', b.holder_id,
      'type', s.type, 'block', b.areas, 'outage', over.areas) ORDER BY s.serial), '[]')
    FROM over, outages_block b JOIN outages_sheet s ON s.company_id = b.company_id AND s.block_id = b.id
    WHERE b.company_id = %(company)s AND b.site_id = %(site)s AND b.open_sheets > 0
      AND {_MEET.format(one="b.areas", other="over.areas")} AND b.printed_at < over.at
      AND (s.state = 'doubted' OR s.state = 'blank' AND (s.unused_at IS NULL OR s.unused_at < over.at)))
) AS seen
"""  # noqa: S608 - constants
"""One row and column, to be read within the one statement that looks around a permit."""


def lock(company_id: UUID, kind: str) -> None:
    """Before anything is looked up for a command that makes work go on: the account stands still."""
    if kind in GOING_LIVE:
        _lock(company_id)


def _lock(company_id: UUID) -> None:
    rows.one(f"SELECT pg_advisory_xact_lock_shared({_KEY})::text AS got", (f"outages:{company_id}",))


def around(company_id: UUID, place: PlaceFacts, now: datetime) -> OutageSeen | None:
    """The fact for one place, with the account standing still until this transaction is through."""
    _lock(company_id)
    values = {"company": company_id, "site": place.site_id, "own_area": place.area_id, "now": now}
    found = rows.one(f"SELECT ({SEEN})::text AS found", values)
    return seen_of(company_id, place, json.loads(found["found"])) if found else None


def seen_of(company_id: UUID, place: PlaceFacts | None, found: Mapping[str, Any] | None) -> OutageSeen | None:
    """The fact, of what SEEN found; nothing is known of a place that nobody registered."""
    if place is None or found is None:
        return None
    return OutageSeen(
        open=tuple(found["open"]),
        live=tuple(
            _job(one["serial"], one["type"], _spot(company_id, one["area"], one["point"]))
            for one in found["live"]
        ),
        gaps=_untold(company_id, found["gaps"]),
    )


def _untold(company_id: UUID, found: Iterable[Mapping[str, Any]]) -> tuple[Untold, ...]:
    """Each sheet once, wherever it may be at work by any of the outages that it lacks its account for."""
    where: dict[tuple[str, str, str], set[str]] = {}
    for one in found:
        areas = common(one["block"], one["outage"]) or (ANYWHERE,)
        where.setdefault((one["serial"], one["holder"], one["type"]), set()).update(areas)
    spots = {area: _spot(company_id, area, None) for area in set().union(*where.values())}
    return tuple(
        Untold(serial, holder, tuple(_job(serial, kind, spots[area]) for area in sorted(areas)))
        for (serial, holder, kind), areas in where.items()
    )


def _spot(company_id: UUID, area: str, point: str | None) -> Spot:
    """Where a sheet is or may be at work; where nobody can tell, without a site: near everything."""
    if area == ANYWHERE:
        return Spot(site="", area="", point="")
    found = sites.place(company_id, **({"point_id": UUID(point)} if point else {"area_id": UUID(area)}))
    return nearby.spot_of(found) if found else Spot(site="", area=area, point="")


def _job(serial: str, kind: str, spot: Spot) -> Job:
    """A sheet as the conflict matrix sees it: nobody knows when it ends, what exactly is done, or who leads
    it, and what is not known is taken as the worse (S23)."""
    return Job(id=serial, type=kind, spot=spot, start=None, end=None)


def hold(company_id: UUID) -> None:
    """To be called before anything is decided about an outage or a sheet: nothing starts meanwhile."""
    rows.one(f"SELECT pg_advisory_xact_lock({_KEY})::text AS got", (f"outages:{company_id}",))


def is_permit(company_id: UUID, permit_id: str) -> bool:
    """Whether the company has such a permit."""
    return (
        rows.one(
            "SELECT 1 AS found FROM permits_permit WHERE company_id = %s AND id = %s", (company_id, permit_id)
        )
        is not None
    )
