"""HTTP for sites, units, areas, equipment, work points, the plan and the calendar."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from ninja import PatchDict, Query, Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page, Paging, Register
from davy.accounts.tenanted import Tenanted
from davy.attachments import store as attachments
from davy.db import tenant
from davy.permits.waking import wake
from davy.problems.response import Problem
from davy.sites import ground, queries, rules, shapes
from davy.sites.models import (
    Area,
    Equipment,
    PlanDrawing,
    Shift,
    Site,
    SiteCalendar,
    SpecialPeriod,
    Unit,
    WorkingDay,
    WorkPoint,
)
from davy.sites.periods import CalendarFacts

__all__ = ["router"]

router = Router(tags=["sites"])
M = TypeVar("M", bound=Tenanted)
T = TypeVar("T")

sites = Register(Site, "sites", check=rules.check_site)
units = Register(Unit, "units")
areas = Register(Area, "areas", check=rules.check_area)
equipment = Register(Equipment, "equipment")
points = Register(WorkPoint, "points", check=rules.check_point)
plans = Register(PlanDrawing, "plan", check=rules.check_plan)
calendars = Register(SiteCalendar, "calendar", check=rules.check_calendar)
special_periods = Register(SpecialPeriod, "calendar", check=rules.check_period)
working_days = Register(WorkingDay, "calendar")
shifts = Register(Shift, "calendar")


@router.get("/sites", response=Page[shapes.SiteOut])
@allow("sites", "read")
def list_sites(request: TenantRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Sites by code."""
    return _page(sites.all(request), paging, shapes.SiteOut)


@router.post("/sites", response={201: shapes.SiteOut})
@allow("sites", "write")
def add_site(request: TenantRequest, body: shapes.SiteIn) -> Status[Site]:
    """Enter a site."""
    return Status(201, sites.add(request, body.dict()))


@router.patch("/sites/{uuid:site_id}", response=shapes.SiteOut)
@allow("sites", "write")
def change_site(request: TenantRequest, site_id: UUID, body: PatchDict[shapes.SiteIn]) -> Site:
    """Change the fields given."""
    return sites.change(request, site_id, body)


@router.get("/units", response=Page[shapes.UnitOut])
@allow("sites", "read")
def list_units(request: TenantRequest, paging: Query[Paging], site_id: UUID | None = None) -> dict[str, Any]:
    """Production units by code."""
    return _page(_of(units.all(request), site_id=site_id), paging, shapes.UnitOut)


@router.post("/units", response={201: shapes.UnitOut})
@allow("sites", "write")
def add_unit(request: TenantRequest, body: shapes.UnitIn) -> Status[Unit]:
    """Enter a production unit."""
    return Status(201, units.add(request, body.dict()))


@router.patch("/units/{uuid:unit_id}", response=shapes.UnitOut)
@allow("sites", "write")
def change_unit(request: TenantRequest, unit_id: UUID, body: PatchDict[shapes.UnitIn]) -> Unit:
    """Change the fields given."""
    return units.change(request, unit_id, body)


@router.get("/areas", response=Page[shapes.AreaOut])
@allow("sites", "read")
def list_areas(
    request: TenantRequest, paging: Query[Paging], site_id: UUID | None = None, unit_id: UUID | None = None
) -> dict[str, Any]:
    """Areas by code."""
    return _page(_of(areas.all(request), site_id=site_id, unit_id=unit_id), paging, shapes.AreaOut)


@router.post("/areas", response={201: shapes.AreaOut})
@allow("sites", "write")
def add_area(request: TenantRequest, body: shapes.AreaIn) -> Status[Area]:
    """Enter an area."""
    return Status(201, areas.add(request, body.dict()))


@router.get("/areas/{uuid:area_id}", response=shapes.AreaOut)
@allow("sites", "read")
def get_area(request: TenantRequest, area_id: UUID) -> Area:
    """One area."""
    return areas.find(request, area_id)


@router.patch("/areas/{uuid:area_id}", response=shapes.AreaOut)
@allow("sites", "write")
def change_area(request: TenantRequest, area_id: UUID, body: PatchDict[shapes.AreaIn]) -> Area:
    """Change the fields given."""
    return areas.change(request, area_id, body)


@router.get("/equipment", response=Page[shapes.EquipmentOut])
@allow("sites", "read")
def list_equipment(
    request: TenantRequest, paging: Query[Paging], area_id: UUID | None = None
) -> dict[str, Any]:
    """Equipment by code."""
    return _page(_of(equipment.all(request), area_id=area_id), paging, shapes.EquipmentOut)


