"""HTTP for emergencies. Thin: they are opened by calls for help and alarms, and changed by commands."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.emergency import queries, shown
from davy.emergency.shapes import EmergencyLine, EmergencyOut
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["emergencies"])
LISTED = 50


@router.get("/emergencies", response=list[EmergencyLine])
@allow("emergencies", "read")
def list_emergencies(request: TenantRequest) -> list[dict[str, Any]]:
    """The open ones, then those that ended, the newest first: 50 of these at the most."""
    company = request.company.id
    return [shown.line(company, one) for one in queries.board(company, ended=LISTED)]


@router.get("/emergencies/calling", response=list[EmergencyOut])
@allow("emergencies", "read")
def calling_emergencies(request: TenantRequest) -> list[dict[str, Any]]:
    """The open emergencies that concern me: I was told of them, or stand on the roll."""
    person = request.user.person_id
    if person is None:
        return []
    found = queries.board(request.company.id, person_id=person)
    return [shown.whole(request.company.id, one, person, clock.now()) for one in found]


@router.get("/emergencies/{uuid:emergency_id}", response=EmergencyOut)
@allow("emergencies", "read")
def get_emergency(request: TenantRequest, emergency_id: UUID) -> dict[str, Any]:
    """One emergency: place, people, first tasks, and everything that happened in it."""
    found = queries.load(request.company.id, emergency_id)
    if found is None:
        raise Problem("not_found")
    return shown.whole(request.company.id, found, request.user.person_id, clock.now())
