"""What may be stored about places and calendars, beyond the type of each field."""

from zoneinfo import ZoneInfo

from davy.problems.response import Problem
from davy.sites.models import Area, Equipment, PlanDrawing, Site, SiteCalendar, SpecialPeriod, WorkPoint
from davy.sites.queries import fence_of

__all__ = ["check_area", "check_calendar", "check_period", "check_plan", "check_point", "check_site"]


def check_site(site: Site) -> None:
    """Raises Problem for a time zone that does not exist."""
    try:
        ZoneInfo(site.timezone)
    except (KeyError, ValueError, OSError):
        raise Problem("malformed", missing=[{"at": "timezone", "wrong": "unknown"}]) from None


def check_area(area: Area) -> None:
    """Raises Problem ``fence_invalid`` for a fence that encloses nothing."""
    try:
        fence_of(area.fence)
    except (ValueError, KeyError, TypeError):
        raise Problem("fence_invalid", missing=[{"at": "fence"}]) from None


def check_point(point: WorkPoint) -> None:
    """Raises Problem for half a position, a radius around none, or equipment that stands in another area."""
    if (point.lat is None) != (point.lon is None) or (point.radius_m is not None and point.lat is None):
        raise Problem("fence_invalid", missing=[{"at": "lat"}, {"at": "lon"}])
    if point.equipment_id is None:
        return
    here = Equipment.objects.filter(company_id=point.company_id, id=point.equipment_id, area_id=point.area_id)
    if not here.exists():
        raise Problem("reference_unknown", field="equipment_id")


def check_calendar(calendar: SiteCalendar) -> None:
    """Raises Problem ``calendar_invalid`` for a released calendar that lacks something a rule needs (S22)."""
    if not calendar.configured:
        return
    needed = {
        "night_start": calendar.night_start,
        "night_end": calendar.night_end,
        "holidays_until": calendar.holidays_until,
        "escalation": calendar.escalation,
    }
    missing = [{"at": name} for name, value in needed.items() if value is None]
    if missing or calendar.night_start == calendar.night_end:
        raise Problem("calendar_invalid", missing=missing or [{"at": "night_end"}])


def check_period(period: SpecialPeriod) -> None:
    """Raises Problem ``calendar_invalid`` for a period without time zone or that ends before it begins."""
    for name in ("starts_at", "ends_at"):
        if getattr(period, name).tzinfo is None:
            raise Problem("calendar_invalid", missing=[{"at": name, "wrong": "no_time_zone"}])
    if period.ends_at <= period.starts_at:
        raise Problem("calendar_invalid", missing=[{"at": "ends_at"}])


def check_plan(plan: PlanDrawing) -> None:
    """Raises Problem ``plan_points_invalid`` for points outside of the drawing or nearly on one line.

    Positions are carried onto the drawing by the triangle of the three points; a flat one would magnify
    errors.
    """
    (ax, ay), (bx, by), (cx, cy) = [(float(p["x"]), float(p["y"])) for p in plan.control]
    twice_area = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
    inside = all(0 <= x <= plan.width and 0 <= y <= plan.height for x, y in ((ax, ay), (bx, by), (cx, cy)))
    places = {(p["lat"], p["lon"]) for p in plan.control}
    if not inside or twice_area < 0.01 * plan.width * plan.height or len(places) < 3:
        raise Problem("plan_points_invalid", missing=[{"at": "control"}])
