"""Everybody takes the time here, in UTC and whole milliseconds; only a test can step it."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import time_machine

from davy import clock

START = datetime(2026, 11, 21, 8, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def offset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "offset"
    monkeypatch.setenv("DAVY_ENV", "test")
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(file))
    return file


@time_machine.travel(START, tick=False)
def test_now_is_utc_and_whole_milliseconds() -> None:
    assert clock.now() == datetime(2026, 11, 21, 8, 0, 0, 123000, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


@time_machine.travel(START, tick=False)
def test_the_offset_file_steps_the_clock_at_once(offset: Path) -> None:
    assert clock.now() == clock.floor(START)
    offset.write_text("28800.5\n", encoding="ascii")
    assert clock.now() == clock.floor(START) + timedelta(hours=8, milliseconds=500)
    offset.write_text("-60", encoding="ascii")
    assert clock.now() == clock.floor(START) - timedelta(minutes=1)


@pytest.mark.parametrize("environment", ["prod", "dev", ""])
@time_machine.travel(START, tick=False)
def test_outside_of_tests_the_offset_file_is_ignored(
    offset: Path, monkeypatch: pytest.MonkeyPatch, environment: str
) -> None:
    offset.write_text("3600", encoding="ascii")
    monkeypatch.setenv("DAVY_ENV", environment)
    assert clock.now() == clock.floor(START)


def test_an_offset_that_is_no_number_is_an_error(offset: Path) -> None:
    offset.write_text("soon", encoding="ascii")
    with pytest.raises(ValueError, match="soon"):
        clock.now()


def test_floor_brings_any_zone_to_utc_and_refuses_none() -> None:
    china = datetime(2026, 11, 21, 16, 0, 0, 999, tzinfo=timezone(timedelta(hours=8)))
    assert clock.floor(china) == datetime(2026, 11, 21, 8, tzinfo=UTC)
    with pytest.raises(ValueError, match="time zone"):
        clock.floor(datetime(2026, 11, 21))  # noqa: DTZ001 (that is the point)
