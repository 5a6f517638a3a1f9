"""Of several observers the worse counts, value by value; what nobody observed stays unknown."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from davy_core.weather.observation import Weather, worst

NOON = datetime(2026, 11, 21, 4, tzinfo=UTC)


def _seen(source: str = "person", minutes: int = 0, **told: Any) -> Weather:
    return Weather(NOON + timedelta(minutes=minutes), source, **told)


def test_nobody_told_is_no_weather() -> None:
    assert worst([]) is None


def test_calm_told_by_a_station_does_not_outweigh_the_storm_somebody_saw() -> None:
    found = worst(
        [_seen(wind_force=6, fog="dense"), _seen("station", 20, wind_force=2, fog="none", rain="none")]
    )
    assert found == Weather(NOON, "both", wind_force=6, rain="none", fog="dense")


def test_the_colder_and_the_older_count() -> None:
    found = worst([_seen(minutes=9, temperature_c=Decimal(7)), _seen(temperature_c=Decimal("-3.5"))])
    assert found == Weather(NOON, "person", temperature_c=Decimal("-3.5"))


def test_what_nobody_observed_stays_unknown() -> None:
    found = worst([_seen(wind_force=1), _seen("station", gust=2)])
    assert found is not None
    assert (found.rain, found.snow, found.fog, found.temperature_c) == (None, None, None, None)


@pytest.mark.parametrize(
    "wrong",
    [{"wind_force": 18}, {"gust": -1}, {"rain": "wet"}, {"snow": "dense"}, {"fog": "heavy"},
     {"temperature_c": Decimal(61)}, {"temperature_c": Decimal(-91)}],
)  # fmt: skip
def test_what_no_weather_can_be_is_no_observation(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a"):
        _seen(**wrong)


def test_an_observation_without_a_time_zone_is_none() -> None:
    with pytest.raises(ValueError, match="instant"):
        Weather(NOON.replace(tzinfo=None), "person")
