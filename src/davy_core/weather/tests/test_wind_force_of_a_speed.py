"""A speed has the force of the table, at every bound, and a broken instrument has none."""

from decimal import Decimal

import pytest

from davy_core.weather.beaufort import force

# GB/T 28591-2012: force, lowest and highest speed in m/s.
TABLE = """
0 0.0 0.2, 1 0.3 1.5, 2 1.6 3.3, 3 3.4 5.4, 4 5.5 7.9, 5 8.0 10.7, 6 10.8 13.8, 7 13.9 17.1, 8 17.2 20.7,
9 20.8 24.4, 10 24.5 28.4, 11 28.5 32.6, 12 32.7 36.9, 13 37.0 41.4, 14 41.5 46.1, 15 46.2 50.9, 16 51.0 56.0,
17 56.1 61.2
"""
ROWS = [row.split() for row in TABLE.split(",")]


@pytest.mark.parametrize(("number", "lowest", "highest"), ROWS)
def test_both_ends_of_a_row_have_its_force(number: str, lowest: str, highest: str) -> None:
    assert (force(Decimal(lowest)), force(Decimal(highest))) == (int(number), int(number))


def test_between_two_rows_the_higher_counts() -> None:
    assert force(Decimal("7.90001")) == 5
    assert force(Decimal("10.75")) == 6


def test_a_storm_beyond_the_table_is_its_last_row() -> None:
    assert force(Decimal("61.3")) == force(Decimal(120)) == 17


@pytest.mark.parametrize("wrong", ["-0.1", "NaN", "Infinity", "120.1"])
def test_what_is_no_speed_has_no_force(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a wind speed"):
        force(Decimal(wrong))
