"""Work that is booked at the simulated site for tomorrow."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from davy.db import tenant
from davy.demo.cast import ZONE, Cast
from davy.planning.models import Booking

__all__ = ["book"]

BOOKED = (
    (("hot", "confined"), "更换储罐人孔法兰，罐内补焊", 9, 6),
    (("hot",), "管廊支架补焊", 14, 3),
    (("confined",), "清理罐底残渣", 8, 8),
)


def book(cast: Cast, now: datetime) -> None:
    """What is booked for tomorrow: one approved for several works, one approved, one still to be decided."""
    tomorrow = now.astimezone(ZONE).date() + timedelta(days=1)
    people = [p.id for p in cast.people.values() if p.group == "responsible"]
    with tenant.company(cast.company):
        morning = datetime.combine(tomorrow, time(0), ZONE)
        if Booking.objects.filter(company_id=cast.company, starts_at__gte=morning).exists():
            return
        for number, (templates, content, hour, hours) in enumerate(BOOKED):
            spot = next(s for s in cast.spots.values() if s.type == templates[-1])
            begins = datetime.combine(tomorrow, time(hour), ZONE)
            decided: dict[str, Any] = {"state": "approved", "decided_at": now} if number < 2 else {}
            Booking.objects.create(
                company_id=cast.company,
                site_id=spot.site,
                area_id=spot.area,
                point_id=spot.id,
                applicant_unit="储运车间",
                work_unit="检维修中心",
                content=content,
                templates=list(templates),
                starts_at=begins,
                ends_at=begins + timedelta(hours=hours),
                booked_by=people[number % len(people)],
                booked_at=now,
                **decided,
            )
