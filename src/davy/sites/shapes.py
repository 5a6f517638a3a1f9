"""What the endpoints of places and calendars take and give."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input
from davy_core.place.equipment import KINDS

__all__ = [
    "AreaIn",
    "AreaOut",
    "CalendarIn",
    "CalendarOut",
    "ControlPoint",
    "EquipmentIn",
    "EquipmentOut",
    "FactsOut",
    "PeriodIn",
    "PeriodOut",
    "PlanIn",
    "PlanOut",
    "PointIn",
    "PointOut",
    "ShiftIn",
    "ShiftOut",
    "SiteIn",
    "SiteOut",
    "UnitIn",
    "UnitOut",
    "WorkingDayIn",
    "WorkingDayOut",
]

Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Lon = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Coordinate = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
Metres = Annotated[float, Field(gt=0, le=100_000, allow_inf_nan=False)]
ExZone = Literal["none", "0", "1", "2", "20", "21", "22", "unknown"]
ExGroup = Literal["IIA", "IIB", "IIC", "IIIA", "IIIB", "IIIC"]
ExTemperature = Annotated[str, Field(pattern=r"^T([1-6]|\d{2,3})$")]
"""T1 to T6; for dust T and the hottest surface in °C (T135)."""


class SiteIn(Input):
    """A site as entered."""

    code: str
    name: str
    timezone: str = "Asia/Shanghai"
    lat: Lat | None = None
    lon: Lon | None = None
    plan_required: bool = False


class SiteOut(SiteIn):
    """A site."""

    id: UUID


class UnitIn(Input):
    """A production unit as entered."""

    site_id: UUID
    code: str
    name: str


class UnitOut(UnitIn):
    """A production unit."""

    id: UUID


class CircleIn(Input):
    """A round fence; degrees WGS-84 and metres."""

    lat: Lat
    lon: Lon
    radius_m: Metres


class PolygonIn(Input):
    """A fence along its corners, each [lat, lon]."""

    corners: list[tuple[Lat, Lon]] = Field(min_length=3, max_length=200)


class AreaIn(Input):
    """An area as entered; unclassified means unknown, which rules take as the worst."""

    site_id: UUID
    unit_id: UUID | None = None
    code: str
    name: str
    area_class: Literal["fire_explosion", "other", "unknown"] = "unknown"
    ex_zone: ExZone = "unknown"
    ex_group: ExGroup | None = None
    ex_temperature: ExTemperature | None = None
    major_hazard: bool = False
    risk_grade: Literal["red", "orange", "yellow", "blue"] | None = None
    tank_farm_bund: bool = False
    pipe_rack: bool = False
    fixed_hot_zone: bool = False
    fixed_hot_zone_reviewed_on: date | None = None
    media: list[str] = Field(default_factory=list)
    fence: CircleIn | PolygonIn | None = None
    plan_x: Coordinate | None = None
    plan_y: Coordinate | None = None


class AreaOut(AreaIn):
    """An area."""

    id: UUID


EquipmentKind = Annotated[str, Field(pattern=f"^({'|'.join(KINDS)})?$")]


class EquipmentIn(Input):
    """Equipment as entered; ``in_operation`` null and an empty ``kind`` mean that nobody knows."""

    area_id: UUID
    code: str
    name: str
    kind: EquipmentKind = ""
    medium: str = ""
    in_operation: bool | None = None
    volume_m3: Decimal | None = Field(None, ge=0)
    plan_x: Coordinate | None = None
    plan_y: Coordinate | None = None


class EquipmentOut(EquipmentIn):
    """Equipment."""

    id: UUID


class PointIn(Input):
    """A work point as entered."""

    area_id: UUID
    equipment_id: UUID | None = None
    code: str
    name: str
    lat: Lat | None = None
    lon: Lon | None = None
    height_m: Decimal | None = None
    radius_m: Metres | None = None
    plan_x: Coordinate | None = None
    plan_y: Coordinate | None = None


class PointOut(PointIn):
    """A work point; ``qr_token`` is what its printed code holds."""

    id: UUID
    qr_token: str


class ControlPoint(Input):
    """A place of the drawing and where it is on the ground."""

    x: Coordinate
    y: Coordinate
    lat: Lat
    lon: Lon


class PlanIn(Input):
    """The plan of a site: an uploaded SVG, its size and three control points or more."""

    drawing: str
    width: Metres
    height: Metres
    control: list[ControlPoint] = Field(min_length=3, max_length=24)


class GroundOut(Schema):
    """The map from the ground to the drawing: x = x0 + a·east + b·north, y = y0 + c·east + d·north, east and
    north in metres from lat, lon; and how far the control points lie off, which with three proves nothing."""

    lat: float
    lon: float
    x0: float
    y0: float
    a: float
    b: float
    c: float
    d: float
    points: int
    residual_m: float
    worst_m: float
    metres_per_unit: float


class PlacedOut(Schema):
    """A work point without a place of its own on the drawing, put there by its position."""

    id: UUID
    x: float
    y: float


class PlanOut(PlanIn):
    """The plan with everything that is drawn on it; `ground` is null where the control points give no map."""

    ground: GroundOut | None
    placed: list[PlacedOut]
    control: list[ControlPoint]
    site_id: UUID
    areas: list[AreaOut]
    equipment: list[EquipmentOut]
    points: list[PointOut]


class CalendarIn(Input):
    """Night, weekly rest, last day whose holidays are entered; ``configured`` releases the calendar.
    ``escalation``: what special periods raise for hot work."""

    configured: bool
    night_start: time | None = None
    night_end: time | None = None
    rest_weekdays: list[Annotated[int, Field(ge=1, le=7)]] = Field(default_factory=list)
    holidays_until: date | None = None
    escalation: Literal["level", "approver"] | None = "approver"


class PeriodIn(Input):
    """A holiday, rest period or major event as entered; the end is not included."""

    kind: Literal["holiday", "rest_day", "major_event"]
    name: str = ""
    starts_at: datetime
    ends_at: datetime


class PeriodOut(PeriodIn):
    """A special period."""

    id: UUID


class WorkingDayIn(Input):
    """A day of the weekly rest that is worked."""

    day: date


class WorkingDayOut(WorkingDayIn):
    """A worked rest day."""

    id: UUID


class ShiftIn(Input):
    """A shift as entered, in local time."""

    name: str
    starts: time
    ends: time


class ShiftOut(ShiftIn):
    """A shift."""

    id: UUID


class CalendarOut(CalendarIn):
    """The whole calendar of a site."""

    site_id: UUID
    periods: list[PeriodOut]
    working_days: list[WorkingDayOut]
    shifts: list[ShiftOut]


class SpecialOut(Schema):
    """One special period of a stretch, with its alarm code."""

    kind: str
    alarm: int
    name: str
    starts_at: datetime
    ends_at: datetime


class FactsOut(Schema):
    """Which special periods a stretch of time touches."""

    configured: bool
    escalation: str | None
    periods: list[SpecialOut]
