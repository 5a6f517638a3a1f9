"""What may be stored about places and calendars, beyond the type of each field."""

from zoneinfo import ZoneInfo

from davy.problems.response import Problem
from davy.sites.models import Area, Equipment, PlanDrawing, Site, SiteCalendar, SpecialPeriod, WorkPoint
from davy.sites.queries import fence_of
from davy_core.place.georeference import Control, Unfit, fit

__all__ = ["check_area", "check_calendar", "check_period", "check_plan", "check_point", "check_site"]


_UNFIT = {
    "too_few": ("至少要三个控制点。", "At least three control points are needed."),
    "on_one_line": (
        "控制点几乎在一条线上：再选一个偏开的点。",
        "The points lie nearly on one line: choose one beside it.",
    ),
    "mirrored": ("图是反的：核对是不是两个点对调了。", "The plan is mirrored: two points may be exchanged."),
    "skewed": (
        "两个方向的比例不一样：核对经纬度有没有输错。",
        "The two directions differ in scale: check the degrees typed.",
    ),
}


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
    """Raises Problem ``plan_points_invalid`` for points outside of the drawing or that give no map."""
    points = [Control(*(float(p[name]) for name in ("x", "y", "lat", "lon"))) for p in plan.control]
    outside = [
        {"at": f"control.{n}", "wrong": "outside"}
        for n, p in enumerate(points)
        if not (0 <= p.x <= plan.width and 0 <= p.y <= plan.height)
    ]
    if outside:
        raise Problem("plan_points_invalid", missing=outside)
    found = fit(points)
    if isinstance(found, Unfit):
        at = "control" if found.worst is None else f"control.{found.worst}"
        raise Problem(
            "plan_points_invalid", missing=[{"at": at, "wrong": found.why}], remedy=[_way_out(found)]
        )


def _way_out(found: Unfit) -> dict[str, str]:
    """What is wrong with the control points, in words."""
    if found.worst_m is None:
        zh, en = _UNFIT[found.why]
        return {"zh": zh, "en": en}
    off = f"{found.worst_m:.0f}"
    if found.worst is None:
        return {
            "zh": f"各点彼此对不上，相差约 {off} 米：逐点核对，再加一个点能看出是哪一个。",
            "en": f"The points disagree by about {off} m: check each; one more shows which it is.",
        }
    number = found.worst + 1
    return {
        "zh": f"第 {number} 点与其余各点对不上，相差约 {off} 米：核对它的经纬度和图上位置。",
        "en": f"Point {number} is about {off} m off the others: check its position and place.",
    }
