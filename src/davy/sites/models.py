"""Tables of places and of the calendar. References are ids, held in SQL to rows of the same company."""

import secrets
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from davy.accounts.tenanted import Tenanted

__all__ = [
    "Area",
    "Camera",
    "Equipment",
    "PlanDrawing",
    "Shift",
    "Site",
    "SiteCalendar",
    "SpecialPeriod",
    "Unit",
    "WorkPoint",
    "WorkingDay",
]


def new_token() -> str:
    """What stands in the QR code of a work point: long enough that nobody guesses one."""
    return secrets.token_urlsafe(24)


class Site(Tenanted):
    """A plant site with its own time zone, plan and calendar."""

    code = models.CharField(max_length=32)
    name = models.CharField(max_length=128)
    timezone = models.CharField(max_length=64, default="Asia/Shanghai")
    lat = models.FloatField(null=True, blank=True)  # WGS-84 degrees, here and below
    lon = models.FloatField(null=True, blank=True)
    plan_required = models.BooleanField(default=False)  # no permit without booking, plan, order or urgency

    class Meta:
        db_table = "sites_site"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="sites_site_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="sites_site_code"),
        ]


class Unit(Tenanted):
    """A production unit (装置, 车间) of a site; areas may belong to one."""

    site_id = models.UUIDField()
    code = models.CharField(max_length=32)
    name = models.CharField(max_length=128)

    class Meta:
        db_table = "sites_unit"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="sites_unit_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="sites_unit_code"),
        ]


class Area(Tenanted):
    """A part of a site that the rules treat as one: its class decides the level of hot work.

    ``fence`` is a circle ``{"lat", "lon", "radius_m"}`` or a polygon ``{"corners": [[lat, lon], ...]}``.
    ``media`` are the codes of hazardous substances present. ``risk_grade`` is what the plant declares for the
    area itself; the map shows the worse of it and the work there.
    """

    class Class(models.TextChoices):
        FIRE_EXPLOSION = "fire_explosion", "火灾爆炸危险场所"
        OTHER = "other", "其他场所"
        UNKNOWN = "unknown", "未分类"

    site_id = models.UUIDField()
    unit_id = models.UUIDField(null=True, blank=True)
    code = models.CharField(max_length=32)
    name = models.CharField(max_length=128)
    area_class = models.CharField(max_length=16, choices=Class, default=Class.UNKNOWN)
    ex_zone = models.CharField(max_length=8, default="unknown")
    ex_group = models.CharField(max_length=4, null=True, blank=True)  # noqa: DJ001 - absent: the strictest is asked
    ex_temperature = models.CharField(max_length=4, null=True, blank=True)  # noqa: DJ001 - likewise
    major_hazard = models.BooleanField(default=False)
    risk_grade = models.CharField(max_length=8, null=True, blank=True)  # noqa: DJ001 - absent: nobody declared one
    tank_farm_bund = models.BooleanField(default=False)
    pipe_rack = models.BooleanField(default=False)
    fixed_hot_zone = models.BooleanField(default=False)
    fixed_hot_zone_reviewed_on = models.DateField(null=True, blank=True)
    media = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    fence = models.JSONField(null=True, blank=True)
    plan_x = models.FloatField(null=True, blank=True)  # units of the drawing, from its upper left corner
    plan_y = models.FloatField(null=True, blank=True)

    class Meta:
        db_table = "sites_area"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="sites_area_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="sites_area_code"),
            models.CheckConstraint(
                condition=Q(area_class__in=["fire_explosion", "other", "unknown"]), name="sites_area_class"
            ),
            models.CheckConstraint(
                condition=Q(ex_zone__in=["none", "0", "1", "2", "20", "21", "22", "unknown"]),
                name="sites_area_ex_zone",
            ),
            models.CheckConstraint(
                condition=Q(risk_grade__isnull=True) | Q(risk_grade__in=["red", "orange", "yellow", "blue"]),
                name="sites_area_risk_grade",
            ),
        ]


class Equipment(Tenanted):
    """A vessel, tank, machine or pipe of an area."""

    area_id = models.UUIDField()
    code = models.CharField(max_length=64)
    name = models.CharField(max_length=128)
    kind = models.CharField(max_length=16, default="", blank=True)  # empty: nobody said
    medium = models.CharField(max_length=64, default="", blank=True)
    in_operation = models.BooleanField(null=True, blank=True)  # null: not known
    volume_m3 = models.DecimalField(max_digits=12, decimal_places=3, null=True, blank=True)
    plan_x = models.FloatField(null=True, blank=True)
    plan_y = models.FloatField(null=True, blank=True)

    class Meta:
        db_table = "sites_equipment"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="sites_equipment_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="sites_equipment_code"),
        ]


