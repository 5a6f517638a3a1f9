"""Maintenance plans of the simulated site."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.planning.models import WorkOrder

__all__ = ["YEARLY", "build", "yearly"]

ZONE = ZoneInfo("Asia/Shanghai")
YEARLY = "JX-{year}-001"
ORDERS = (("JX-{year}-014", "甲醇罐区阀门更换", "order"), ("JX-{year}-021", "低标保温及管廊防腐", "plan"))


def build(company_id: UUID, site_id: UUID, now: datetime) -> None:
    """The plan of last year, this year and the next for the whole site, and a few orders beside it; what is
    there already stays. Inside a tenant block."""
    this_year = now.astimezone(ZONE).year
    there = set(WorkOrder.objects.filter(company_id=company_id).values_list("number", flat=True))
    for year in range(this_year - 1, this_year + 2):
        for number, title, source in ((YEARLY, "{year} 年度检维修计划", "plan"), *ORDERS):
            if number.format(year=year) in there:
                continue
            WorkOrder.objects.create(
                company_id=company_id,
                site_id=site_id,
                number=number.format(year=year),
                title=title.format(year=year),
                source=source,
                starts_on=date(year, 1, 1),
                ends_on=date(year + 1, 1, 7),  # work that goes on over the new year stands on the old plan
            )


def yearly(company_id: UUID) -> dict[int, str]:
    """The maintenance plan of each year. Inside a tenant block."""
    found = WorkOrder.objects.filter(company_id=company_id, number__endswith=YEARLY[-4:], source="plan")
    return {order.starts_on.year: str(order.id) for order in found}
