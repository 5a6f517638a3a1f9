"""The works around a permit that the conflict matrix is asked of: those near enough, on the same equipment,
in the same bund, or of a type that may share a pipe anywhere on the site (S23)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from davy.rulebook import law
from davy.sites.queries import PlaceFacts, fence_of
from davy_core.conflicts.job import Job, Spot, under_way, within
from davy_core.conflicts.matrix import Matrix
from davy_core.conflicts.tables import load_matrix
from davy_core.instants import instant
from davy_core.permits.nearby import Nearby
from davy_core.permits.parts import Crossing
from davy_core.permits.plain import from_plain
from davy_core.permits.state import Permit
from davy_core.place.distance import Fence, Place

__all__ = ["ASKING", "NEARBY", "matrix", "nearby_of", "params", "spot_of"]

ASKING = frozenset({"submit", "sign_stage", "start", "resume", "name_coordinator", "sign_crossing"})
"""The commands at which somebody asks for conflicts; others are spared the look."""
METRES_A_DEGREE = 111_194.9
BOX = ("south", "north", "west", "east")

# A permit that is still there after its window counts to this day; a submitted one is only planned.
NEARBY = """
SELECT p.id::text, p.type, p.number, p.state, p.clearance, p.starts_at, p.ends_at,
  p.point_id::text AS point, p.area_id::text AS area, p.site_id::text AS site, w.name AS point_name,
  coalesce(w.equipment_id::text, p.doc->'place'->>'equipment') AS equipment, a.tank_farm_bund AS bund,
  w.lat, w.lon, CASE WHEN w.lat IS NULL OR w.lon IS NULL THEN a.fence END AS fence, w.height_m::float8,
  p.responsible_id::text AS responsible, p.people::text[] AS people, p.doc->'work' AS work,
  p.doc->'links' AS links, coalesce(p.doc->'crossings', '[]'::jsonb) AS crossings
FROM permits_permit p
JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
WHERE p.company_id = %(company)s AND p.site_id = %(site)s AND p.id <> %(permit)s
  AND (p.state IN ('submitted', 'issued', 'active', 'paused', 'finished') OR p.clearance = 'open')
  AND p.starts_at < %(near_end)s
  AND (p.ends_at > %(near_start)s OR p.state IN ('active', 'paused', 'finished') OR p.clearance = 'open')
  AND (w.lat BETWEEN %(south)s AND %(north)s AND w.lon BETWEEN %(west)s AND %(east)s
    OR %(south)s::float8 IS NULL OR w.lat IS NULL OR w.lon IS NULL OR p.point_id = %(point)s
    OR p.type = ANY(%(reaching)s) AND w.lat BETWEEN %(south)s - %(more_lat)s AND %(north)s + %(more_lat)s
      AND w.lon BETWEEN %(west)s - %(more_lon)s AND %(east)s + %(more_lon)s
    OR (%(equipment)s::text IS NOT NULL
      AND coalesce(w.equipment_id::text, p.doc->'place'->>'equipment') = %(equipment)s)
    OR (%(bund)s AND p.area_id = %(area)s) OR p.type = ANY(%(anywhere)s))
ORDER BY p.id
"""


@cache
def matrix() -> Matrix:
    """The conflict matrix of the law; one for all permits, so that two always judge each other alike."""
    return load_matrix(law.conflicts())


def spot_of(place: PlaceFacts, equipment: str | None = None) -> Spot:
    """The work point in space; without coordinates, somewhere in its area."""
    surveyed = place.lat is not None and place.lon is not None
    where, error = _somewhere(place.lat, place.lon, None if surveyed else place.fence)
    registered = str(place.equipment_id) if place.equipment_id else None
    return Spot(
        site=str(place.site_id),
        area=str(place.area_id),
        point=str(place.point_id),
        equipment=registered or equipment,
        bund=place.tank_farm_bund,
        place=where,
        error_m=error,
        height_m=None if place.height_m is None else float(place.height_m),
    )


def params(spot: Spot | None, permit: Permit | None, now: datetime) -> dict[str, Any]:
    """What NEARBY is asked with: a box as wide as the permit's own rows of the matrix reach, a wider one for
    works that reach far themselves. Without a permit and a place nobody is asked."""
    if spot is None or permit is None:
        empty = (*BOX, "more_lat", "more_lon", "equipment", "area", "near_start", "near_end")
        return {**dict.fromkeys(empty), "bund": False, "anywhere": [], "reaching": [], "crossing": False}
    start, end = under_way(permit.window.start, permit.window.end, permit.state, permit.clearance, now)
    return {
        **_box(spot, permit.type),
        "equipment": spot.equipment,
        "area": UUID(spot.area),
        "bund": spot.bund,
        "anywhere": sorted(matrix().anywhere(permit.type)),
        "reaching": sorted(matrix().reach),
        "near_start": start,
        "near_end": end,
        "crossing": True,
    }


def _box(spot: Spot, work_type: str) -> dict[str, float | None]:
    """Degrees; all None where nobody knows the place, for then everything is near."""
    if spot.place is None:
        return dict.fromkeys((*BOX, "more_lat", "more_lon"))
    lat, lon, rows = spot.place.lat, spot.place.lon, matrix()
    north = 1.01 / METRES_A_DEGREE
    east = north / max(math.cos(math.radians(lat)), 0.01)
    far = rows.near_m(work_type) + rows.reach_m(work_type) + spot.error_m
    more = max((rows.reach_m(kind) for kind in rows.reach), default=0.0)
    return {
        "south": lat - far * north, "north": lat + far * north, "west": lon - far * east,
        "east": lon + far * east, "more_lat": more * north, "more_lon": more * east,
    }  # fmt: skip


def nearby_of(found: Sequence[Mapping[str, Any]], now: datetime) -> tuple[Nearby, ...]:
    """The rows of NEARBY as the core knows them."""
    return tuple(_nearby(row, now) for row in found)


def _nearby(row: Mapping[str, Any], now: datetime) -> Nearby:
    where, error = _somewhere(row["lat"], row["lon"], fence_of(row["fence"]))
    start, end = under_way(
        instant(row["starts_at"]), instant(row["ends_at"]), row["state"], row["clearance"], now
    )
    job = Job(
        id=row["id"],
        type=row["type"],
        spot=Spot(
            site=row["site"],
            area=row["area"],
            point=row["point"],
            equipment=row["equipment"],
            bund=row["bund"],
            place=where,
            error_m=error,
            height_m=row["height_m"],
        ),
        start=start,
        end=end,
        work=MappingProxyType(dict(row["work"] or {})),
        responsible=row["responsible"],
        links=frozenset(row["links"] or ()),
    )
    return Nearby(
        job=job,
        number=row["number"],
        state=row["state"],
        clearance=row["clearance"],
        people=frozenset(row["people"] or ()),
        crossings=tuple(from_plain(Crossing, one) for one in row["crossings"]),
    )


def _somewhere(lat: float | None, lon: float | None, fence: Fence | None) -> tuple[Place | None, float]:
    if lat is not None and lon is not None:
        return Place(lat, lon), 0.0
    return within(fence)
