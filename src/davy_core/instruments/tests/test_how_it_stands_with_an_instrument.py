"""What a screen says of an instrument: lively and in order, or what is wrong with it, worst first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from davy_core.instruments.condition import bump_until, condition
from davy_core.instruments.kinds import Channel, Kind
from davy_core.instruments.state import Instrument
from davy_core.streams import Mark

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
BATTERY = Channel("battery", "%", Decimal(0), Decimal(100), {"low": Decimal(20)})
KIND = Kind("multi_gas", {"battery": BATTERY}, True, False, SECOND, 30 * SECOND, 180 * DAY, DAY)


FIT = Instrument(
    "i", "multi_gas", "SN-1", "s", Mark(NOW - 9 * DAY, "p"),
    calibrated_until=NOW + DAY, bumped_at=NOW - DAY / 2, bump_passed=True,
)  # fmt: skip


def meter(**more: Any) -> Instrument:
    return replace(FIT, **more)


def told(one: Instrument, at: datetime | None = NOW, **channels: str) -> tuple[str, ...]:
    return condition(one, KIND, channels, at, NOW)


def test_nothing_is_said_of_one_that_is_lively_and_in_order() -> None:
    assert told(meter(), battery="80", fault="0") == ()


@pytest.mark.parametrize(
    ("at", "expected"),
    [(NOW - 30 * SECOND, ()), (NOW - 31 * SECOND, ("silent",)), (None, ("never_told",))],
)
def test_it_is_silent_past_the_time_of_its_kind(at: datetime | None, expected: tuple[str, ...]) -> None:
    assert told(meter(), at) == expected


def test_all_that_is_wrong_is_said_worst_first() -> None:
    ill = meter(calibrated_until=NOW, bump_passed=False)
    found = told(ill, NOW - DAY, battery="20", fault="1")
    assert found == ("silent", "fault", "calibration_due", "bump_failed", "battery_low")


def test_what_nobody_ever_said_of_it_is_due() -> None:
    new = meter(calibrated_until=None, bumped_at=None, bump_passed=None)
    assert told(new) == ("calibration_due", "bump_due")
    assert bump_until(new, KIND) is None


def test_a_bump_test_ends_by_the_hour() -> None:
    assert bump_until(meter(), KIND) == NOW + DAY / 2
    assert told(meter(bumped_at=NOW - DAY)) == ("bump_due",)


def test_of_a_retired_one_and_of_an_unknown_kind_nothing_else_is_said() -> None:
    assert told(meter(retired=Mark(NOW, "p")), None) == ("retired",)
    assert condition(meter(), None, {}, None, NOW) == ("kind_unknown",)
