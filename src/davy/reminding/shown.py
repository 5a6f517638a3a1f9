"""What ends soon as it is shown: what was told, what comes next, appointments. Inside a tenant block."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from davy.accounts.models import Company
from davy.reminding import queries
from davy.reminding.contract import book, steps_of
from davy.reminding.models import Booking, Reminder
from davy.reminding.queries import End
from davy.reminding.wording import paper_name
from davy_core.papers.reminding import ENDED

__all__ = ["due", "lists", "steps"]


def due(company: Company, today: date, person: UUID | None = None) -> list[dict[str, Any]]:
    """What has ended or is within its steps, the first end first; of one person, or of all."""
    these = steps_of(company.id)
    by = today + timedelta(days=max(max(days) for days in these.values()))
    found = queries.ending(company.id, by, company.timezone, person=person, over=True)
    shown = [end for end in found if (end.day - today).days <= max(these[end.what]) or end.booked]
    ids = [end.paper_id for end in shown]
    told: dict[tuple[UUID, date], list[Reminder]] = defaultdict(list)
    counting = Reminder.objects.filter(company_id=company.id, paper_id__in=ids, withdrawn_at=None)
    for row in counting.order_by("-step"):
        told[row.paper_id, row.day].append(row)
    booked = {
        (row.paper_id, row.day): row
        for row in Booking.objects.filter(company_id=company.id, paper_id__in=ids)
    }
    return [
        _shown(end, today, these[end.what], told[end.paper_id, end.day], booked.get((end.paper_id, end.day)))
        for end in shown
    ]


def steps(company_id: UUID) -> list[dict[str, Any]]:
    """The steps in force for each kind of paper."""
    return [
        {
            "what": what,
            "name": {"zh": book().papers[what].zh, "en": book().papers[what].en},
            "days": sorted(days, reverse=True),
            "own": days != book().papers[what].days,
            "clause": book().papers[what].clause,
        }
        for what, days in steps_of(company_id).items()
    ]


def lists(what: str) -> dict[str, Any]:
    """What to bring for the renewal of this kind of paper. Raises KeyError for a kind there is not."""
    renewal = book().papers[what]
    wanted = dict.fromkeys(one["form"] for one in renewal.bring if one["form"])
    return {
        "what": what,
        "name": {"zh": renewal.zh, "en": renewal.en},
        "clause": renewal.clause,
        "bring": list(renewal.bring),
        "forms": [
            {"id": form, "name": book().forms[form], "lines": book().forms[form]["lines"]} for form in wanted
        ],
    }


def _shown(
    end: End, today: date, steps: tuple[int, ...], told: list[Reminder], booked: Booking | None
) -> dict[str, Any]:
    name = paper_name(end.what, end.name)
    return {
        "what": end.what,
        "paper_id": end.paper_id,
        "person_id": end.person_id,
        "person": end.person,
        "name": {"zh": name.zh, "en": name.en},
        "day": end.day,
        "left": (end.day - today).days,
        "steps": told,
        "next_on": _next(end, today, steps),
        "booking": booked,
    }


def _next(end: End, today: date, steps: tuple[int, ...]) -> date | None:
    """The next day on which something is told of it."""
    days = [end.day - timedelta(days=step) for step in (*steps, ENDED)]
    if end.booked is not None and end.booked >= today:
        days = [max(today, end.booked - timedelta(days=1)), end.day + timedelta(days=1)]
    return min((day for day in days if day > today), default=None)
