"""HTTP for reminders: what ends, appointments for renewing it, the steps, what to bring. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.problems.response import Problem
from davy.reminding import shapes, shown
from davy.reminding.contract import book
from davy.reminding.models import Booking, Reminder, Steps
from davy_core.papers.reminding import BOOKED, wrong

__all__ = ["router"]

router = Router(tags=["reminders"])
bookings = Register(Booking, "bookings_of_papers", private=frozenset({"note"}))
steps = Register(Steps, "reminder_steps")


@router.get("/reminders", response=list[shapes.PaperDueOut])
@allow("reminders", "read")
def list_due(request: TenantRequest) -> list[dict[str, Any]]:
    """Every paper that has ended or ends within its steps, the first end first."""
    return _due(request)


@router.get("/reminders/mine", response=list[shapes.PaperDueOut])
@allow("own_papers", "read")
def list_mine(request: TenantRequest) -> list[dict[str, Any]]:
    """One's own papers that have ended or end soon."""
    return _due(request, request.user.person_id) if request.user.person_id else []


@router.put("/reminders/papers/{uuid:paper_id}/booking", response=shapes.PaperDueOut)
@allow("own_papers", "write")
def book_renewal(request: TenantRequest, paper_id: UUID, body: shapes.RenewalBookingIn) -> dict[str, Any]:
    """Note an appointment for renewing a paper, one's own or as whoever keeps the ledger. Until that day
    nothing but the appointment is told. It gives no right: those follow the paper."""
    found = _paper(request, paper_id)
    if body.on < request.company.today():
        raise Problem("malformed", missing=[{"at": "on", "wrong": "past"}])
    key = {"paper_id": paper_id, "day": found["day"]}
    row = bookings.all(request).filter(**key).first()
    values = {**body.dict(), **key, "what": found["what"], "person_id": found["person_id"]}
    if row is None:
        bookings.add(request, values)
    else:
        bookings.change(request, row.id, values)
    _new_eve(request, paper_id)
    return _paper(request, paper_id)


@router.delete("/reminders/papers/{uuid:paper_id}/booking", response=shapes.PaperDueOut)
@allow("own_papers", "write")
def unbook_renewal(request: TenantRequest, paper_id: UUID) -> dict[str, Any]:
    """There is no appointment; reminders go on."""
    found = _paper(request, paper_id)
    row = bookings.all(request).filter(paper_id=paper_id, day=found["day"]).first()
    if row is not None:
        bookings.remove(request, row.id)
        _new_eve(request, paper_id)
    return _paper(request, paper_id)


@router.get("/reminders/steps", response=list[shapes.ReminderStepsOut])
@allow("own_papers", "read")
def list_steps(request: TenantRequest) -> list[dict[str, Any]]:
    """How many days before its end each kind of paper is told of."""
    return shown.steps(request.company.id)


@router.put("/reminders/steps/{what}", response=list[shapes.ReminderStepsOut])
@allow("reminder_steps", "write")
def set_steps(
    request: TenantRequest, what: shapes.What, body: shapes.ReminderStepsIn
) -> list[dict[str, Any]]:
    """Set the company's own steps, or go back to those of the contract."""
    row = steps.all(request).filter(what=what).first()
    if body.days is None:
        if row is not None:
            steps.remove(request, row.id)
        return shown.steps(request.company.id)
    why = wrong(body.days, book().most, book().first)
    if why is not None:
        raise Problem(
            "reminder_steps", most=book().most, first=book().first, missing=[{"at": "days", "wrong": why}]
        )
    values = {"what": what, "days": sorted(body.days, reverse=True)}
    if row is None:
        steps.add(request, values)
    else:
        steps.change(request, row.id, values)
    return shown.steps(request.company.id)


@router.get("/reminders/lists/{what}", response=shapes.RenewalListOut)
@allow("own_papers", "read")
def get_list(request: TenantRequest, what: shapes.What) -> dict[str, Any]:
    """What to bring for the renewal of this kind of paper, and the forms that go with it."""
    return shown.lists(what)


def _paper(request: TenantRequest, paper_id: UUID) -> dict[str, Any]:
    """The paper that ends, one's own or as whoever keeps the ledger. Raises Problem ``not_found``."""
    person = None if may(request.user.roles, "reminders", "write") else request.user.person_id
    if person is None and not may(request.user.roles, "reminders", "write"):
        raise Problem("not_found")
    found = next((one for one in _due(request, person) if one["paper_id"] == paper_id), None)
    if found is None:
        raise Problem("not_found")
    return found


def _new_eve(request: TenantRequest, paper_id: UUID) -> None:
    """Another appointment is told anew on its eve."""
    eve = Reminder.objects.filter(company_id=request.company.id, paper_id=paper_id, step=BOOKED)
    eve.filter(withdrawn_at=None).update(withdrawn_at=clock.now())


def _due(request: TenantRequest, person: UUID | None = None) -> list[dict[str, Any]]:
    return shown.due(request.company, request.company.today(), person)
