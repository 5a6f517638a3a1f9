"""HTTP for maintenance plans, work orders and bookings."""

from typing import Any
from uuid import UUID

from ninja import PatchDict, Query, Router, Status

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page, Register
from davy.people import queries as people
from davy.planning import rules, shapes
from davy.planning.models import Booking, WorkOrder
from davy.problems.response import Problem
from davy.rulebook import law
from davy.sites.models import Area, Site, WorkPoint
from davy.sites.queries import works_off

__all__ = ["router"]

router = Router(tags=["planning"])
orders = Register(WorkOrder, "work_orders", check=rules.check_order)
bookings = Register(Booking, "bookings", private=frozenset({"content", "reason", "note"}))
sites = Register(Site, "sites")
areas = Register(Area, "areas")
points = Register(WorkPoint, "points")


@router.get("/work-orders", response=Page[shapes.OrderOut])
@allow("work_orders", "read")
def list_orders(request: TenantRequest, wanted: Query[shapes.OrdersWanted]) -> dict[str, Any]:
    """Maintenance plans and work orders, the latest first."""
    found = orders.all(request).order_by("-starts_on", "number")
    if wanted.q:
        found = found.filter(number__icontains=wanted.q) | found.filter(title__icontains=wanted.q)
    if wanted.open is not None:
        found = found.filter(open=wanted.open)
    return Page.of(found, wanted, shapes.OrderOut.from_orm)


@router.post("/work-orders", response={201: shapes.OrderOut})
@allow("work_orders", "write")
def add_order(request: TenantRequest, body: shapes.OrderIn) -> Status[WorkOrder]:
    """Enter a maintenance plan or work order."""
    sites.find(request, body.site_id)
    return Status(201, orders.add(request, body.dict()))


@router.get("/work-orders/{uuid:work_order_id}", response=shapes.OrderOut)
@allow("work_orders", "read")
def get_order(request: TenantRequest, work_order_id: UUID) -> WorkOrder:
    """One maintenance plan or work order."""
    return orders.find(request, work_order_id)


@router.patch("/work-orders/{uuid:work_order_id}", response=shapes.OrderOut)
@allow("work_orders", "write")
def change_order(request: TenantRequest, work_order_id: UUID, body: PatchDict[shapes.OrderIn]) -> WorkOrder:
    """Change the fields given; closing it ends what may stand on it."""
    if body.get("site_id") is not None:
        sites.find(request, body["site_id"])
    return orders.change(request, work_order_id, body)


@router.get("/bookings", response=list[shapes.BookingOut])
@allow("bookings", "read")
def list_bookings(request: TenantRequest, wanted: Query[shapes.BookingsWanted]) -> list[dict[str, Any]]:
    """Booked work that shares time with the stretch, in the order of its beginning; 500 at most."""
    found = bookings.all(request).filter(starts_at__lt=wanted.end, ends_at__gt=wanted.start)
    if wanted.area is not None:
        found = found.filter(area_id=wanted.area)
    if wanted.state is not None:
        found = found.filter(state=wanted.state)
    return _shown(request, list(found.order_by("starts_at", "id")[:500]))


@router.post("/bookings", response={201: shapes.BookingOut})
@allow("bookings", "write")
def add_booking(request: TenantRequest, body: shapes.BookingIn) -> Status[dict[str, Any]]:
    """Book special work: the day before at the latest, on the day itself as urgent with a reason."""
    person = _person(request)
    unknown = [name for name in body.templates if name not in law.templates()]
    if unknown:
        raise Problem("reference_unknown", field="templates")
    point = points.find(request, body.point_id)
    area = areas.find(request, point.area_id)
    if body.order_id is not None:
        orders.find(request, body.order_id)
    site = sites.find(request, area.site_id)
    off = works_off(request.company.id, site.id) & set(body.templates)
    if off:
        raise Problem("template_off", **law.template(min(off))["title"])
    values = {**body.dict(), "area_id": area.id, "site_id": site.id, "booked_by": person}
    now = clock.now()
    window = {name: values[name] for name in ("starts_at", "ends_at", "urgent", "reason")}
    rules.check_window(Booking(**window), site.timezone, now)
    made = bookings.add(request, {**values, "booked_at": now})
    return Status(201, _shown(request, [made])[0])


@router.post("/bookings/{uuid:booking_id}/decision", response=shapes.BookingOut)
@allow("booking_decisions", "write")
def decide_booking(request: TenantRequest, booking_id: UUID, body: shapes.DecisionIn) -> dict[str, Any]:
    """Approve a booking or not. It makes no work live: every permit is judged on its own."""
    booking, person = bookings.find(request, booking_id), _person(request)
    rules.check_decision(booking, person, approve=body.approve, note=body.note)
    state = "approved" if body.approve else "refused"
    values = {"state": state, "note": body.note, "decided_by": person, "decided_at": clock.now()}
    return _shown(request, [bookings.change(request, booking_id, values)])[0]


@router.post("/bookings/{uuid:booking_id}/withdrawal", response=shapes.BookingOut)
@allow("bookings", "write")
def withdraw_booking(request: TenantRequest, booking_id: UUID) -> dict[str, Any]:
    """Take one's own booking back."""
    booking = bookings.find(request, booking_id)
    if booking.booked_by != _person(request):
        raise Problem("booking_not_yours")
    if booking.state not in {"asked", "approved"}:
        raise Problem("booking_decided", state=booking.state)
    return _shown(request, [bookings.change(request, booking_id, {"state": "withdrawn"})])[0]


def _person(request: TenantRequest) -> UUID:
    """The person of the account. Raises Problem for an account without one."""
    if request.user.person_id is None:
        raise Problem("booking_not_yours")
    return request.user.person_id


def _shown(request: TenantRequest, found: list[Booking]) -> list[dict[str, Any]]:
    names = people.names(
        request.company.id, [str(p) for b in found for p in (b.booked_by, b.decided_by) if p is not None]
    )
    places = {p.id: p.name for p in points.all(request).filter(id__in=[b.point_id for b in found])}
    grounds = {a.id: a.name for a in areas.all(request).filter(id__in=[b.area_id for b in found])}
    numbers = {
        o.id: o.number for o in orders.all(request).filter(id__in=[b.order_id for b in found if b.order_id])
    }
    decides, me = may(request.user.roles, "booking_decisions", "write"), request.user.person_id
    return [
        {
            **{name: getattr(b, name) for name in shapes.BookingOut.model_fields if hasattr(b, name)},
            "area": grounds.get(b.area_id, ""),
            "point": places.get(b.point_id, ""),
            "order_number": numbers.get(b.order_id) if b.order_id else None,
            "booked_by_name": names.get(str(b.booked_by)),
            "decided_by_name": names.get(str(b.decided_by)) if b.decided_by else None,
            "mine": b.booked_by == me,
            "may_decide": decides and b.state == "asked" and b.booked_by != me,
        }
        for b in found
    ]