@router.post("/equipment", response={201: shapes.EquipmentOut})
@allow("sites", "write")
def add_equipment(request: TenantRequest, body: shapes.EquipmentIn) -> Status[Equipment]:
    """Enter a piece of equipment."""
    return Status(201, equipment.add(request, body.dict()))


@router.get("/equipment/{uuid:equipment_id}", response=shapes.EquipmentOut)
@allow("sites", "read")
def get_equipment(request: TenantRequest, equipment_id: UUID) -> Equipment:
    """One piece of equipment."""
    return equipment.find(request, equipment_id)


@router.patch("/equipment/{uuid:equipment_id}", response=shapes.EquipmentOut)
@allow("sites", "write")
def change_equipment(
    request: TenantRequest, equipment_id: UUID, body: PatchDict[shapes.EquipmentIn]
) -> Equipment:
    """Change the fields given."""
    return equipment.change(request, equipment_id, body)


@router.get("/points", response=Page[shapes.PointOut])
@allow("sites", "read")
def list_points(request: TenantRequest, paging: Query[Paging], area_id: UUID | None = None) -> dict[str, Any]:
    """Work points by code."""
    return _page(_of(points.all(request), area_id=area_id), paging, shapes.PointOut)


@router.post("/points", response={201: shapes.PointOut})
@allow("sites", "write")
def add_point(request: TenantRequest, body: shapes.PointIn) -> Status[WorkPoint]:
    """Enter a work point; it gets its QR token."""
    return Status(201, points.add(request, body.dict()))


@router.get("/points/{uuid:point_id}", response=shapes.PointOut)
@allow("sites", "read")
def get_point(request: TenantRequest, point_id: UUID) -> WorkPoint:
    """One work point."""
    return points.find(request, point_id)


@router.get("/points/by-qr/{token}", response=shapes.PointOut)
@allow("sites", "read")
def get_point_by_qr(request: TenantRequest, token: str) -> WorkPoint:
    """The work point whose printed code holds this token."""
    found = points.all(request).filter(qr_token=token).first()
    if found is None:
        raise Problem("not_found")
    return found


@router.patch("/points/{uuid:point_id}", response=shapes.PointOut)
@allow("sites", "write")
def change_point(request: TenantRequest, point_id: UUID, body: PatchDict[shapes.PointIn]) -> WorkPoint:
    """Change the fields given."""
    return points.change(request, point_id, body)


