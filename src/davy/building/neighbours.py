"""A second area beside that of the small plant, with a fence of its own and, where asked, its own leader."""

from __future__ import annotations

import math
from uuid import UUID

from davy.building.plant import LAT, LON, Plant
from davy.db import tenant
from davy.people.models import Post
from davy.sites.models import Area

__all__ = ["next_door"]

METRES_A_DEGREE = 111_195.0


def next_door(plant: Plant, east_m: float = 100, radius_m: float = 95, leader: str | None = None) -> UUID:
    """Build an area whose middle lies so many metres east of both points; without a leader that of the plant
    counts there too."""
    lon = LON + east_m / METRES_A_DEGREE / math.cos(math.radians(LAT))
    with tenant.company(plant.company):
        area = Area.objects.create(
            company_id=plant.company,
            site_id=plant.site,
            code=f"N-{east_m:.0f}",
            name="隔壁罐区",
            area_class="fire_explosion",
            fence={"lat": LAT, "lon": lon, "radius_m": radius_m},
        )
        if leader is not None:
            Post.objects.create(
                company_id=plant.company,
                code="shift_leader",
                name="当班班长",
                area_id=area.id,
                holder_id=plant.people[leader].person,
            )
    return area.id
