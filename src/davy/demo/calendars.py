"""Calendar, shifts and wind of the simulated site."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.db import tenant
from davy.permits import weather
from davy.sites.models import Shift, SiteCalendar, SpecialPeriod
from davy_core.weather.observation import Weather

__all__ = ["build", "keep_up", "observe_past", "observe_wind"]

ZONE = ZoneInfo("Asia/Shanghai")
SPRING = {2026: (2, 16), 2027: (2, 5), 2028: (1, 25), 2029: (2, 12), 2030: (2, 2)}  # the eve of the new year
DAYS_OF_PAST = 65
Days = tuple[str, date, int]  # name, first day, number of days


def build(company_id: UUID, site_id: UUID, now: datetime) -> None:
    """Nights from 22 to 6 o'clock, weekends off, public holidays, an audit to come, two shifts."""
    this_year = now.astimezone(ZONE).year
    SiteCalendar.objects.create(
        company_id=company_id,
        site_id=site_id,
        configured=True,
        night_start=time(22),
        night_end=time(6),
        rest_weekdays=[6, 7],
        holidays_until=date(this_year + 1, 12, 31),
    )
    _holidays(company_id, site_id, range(this_year - 1, this_year + 2))
    event = now.astimezone(ZONE).date() + timedelta(days=40)
    _period(company_id, site_id, "major_event", ("省级安全督查", event, 3))
    for name, starts, ends in (("白班", 8, 20), ("夜班", 20, 8)):
        Shift.objects.create(
            company_id=company_id, site_id=site_id, name=name, starts=time(starts), ends=time(ends)
        )


def keep_up(company_id: UUID, site_id: UUID, now: datetime) -> None:
    """Enter the holidays of next year when it is time: a calendar that ends refuses hot work."""
    year = now.astimezone(ZONE).year + 1
    with tenant.company(company_id):
        found = SiteCalendar.objects.filter(company_id=company_id, site_id=site_id).first()
        if found is None or found.holidays_until is None or found.holidays_until.year >= year:
            return
        _holidays(company_id, site_id, range(found.holidays_until.year + 1, year + 1))
        found.holidays_until = date(year, 12, 31)
        found.save(force_update=True)


def _holidays(company_id: UUID, site_id: UUID, years: range) -> None:
    for year in years:
        for days in _public(year):
            _period(company_id, site_id, "holiday", days)


def _public(year: int) -> Iterator[Days]:
    yield "元旦", date(year, 1, 1), 1
    yield "劳动节", date(year, 5, 1), 5
    yield "国庆节", date(year, 10, 1), 7
    if year in SPRING:
        yield "春节", date(year, *SPRING[year]), 8


def _period(company_id: UUID, site_id: UUID, kind: str, days: Days) -> None:
    name, first, number = days
    begins = datetime.combine(first, time(0), ZONE).astimezone(UTC)
    SpecialPeriod.objects.create(
        company_id=company_id,
        site_id=site_id,
        kind=kind,
        name=name,
        starts_at=begins,
        ends_at=begins + timedelta(days=number),
    )


def observe_past(company_id: UUID, site_id: UUID, now: datetime) -> None:
    """The wind of every hour of the past: never so strong that work in the open had to stop."""
    dice = random.Random("wind")
    with tenant.company(company_id):
        for hours in range(DAYS_OF_PAST * 24, 0, -1):
            at = now - timedelta(hours=hours)
            weather.observe(company_id, site_id, _fair(dice.choice((1, 1, 2, 2, 3, 3, 4)), at), None)


def observe_wind(company_id: UUID, site_id: UUID, now: datetime) -> None:
    """The wind of this hour."""
    force = random.Random(f"wind {now:%Y%m%d%H}").choice((1, 2, 2, 3))
    with tenant.company(company_id):
        weather.observe(company_id, site_id, _fair(force, now), None)


def _fair(force: int, at: datetime) -> Weather:
    """A dry and clear hour with this wind (Beaufort)."""
    warmth = Decimal(9 + (at.hour + 8) % 24 // 3)
    return Weather(at, "person", force, force + 1, "none", "none", "none", warmth)
