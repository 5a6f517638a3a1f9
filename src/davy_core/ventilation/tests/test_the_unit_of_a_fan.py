"""The brief's second mistake: a plate in m³/h typed as m³/min."""

from decimal import Decimal

import pytest

from davy_core.ventilation.flow import Bounds, flow_m3_per_h, is_plausible, likelier_unit

BOUNDS = Bounds(Decimal("0.5"), Decimal(60), Decimal(30_000))
TANK = Decimal(120)


@pytest.mark.parametrize(
    ("value", "unit", "m3_per_h"),
    [
        ("620", "m3/h", "620"),
        ("620", "m3/min", "37200"),
        ("0.5", "m3/s", "1800"),
        ("100", "L/s", "360.0"),
        ("1000", "CFM", "1699.01079552000"),
    ],
)
def test_every_unit_comes_to_cubic_metres_an_hour(value: str, unit: str, m3_per_h: str) -> None:
    assert flow_m3_per_h(Decimal(value), unit) == Decimal(m3_per_h)


def test_a_unit_nobody_knows_is_none() -> None:
    with pytest.raises(KeyError):
        flow_m3_per_h(Decimal(1), "m3")


def test_minutes_for_hours_are_seen_and_the_right_unit_is_offered() -> None:
    assert not is_plausible(flow_m3_per_h(Decimal(620), "m3/min"), TANK, BOUNDS)
    assert likelier_unit(Decimal(620), "m3/min", TANK, BOUNDS) == "m3/h"
    assert is_plausible(flow_m3_per_h(Decimal(620), "m3/h"), TANK, BOUNDS)


@pytest.mark.parametrize(("flow", "good"), [("60", True), ("59", False), ("7200", True), ("7201", False)])
def test_the_bounds_of_air_changes_themselves_are_plausible(flow: str, good: bool) -> None:
    assert is_plausible(Decimal(flow), TANK, BOUNDS) is good


def test_no_portable_fan_moves_more_than_the_most() -> None:
    assert is_plausible(Decimal(30_000), Decimal(5000), BOUNDS)
    assert not is_plausible(Decimal(30_001), Decimal(5000), BOUNDS)


def test_nothing_is_offered_when_no_unit_makes_sense() -> None:
    assert likelier_unit(Decimal("0.0001"), "m3/h", TANK, BOUNDS) is None
