"""HTTP for the heat map of certificates and the forecast of what ends. Thin."""

from __future__ import annotations

from typing import Any

from ninja import Query, Router

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page
from davy.people.heat import queries, shapes

__all__ = ["router"]

router = Router(tags=["people"])


@router.get("/ledger/heat", response=shapes.HeatOut)
@allow("reminders", "read")
def get_heat(request: TenantRequest, wanted: Query[shapes.HeatAsked]) -> dict[str, Any]:
    """How many people are in each state of their certificates, by firm, unit, team or trade."""
    today = request.company.today()
    found = queries.counts(request.company.id, wanted.by, today)
    return {"by": wanted.by, "today": today, "rows": found}


@router.get("/ledger/heat/people", response=Page[shapes.HeatPerson])
@allow("reminders", "read")
def list_heat_people(request: TenantRequest, wanted: Query[shapes.HeatPeople]) -> dict[str, Any]:
    """The people of one count of the map."""
    found, total = queries.listed(
        request.company.id,
        wanted.by,
        request.company.today(),
        key=wanted.key,
        state=wanted.state,
        page=wanted.page,
        size=wanted.size,
    )
    return {"items": found, "total": total, "page": wanted.page, "size": wanted.size}


@router.get("/ledger/forecast", response=list[shapes.ForecastMonth])
@allow("reminders", "read")
def get_forecast(request: TenantRequest) -> list[dict[str, Any]]:
    """What ends in each of the twelve months from now, if nothing is renewed."""
    return queries.forecast(request.company.id, request.company.today())
