"""Which special periods a stretch of time touches: holidays, rest days, nights, major events. Pure.

GB 30871-2022 5.1.1 raises hot work in such periods; AQ 3064.2-2025 5.10.8 lets the enterprise configure
them, and table A.4 gives the alarm code of each kind.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

__all__ = [
    "ALARMS",
    "Calendar",
    "CalendarFacts",
    "Period",
    "ShiftFacts",
    "ShiftTimes",
    "facts",
    "shift",
]

ALARMS = {"holiday": 40, "rest_day": 41, "night": 42, "major_event": 43}  # AQ 3064.2-2025 table A.4
_ORDER = {kind: number for number, kind in enumerate(ALARMS)}
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """One special period, in full and not cut to the stretch asked for; ``ends_at`` not included. UTC."""

    kind: str  # holiday | rest_day | night | major_event
    starts_at: datetime
    ends_at: datetime
    name: str = ""

    @property
    def alarm(self) -> int:
        return ALARMS[self.kind]


@dataclass(frozen=True)
class Calendar:
    """What a site has configured. Times are local to ``timezone``; weekdays are ISO numbers, Monday 1."""

    timezone: str
    configured: bool
    night_start: time | None = None
    night_end: time | None = None
    rest_weekdays: frozenset[int] = frozenset()
    working_days: frozenset[date] = frozenset()  # worked although the weekday rests (调休)
    holidays_until: date | None = None  # the last day whose holidays are entered
    special: tuple[Period, ...] = ()
    escalation: str | None = "approver"


@dataclass(frozen=True)
class CalendarFacts:
    """What a rule may know. Without ``configured`` the periods say nothing and hot work is refused, and so it
    is without ``escalation``: what they raise, "level" or "approver" (S22)."""

    configured: bool
    periods: tuple[Period, ...]
    escalation: str | None = None


@dataclass(frozen=True)
class ShiftTimes:
    """A shift by its local times; an end not after the start is on the next day."""

    name: str
    starts: time
    ends: time


@dataclass(frozen=True)
class ShiftFacts:
    """One actual shift, as instants in UTC; ``ends_at`` is not part of it."""

    name: str
    starts_at: datetime
    ends_at: datetime


def facts(calendar: Calendar | None, start: datetime, end: datetime) -> CalendarFacts:
    """The periods that share time with [start, end), or that hold the instant when both are equal.

    Not configured: no calendar, not released, night hours missing, or the stretch reaches beyond the last
    day whose holidays are entered. Raises ValueError for instants without a time zone or in the wrong
    order.
    """
    if start.tzinfo is None or end.tzinfo is None or start > end:
        raise ValueError("start and end must be instants, the end not before the start")
    if calendar is None or not _usable(calendar, end):
        return CalendarFacts(configured=False, periods=())
    around = _joined([*_nights(calendar, start, end), *_rest_days(calendar, start, end), *calendar.special])
    touched = [period for period in around if _touches(period, start, end)]
    return CalendarFacts(True, tuple(sorted(touched, key=_rank)), calendar.escalation)


def shift(timezone: str, shifts: Sequence[ShiftTimes], at: datetime) -> ShiftFacts | None:
    """The shift that runs at the instant; of several the one that began last, because it has taken over."""
    zone = ZoneInfo(timezone)
    today = at.astimezone(zone).date()
    running = [
        ShiftFacts(times.name, starts_at, ends_at)
        for times in shifts
        for day in (today - _DAY, today)
        for starts_at, ends_at in [_span(zone, day, times.starts, times.ends)]
        if starts_at <= at < ends_at
    ]
    return max(running, key=lambda found: (found.starts_at, found.name), default=None)


def _usable(calendar: Calendar, end: datetime) -> bool:
    if not calendar.configured or calendar.night_start is None or calendar.night_end is None:
        return False
    if calendar.holidays_until is None or calendar.night_start == calendar.night_end:
        return False
    known_until = _instant(ZoneInfo(calendar.timezone), calendar.holidays_until + _DAY, time(0))
    return end <= known_until


def _touches(period: Period, start: datetime, end: datetime) -> bool:
    if start == end:
        return period.starts_at <= start < period.ends_at
    return period.starts_at < end and period.ends_at > start


def _nights(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Period]:
    zone = ZoneInfo(calendar.timezone)
    if calendar.night_start is None or calendar.night_end is None:
        return
    for day in _days(zone, start, end):
        starts_at, ends_at = _span(zone, day, calendar.night_start, calendar.night_end)
        yield Period("night", starts_at, ends_at)


def _rest_days(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Period]:
    zone = ZoneInfo(calendar.timezone)
    for day in _days(zone, start, end):
        if day.isoweekday() in calendar.rest_weekdays and day not in calendar.working_days:
            yield Period("rest_day", _instant(zone, day, time(0)), _instant(zone, day + _DAY, time(0)))


def _days(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[date]:
    """The local days of the stretch, and two more on either side: a night or a weekend reaches into it."""
    day = start.astimezone(zone).date() - 2 * _DAY
    last = end.astimezone(zone).date() + 2 * _DAY
    while day <= last:
        yield day
        day += _DAY


def _joined(periods: Iterable[Period]) -> list[Period]:
    """Periods of one kind and name that follow each other without a gap, as one."""
    joined: list[Period] = []
    for period in sorted(periods, key=lambda p: (p.kind, p.name, p.starts_at)):
        before = joined[-1] if joined else None
        same = before is not None and (before.kind, before.name) == (period.kind, period.name)
        if before is not None and same and period.starts_at <= before.ends_at:
            joined[-1] = Period(
                period.kind, before.starts_at, max(before.ends_at, period.ends_at), period.name
            )
        else:
            joined.append(period)
    return joined


def _rank(period: Period) -> tuple[datetime, int, str]:
    return period.starts_at, _ORDER[period.kind], period.name


def _span(zone: ZoneInfo, day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    until = day if ends > starts else day + _DAY
    return _instant(zone, day, starts), _instant(zone, until, ends)


def _instant(zone: ZoneInfo, day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
