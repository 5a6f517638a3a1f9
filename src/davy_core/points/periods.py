"""The months, quarters and years over which points are counted."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def span(period: str, day: date) -> tuple[date, date]:
    """First and last day of the period that `day` lies in. Raises KeyError for a period that is none."""
    months = MONTHS[period]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = first.month + months
    return first, date(first.year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)
