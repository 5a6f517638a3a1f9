"""Special periods begin and end on their minute; an unfinished calendar says so (S22)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from davy.sites.periods import Calendar, CalendarFacts, Period, facts

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    """An instant from local time, e.g. "11-21 08:00" of 2026."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


NATIONAL_DAY = Period(
    "holiday", at("10-01 00:00").astimezone(UTC), at("10-08 00:00").astimezone(UTC), "国庆节"
)
PLANT = Calendar(
    timezone="Asia/Shanghai",
    configured=True,
    night_start=time(18, 0),
    night_end=time(6, 0),
    rest_weekdays=frozenset({6, 7}),
    working_days=frozenset({date(2026, 10, 10)}),  # a Saturday worked for the holiday
    holidays_until=date(2026, 12, 31),
    special=(NATIONAL_DAY,),
)


def kinds(start: str, end: str, calendar: Calendar | None = PLANT) -> list[str]:
    return [period.kind for period in facts(calendar, at(start), at(end)).periods]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("11-18 08:00", "11-18 16:00", []),  # a Wednesday
        ("11-18 08:00", "11-18 18:00", []),  # ends as the night begins
        ("11-18 08:00", "11-18 18:01", ["night"]),
        ("11-18 06:00", "11-18 08:00", []),  # begins as the night ends
        ("11-18 05:59", "11-18 08:00", ["night"]),
        ("11-18 02:00", "11-18 03:00", ["night"]),  # after midnight: the night of the day before
        ("11-20 20:00", "11-21 00:00", ["night"]),  # Friday night up to the weekend
        ("11-20 20:00", "11-21 00:01", ["night", "rest_day"]),
        ("11-22 10:00", "11-22 12:00", ["rest_day"]),
        ("10-10 10:00", "10-10 12:00", []),  # the worked Saturday
        ("10-11 10:00", "10-11 12:00", ["rest_day"]),
        ("09-30 10:00", "09-30 12:00", []),
        ("10-07 10:00", "10-07 12:00", ["holiday"]),
        ("10-04 10:00", "10-04 12:00", ["holiday", "rest_day"]),  # a Sunday inside the holiday is both
        ("10-08 00:00", "10-08 05:00", ["night"]),
        ("11-18 08:00", "11-20 08:00", ["night", "night"]),
    ],
)
def test_each_kind_begins_and_ends_on_its_minute(start: str, end: str, expected: list[str]) -> None:
    assert kinds(start, end) == expected


@pytest.mark.parametrize(
    ("instant", "expected"),
    [("11-18 18:00", ["night"]), ("11-18 17:59", []), ("11-18 06:00", []), ("11-18 05:59", ["night"])],
)
def test_an_instant_belongs_to_the_period_that_begins_with_it(instant: str, expected: list[str]) -> None:
    assert kinds(instant, instant) == expected


def test_periods_are_given_in_full_with_their_alarm_code() -> None:
    [weekend] = facts(PLANT, at("11-21 10:00"), at("11-21 11:00")).periods
    assert (weekend.starts_at, weekend.ends_at) == (at("11-21 00:00"), at("11-23 00:00"))
    found = facts(
        replace(PLANT, special=(replace(NATIONAL_DAY, kind="major_event"),)),
        at("10-02 20:00"),
        at("10-03 09:00"),
    )
    assert [(p.kind, p.alarm) for p in found.periods] == [
        ("major_event", 43),
        ("night", 42),
        ("rest_day", 41),
    ]
    assert NATIONAL_DAY.alarm == 40


def test_a_night_within_one_day_is_possible() -> None:
    shop = replace(PLANT, night_start=time(0, 0), night_end=time(5, 0))
    assert kinds("11-18 22:00", "11-19 00:00", shop) == []
    assert kinds("11-18 22:00", "11-19 00:01", shop) == ["night"]
    assert kinds("11-18 05:00", "11-18 08:00", shop) == []


@pytest.mark.parametrize(
    "unfinished",
    [
        None,
        replace(PLANT, configured=False),
        replace(PLANT, night_start=None),
        replace(PLANT, night_end=None),
        replace(PLANT, night_end=time(18, 0)),
        replace(PLANT, holidays_until=None),
        replace(PLANT, holidays_until=date(2026, 11, 17)),
    ],
)
def test_an_unfinished_calendar_is_not_configured(unfinished: Calendar | None) -> None:
    found = facts(unfinished, at("11-18 08:00"), at("11-18 16:00"))
    assert found == CalendarFacts(configured=False, periods=())


def test_holidays_entered_up_to_a_day_serve_up_to_its_midnight() -> None:
    until_today = replace(PLANT, holidays_until=date(2026, 11, 18))
    assert facts(until_today, at("11-18 08:00"), at("11-19 00:00")).configured
    assert not facts(until_today, at("11-18 08:00"), at("11-19 00:01")).configured


def test_what_is_no_stretch_of_time_is_refused() -> None:
    with pytest.raises(ValueError, match="instants"):
        facts(PLANT, at("11-18 16:00"), at("11-18 08:00"))
    with pytest.raises(ValueError, match="instants"):
        facts(PLANT, datetime(2026, 11, 18, 8), at("11-18 16:00"))  # noqa: DTZ001 - no zone on purpose
