"""Where who wears an instrument should be, and where nobody may be. Inside a tenant block."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.sites.queries import fence_of
from davy_core.place.distance import Circle, Place
from davy_core.place.distance import Fence as Border
from davy_core.watch.fences import Fence, circle, outline
from davy_core.watch.reading import Spot

__all__ = ["NOWHERE", "Whereabouts", "area_at", "whereabouts"]

_log = logging.getLogger(__name__)
E7, MILLIMETRES = 10_000_000, 1000

# Work that goes on, at which he arrived: in a break he may be anywhere.
_WORKS = """
SELECT w.person, a.fence, t.lat, t.lon, t.radius_m
FROM unnest(%(people)s::text[]) AS w(person)
JOIN permits_permit p ON p.company_id = %(company)s AND p.state = 'active'
  AND p.doc->'check_ins' ? w.person AND w.person::uuid = ANY(p.people)
JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
LEFT JOIN sites_work_point t ON t.company_id = p.company_id AND t.id = p.point_id
ORDER BY w.person, p.id
"""
_FROZEN = """
SELECT a.fence FROM sites_area_freeze z JOIN sites_area a ON a.company_id = z.company_id AND a.id = z.area_id
WHERE z.company_id = %s AND a.fence IS NOT NULL ORDER BY a.id
"""


_DRAWN = """
SELECT id, fence FROM sites_area WHERE company_id = %s AND site_id = %s AND fence IS NOT NULL ORDER BY id
"""


@dataclass(frozen=True)
class Whereabouts:
    """The fences of the work at which he arrived (none: nobody can say where he should be), and the borders
    of the areas in which all work is stopped."""

    within: tuple[Fence, ...] = ()
    forbidden: tuple[Fence, ...] = ()


NOWHERE = Whereabouts()


def whereabouts(company_id: UUID, people: Sequence[str]) -> dict[str, Whereabouts]:
    """By person. One who also works where nobody drew a border is not said to have left anything."""
    works: dict[str, list[Mapping[str, Any]]] = {person: [] for person in people}
    for row in rows.many(_WORKS, {"company": company_id, "people": list(people)}):
        works[row["person"]].append(row)
    frozen = [found for row in rows.many(_FROZEN, (company_id,)) if (found := _drawn(row["fence"]))]
    return {person: _of(its, tuple(frozen)) for person, its in works.items()}


def area_at(company_id: UUID, site_id: UUID, spot: Spot) -> UUID | None:
    """The area of the site in whose border a position lies, however vague it is; None: in none."""
    at = Spot(spot.lat, spot.lon, 0)
    for row in rows.many(_DRAWN, (company_id, site_id)):
        border = _drawn(row["fence"])
        if border is not None and border.where(at) == "inside":
            return UUID(str(row["id"]))
    return None


def _of(works: Sequence[Mapping[str, Any]], frozen: tuple[Fence, ...]) -> Whereabouts:
    borders = [_border(row) for row in works]
    known = [one for one in borders if one is not None]
    return Whereabouts(tuple(known) if len(known) == len(borders) else (), frozen)


def _border(row: Mapping[str, Any]) -> Fence | None:
    """The point's own circle where it has one, as at a check-in; else the border of its area."""
    if row["radius_m"] is not None and row["lat"] is not None and row["lon"] is not None:
        return _fence(Circle(Place(row["lat"], row["lon"]), row["radius_m"]))
    return _drawn(row["fence"])


def _drawn(shape: str | Mapping[str, Any] | None) -> Fence | None:
    try:
        found = fence_of(json.loads(shape) if isinstance(shape, str) else shape)
    except (ValueError, KeyError, TypeError):
        _log.exception("a border cannot be read: nobody is held to it")
        return None
    return _fence(found) if found is not None else None


def _fence(border: Border) -> Fence:
    """A border as the watch holds positions to it."""
    if isinstance(border, Circle):
        at = border.centre
        return circle(round(at.lat * E7), round(at.lon * E7), round(border.radius_m * MILLIMETRES))
    return outline([(round(c.lat * E7), round(c.lon * E7)) for c in border.corners])
