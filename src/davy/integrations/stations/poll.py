"""Ask the stations of a company and note what they told; an outage is noted and tells nothing."""

from __future__ import annotations

from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.integrations.stations.models import Station
from davy.integrations.stations.reading import ReadingError, read
from davy.outside.ask import ask
from davy.outside.reach import OutsideError
from davy.permits import weather
from davy_core.weather.observation import Weather

__all__ = ["poll", "poll_company"]


def poll_company(company_id: UUID) -> None:
    """Ask every enabled station of the company, one after the other; none holds up a transaction."""
    with tenant.company(company_id):
        found = list(Station.objects.filter(company_id=company_id, enabled=True))
    for station in found:
        poll(station)


def poll(station: Station) -> str:
    """Ask one station; why it told nothing of use, else empty. Outside a tenant block."""
    seen: Weather | None = None
    problem = ""
    try:
        body = ask(station.url, private_net=station.private_net)
        seen = read(body, station.fields, clock.now())
    except (OutsideError, ReadingError) as error:
        problem = error.code
    now = clock.now()
    with tenant.company(station.company_id):
        noted: dict[str, object] = {"tried_at": now, "problem": problem}
        if seen is not None:
            weather.observe(station.company_id, station.site_id, seen, None)
            noted |= {"answered_at": now, "failures": 0}
        else:
            noted["failures"] = station.failures + 1
        Station.objects.filter(company_id=station.company_id, id=station.id).update(**noted)
    return problem