@router.get("/plan/{uuid:site_id}", response=shapes.PlanOut)
@allow("plan", "read")
def get_plan(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """The plan of a site and everything that is placed on it."""
    return _plan(request, site_id)


def _plan(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    plan = plans.all(request).filter(site_id=site_id).first()
    if plan is None:
        raise Problem("not_found")
    here = areas.all(request).filter(site_id=site_id).order_by("code")
    area_ids = here.values("id")
    marked = list(points.all(request).filter(area_id__in=area_ids).order_by("code"))
    return {
        **ground.of(plan, marked),
        **{name: getattr(plan, name) for name in ("site_id", "drawing", "width", "height", "control")},
        "areas": list(here),
        "equipment": list(equipment.all(request).filter(area_id__in=area_ids).order_by("code")),
        "points": marked,
    }


@router.put("/plan/{uuid:site_id}", response=shapes.PlanOut)
@allow("plan", "write")
def put_plan(request: TenantRequest, site_id: UUID, body: shapes.PlanIn) -> dict[str, Any]:
    """Set or replace the plan of a site."""
    before = plans.all(request).filter(site_id=site_id).first()
    plan = _put(request, plans, site_id, body.dict())
    if before is None or before.drawing != plan.drawing:
        attachments.refer(request.company.id, [plan.drawing], stream_kind="plan", stream_id=plan.id)
        if before is not None:
            attachments.release(request.company.id, [before.drawing], stream_kind="plan", stream_id=plan.id)
    return _plan(request, site_id)


@router.get("/calendar/{uuid:site_id}", response=shapes.CalendarOut)
@allow("calendar", "read")
def get_calendar(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """The calendar of a site; without one it is shown empty and not configured."""
    return _calendar(request, site_id)


def _calendar(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    sites.find(request, site_id)
    calendar = calendars.all(request).filter(site_id=site_id).first() or SiteCalendar()
    return {
        **{name: getattr(calendar, name) for name in shapes.CalendarIn.model_fields},
        "site_id": site_id,
        "periods": list(_of(special_periods.all(request), site_id=site_id).order_by("starts_at")),
        "working_days": list(_of(working_days.all(request), site_id=site_id).order_by("day")),
        "shifts": list(_of(shifts.all(request), site_id=site_id).order_by("starts")),
    }


@router.put("/calendar/{uuid:site_id}", response=shapes.CalendarOut)
@allow("calendar", "write")
def put_calendar(request: TenantRequest, site_id: UUID, body: shapes.CalendarIn) -> dict[str, Any]:
    """Set night, weekly rest days and how far holidays are entered."""
    _put(request, calendars, site_id, body.dict())
    return _calendar(request, site_id)


@router.get("/calendar/{uuid:site_id}/facts", response=shapes.FactsOut)
@allow("calendar", "read")
def get_calendar_facts(
    request: TenantRequest, site_id: UUID, start: datetime, end: datetime
) -> CalendarFacts:
    """Which special periods the stretch touches, as a gate will see them."""
    sites.find(request, site_id)
    try:
        return queries.calendar(request.company.id, site_id, start, end)
    except ValueError:
        raise Problem("malformed", missing=[{"at": "start"}, {"at": "end"}]) from None


@router.post("/calendar/{uuid:site_id}/periods", response={201: shapes.PeriodOut})
@allow("calendar", "write")
def add_period(request: TenantRequest, site_id: UUID, body: shapes.PeriodIn) -> Status[SpecialPeriod]:
    """Enter a holiday, rest period or major event."""
    return Status(201, _add_to_site(request, special_periods, site_id, body.dict()))


@router.delete("/calendar/{uuid:site_id}/periods/{uuid:period_id}", response={204: None})
@allow("calendar", "write")
def remove_period(request: TenantRequest, site_id: UUID, period_id: UUID) -> Status[None]:
    """Take a special period away; what it was stays in the audit trail."""
    return _remove_from_site(request, special_periods, site_id, period_id)


@router.post("/calendar/{uuid:site_id}/working-days", response={201: shapes.WorkingDayOut})
@allow("calendar", "write")
def add_working_day(request: TenantRequest, site_id: UUID, body: shapes.WorkingDayIn) -> Status[WorkingDay]:
    """Enter a rest day that is worked."""
    return Status(201, _add_to_site(request, working_days, site_id, body.dict()))


@router.delete("/calendar/{uuid:site_id}/working-days/{uuid:day_id}", response={204: None})
@allow("calendar", "write")
def remove_working_day(request: TenantRequest, site_id: UUID, day_id: UUID) -> Status[None]:
    """The day rests again."""
    return _remove_from_site(request, working_days, site_id, day_id)


@router.post("/calendar/{uuid:site_id}/shifts", response={201: shapes.ShiftOut})
@allow("calendar", "write")
def add_shift(request: TenantRequest, site_id: UUID, body: shapes.ShiftIn) -> Status[Shift]:
    """Enter a shift."""
    return Status(201, _add_to_site(request, shifts, site_id, body.dict()))


@router.delete("/calendar/{uuid:site_id}/shifts/{uuid:shift_id}", response={204: None})
@allow("calendar", "write")
def remove_shift(request: TenantRequest, site_id: UUID, shift_id: UUID) -> Status[None]:
    """Take a shift away."""
    return _remove_from_site(request, shifts, site_id, shift_id)


def _page(found: QuerySet[Any], paging: Paging, shape: Any) -> dict[str, Any]:
    if paging.q:
        found = found.filter(Q(name__icontains=paging.q) | Q(code__istartswith=paging.q))
    return Page.of(found.order_by("code"), paging, shape.from_orm)


def _of(found: QuerySet[M], **place: UUID | None) -> QuerySet[M]:
    return found.filter(**{name: value for name, value in place.items() if value is not None})


def _put(request: TenantRequest, register: Register[M], site_id: UUID, values: dict[str, Any]) -> M:
    """The one row a site has of this kind: changed if it is there, else new."""
    sites.find(request, site_id)
    there = _of(register.all(request), site_id=site_id).first()
    if there is None:
        return _woken(request, site_id, register.add(request, {**values, "site_id": site_id}))
    return _woken(request, site_id, register.change(request, there.id, values))


def _add_to_site(request: TenantRequest, register: Register[M], site_id: UUID, values: dict[str, Any]) -> M:
    sites.find(request, site_id)
    return _woken(request, site_id, register.add(request, {**values, "site_id": site_id}))


def _remove_from_site(
    request: TenantRequest, register: Register[Any], site_id: UUID, row_id: UUID
) -> Status[None]:
    if not _of(register.all(request), site_id=site_id, id=row_id).exists():
        raise Problem("not_found")
    register.remove(request, row_id)
    return _woken(request, site_id, Status(204, None))


def _woken(request: TenantRequest, site_id: UUID, done: T) -> T:
    """A special period may begin now for work that runs: the clock looks at it at once (S22)."""
    with tenant.company(request.company.id):
        wake(request.company.id, site_id, clock.now())
    return done
