"""Which shift runs at an instant, over midnight and at the change."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from davy.sites.periods import ShiftTimes, shift

SHANGHAI = ZoneInfo("Asia/Shanghai")
TWO = [ShiftTimes("白班", time(8, 0), time(20, 0)), ShiftTimes("夜班", time(20, 0), time(8, 0))]


def at(text: str) -> datetime:
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("instant", "name", "starts", "ends"),
    [
        ("11-18 08:00", "白班", "11-18 08:00", "11-18 20:00"),
        ("11-18 19:59", "白班", "11-18 08:00", "11-18 20:00"),
        ("11-18 20:00", "夜班", "11-18 20:00", "11-19 08:00"),
        ("11-19 00:00", "夜班", "11-18 20:00", "11-19 08:00"),
        ("11-19 07:59", "夜班", "11-18 20:00", "11-19 08:00"),
    ],
)
def test_the_shift_of_an_instant(instant: str, name: str, starts: str, ends: str) -> None:
    found = shift("Asia/Shanghai", TWO, at(instant))
    assert found is not None
    assert (found.name, found.starts_at, found.ends_at) == (name, at(starts), at(ends))


def test_of_two_that_overlap_the_later_has_taken_over() -> None:
    overlapping = [ShiftTimes("早班", time(7, 0), time(15, 30)), ShiftTimes("中班", time(15, 0), time(23, 0))]
    found = shift("Asia/Shanghai", overlapping, at("11-18 15:10"))
    assert found is not None
    assert found.name == "中班"


def test_outside_of_all_shifts_there_is_none() -> None:
    assert shift("Asia/Shanghai", TWO[:1], at("11-18 21:00")) is None
    assert shift("Asia/Shanghai", [], at("11-18 21:00")) is None
