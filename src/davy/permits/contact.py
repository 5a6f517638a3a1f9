"""Signs of life from phones, and what a scanned code stands for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.permits import queries
from davy.permits.card import LEASE_S, lamp_json
from davy.permits.facts import load, snapshot
from davy.sites import queries as sites
from davy_core.instants import iso
from davy_core.permits.facts import Fix
from davy_core.permits.gates import watched
from davy_core.permits.stamp import fence_m, on_site
from davy_core.place.distance import Place, metres

__all__ = ["note", "scanned"]


def note(
    company_id: UUID, permit_id: UUID, person_id: UUID | None, position: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Note that this person's phone is alive and where; tell how the permit stands. None: no such permit.

    Only somebody who is named on the permit leaves a trace; everybody may look."""
    found = load(company_id, permit_id)
    if found is None:
        return None
    permit, row = found
    now = clock.now()
    facts = snapshot(company_id, permit, permit.place.point, {}, now=now)
    if person_id is not None and str(person_id) in {*permit.crew.on_site()}:
        place = sites.place(company_id, point_id=UUID(permit.place.point))
        where = on_site(_fix(position, place), fence_m(facts))
        queries.touch(company_id, permit_id, person_id, now, where)
        facts = snapshot(company_id, permit, permit.place.point, {}, now=now)
    return {
        "server_time": iso(now),
        "version": row["version"],
        "state": permit.state,
        "lamp": lamp_json(permit, facts, watched(permit, facts)),
        "lease_s": LEASE_S,
        "system": {"clock_ok": facts.clock_ok},
    }


def _fix(position: Mapping[str, Any], place: sites.PlaceFacts | None) -> Fix | None:
    given = [position.get(k) for k in ("lat", "lon", "accuracy_m")]
    if place is None or place.lat is None or place.lon is None or any(v is None for v in given):
        return None
    lat, lon, accuracy = (float(str(v)) for v in given)
    try:
        return Fix(metres(Place(place.lat, place.lon), Place(lat, lon)), accuracy)
    except ValueError:
        return None


_AT_POINT = """
SELECT json_agg(json_build_object('id', id, 'number', number, 'type', type, 'level', level, 'state', state,
                                  'clearance', clearance) ORDER BY changed_at DESC) AS found
FROM permits_permit WHERE company_id = %s AND point_id = %s
 AND (state IN ('submitted', 'issued', 'active', 'paused', 'finished') OR clearance = 'open')
"""


def scanned(company_id: UUID, text: str) -> dict[str, Any] | None:
    """A permit's own code, or a work point's code with the open permits there; None for neither."""
    token = text.rstrip("/").rpartition("/")[2]
    row = rows.one("SELECT id FROM permits_permit WHERE company_id = %s AND token = %s", (company_id, token))
    if row is not None:
        return {"permit": str(row["id"])}
    place = sites.place_of_qr(company_id, token)
    if place is None:
        return None
    found = rows.one(_AT_POINT, (company_id, place.point_id))
    permits = found["found"] if found else None
    return {
        "point": {
            "id": str(place.point_id),
            "name": place.name,
            "area": place.area_name,
            "area_id": str(place.area_id),
            "site_id": str(place.site_id),
        },
        "permits": json.loads(permits) if isinstance(permits, str) else permits or [],
    }
