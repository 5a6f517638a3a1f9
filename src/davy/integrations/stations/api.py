"""HTTP for the weather station of a site: set by an administrator, shown to everybody without its address."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Input, Register
from davy.integrations.stations.models import Station
from davy.integrations.stations.reading import check_fields
from davy.outside.reach import OutsideError, check
from davy.problems.response import Problem
from davy.sites.models import Site

__all__ = ["router"]

router = Router(tags=["sites"])


def _check(station: Station) -> None:
    """Raises Problem ``station_invalid`` for an address or a mapping that cannot be used."""
    wrong = [{"at": name} for name in check_fields(station.fields)]
    try:
        check(station.url)
    except OutsideError:
        wrong.append({"at": "url"})
    if wrong:
        raise Problem("station_invalid", missing=wrong)


stations = Register(Station, "weather_stations", check=_check, private=frozenset({"url"}))
sites = Register(Site, "sites")


class StationIn(Input):
    """Where the station is asked, and how its JSON is read: fact → {path, unit or words}."""

    url: str = Field(min_length=1, max_length=500)
    fields_: dict[str, dict[str, Any]] = Field(alias="fields")
    private_net: bool = False
    enabled: bool = True


class StationOut(Schema):
    """The station of a site, its host only; all null when there is none. `problem` is why it is silent."""

    host: str | None
    facts: list[str]
    enabled: bool
    private_net: bool
    tried_at: datetime | None
    answered_at: datetime | None
    problem: str
    failures: int


@router.get("/sites/{uuid:site_id}/weather-station", response=StationOut)
@allow("weather_stations", "read")
def get_station(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """The weather station of a site and how it has answered."""
    sites.find(request, site_id)
    return _shown(stations.all(request).filter(site_id=site_id).first())


@router.put("/sites/{uuid:site_id}/weather-station", response=StationOut)
@allow("weather_stations", "write")
def put_station(request: TenantRequest, site_id: UUID, body: StationIn) -> dict[str, Any]:
    """Set or replace the station. Only a station in the plant's own network may have a private address."""
    sites.find(request, site_id)
    values = {
        "url": body.url, "fields": body.fields_, "private_net": body.private_net, "enabled": body.enabled,
    }  # fmt: skip
    there = stations.all(request).filter(site_id=site_id).first()
    if there is None:
        return _shown(stations.add(request, {**values, "site_id": site_id}))
    return _shown(stations.change(request, there.id, values))


def _shown(station: Station | None) -> dict[str, Any]:
    found = station or Station(enabled=False)
    return {
        "host": check(found.url).hostname if found.url else None,
        "facts": sorted(found.fields),
        **{
            name: getattr(found, name)
            for name in ("enabled", "private_net", "tried_at", "answered_at", "problem", "failures")
        },
    }