class AreaFreeze(Tenanted):
    """An area in which all work is stopped, by the post that stopped it. The row goes when it is lifted."""

    area_id = models.UUIDField()
    post = models.CharField(max_length=32)
    frozen_by = models.UUIDField()
    frozen_at = models.DateTimeField()

    class Meta:
        db_table = "sites_area_freeze"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "area_id"], name="sites_area_freeze_area")
        ]


class WorkPoint(Tenanted):
    """A place where work is done, with the QR code that hangs there."""

    area_id = models.UUIDField()
    equipment_id = models.UUIDField(null=True, blank=True)
    code = models.CharField(max_length=64)
    name = models.CharField(max_length=128)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    height_m = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)  # above the ground
    radius_m = models.FloatField(null=True, blank=True)  # who is within it, is at the point
    plan_x = models.FloatField(null=True, blank=True)
    plan_y = models.FloatField(null=True, blank=True)
    qr_token = models.CharField(max_length=64, default=new_token, editable=False)

    class Meta:
        db_table = "sites_work_point"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="sites_work_point_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="sites_work_point_code"),
            models.UniqueConstraint(fields=["company_id", "qr_token"], name="sites_work_point_qr"),
        ]


class PlanDrawing(Tenanted):
    """The drawn plan of a site: an SVG attachment and points of it whose place on the ground is known.

    ``control`` is ``[{"x", "y", "lat", "lon"}, ...]``, three or more; they carry positions onto the drawing.
    """

    site_id = models.UUIDField()
    drawing = models.CharField(max_length=64)  # SHA-256 of an attachment
    width = models.FloatField()
    height = models.FloatField()
    control = models.JSONField(default=list)

    class Meta:
        db_table = "sites_plan_drawing"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "site_id"], name="sites_plan_drawing_site")
        ]


class Camera(Tenanted):
    """A camera that hangs somewhere, as people told it, ``state`` too. The link is shown, never fetched."""

    site_id = models.UUIDField()
    point_id = models.UUIDField(null=True, blank=True)
    code = models.CharField(max_length=64)
    name = models.CharField(max_length=128)
    watches = models.CharField(max_length=200, default="", blank=True)
    ex_mark = models.CharField(max_length=64, default="", blank=True)  # empty: it carries none
    link = models.CharField(max_length=500, default="", blank=True)
    state = models.CharField(max_length=8, default="unknown")
    plan_x = models.FloatField(null=True, blank=True)
    plan_y = models.FloatField(null=True, blank=True)

    class Meta:
        db_table = "sites_camera"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="sites_camera_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="sites_camera_code"),
            models.CheckConstraint(
                condition=Q(state__in=["working", "broken", "unknown"]), name="sites_camera_state"
            ),
        ]


class SiteCalendar(Tenanted):
    """What counts as night and as a weekly rest day at a site, and up to which day holidays are entered."""

    site_id = models.UUIDField()
    configured = models.BooleanField(default=False)
    night_start = models.TimeField(null=True, blank=True)  # local time of the site
    night_end = models.TimeField(null=True, blank=True)
    rest_weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)  # ISO: 1 Monday
    holidays_until = models.DateField(null=True, blank=True)  # the last day whose holidays are entered
    escalation = models.TextField(null=True, default="approver")  # noqa: DJ001 - level, approver, not decided

    class Meta:
        db_table = "sites_calendar"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "site_id"], name="sites_calendar_site")
        ]


class SpecialPeriod(Tenanted):
    """A holiday, an extra rest period or a major event; the end is not included."""

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", "节假日"
        REST_DAY = "rest_day", "公休日"
        MAJOR_EVENT = "major_event", "重大活动"

    site_id = models.UUIDField()
    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=64, default="", blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "sites_special_period"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="sites_special_period_order"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["holiday", "rest_day", "major_event"]), name="sites_special_period_kind"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "site_id", "starts_at"], name="sites_special_period_start")
        ]


class WorkingDay(Tenanted):
    """A day of the weekly rest that is worked all the same (调休)."""

    site_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        db_table = "sites_working_day"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "site_id", "day"], name="sites_working_day_day")
        ]


class Shift(Tenanted):
    """A shift by its local times; an end before the start is on the next day."""

    site_id = models.UUIDField()
    name = models.CharField(max_length=32)
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        db_table = "sites_shift"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "site_id", "name"], name="sites_shift_name")
        ]


class SiteWorks(Tenanted):
    """What a site offers: its industry, the templates it has switched off, how many levels approve a preset.

    Templates that come later are on: what the law asks a permit for is never off because nobody looked."""

    site_id = models.UUIDField()
    industry = models.CharField(max_length=32, default="", blank=True)
    off = ArrayField(models.CharField(max_length=48), default=list, blank=True)
    approval = models.CharField(max_length=8, null=True, blank=True)  # noqa: DJ001 - two, four, as the template says

    class Meta:
        db_table = "sites_works"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "site_id"], name="sites_works_site"),
            models.CheckConstraint(
                condition=Q(approval__isnull=True) | Q(approval__in=["two", "four"]),
                name="sites_works_approval",
            ),
        ]
