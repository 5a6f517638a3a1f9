"""A mistyped serial is never another sheet's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.outages.serials import MOST, read_serial, serial

NUMBERS = st.integers(1, MOST)


def test_a_serial_as_it_is_printed_and_read_again() -> None:
    assert serial(123) == "TP-000123-20"
    for told in ("TP-000123-20", "tp00012320", "000123 20", "TP 000123 20", " 00012320 "):
        assert read_serial(told) == "TP-000123-20"


@pytest.mark.parametrize(
    "told", ["", "TP", "000000-98", "00012310", "0001231", "000123209", "TJ-000123-20", "١٢٣٤٥٦٧٨"]
)
def test_what_is_no_serial_is_none(told: str) -> None:
    assert read_serial(told) is None


@pytest.mark.parametrize("n", [0, -1, MOST + 1])
def test_numbers_that_have_no_serial(n: int) -> None:
    with pytest.raises(ValueError, match="serials run"):
        serial(n)


@given(NUMBERS, st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(n: int, at: int, by: int) -> None:
    digits = [int(c) for c in serial(n) if c.isdigit()]
    digits[at] = (digits[at] + by) % 10
    assert read_serial("".join(map(str, digits))) is None


@given(NUMBERS, st.integers(0, 6))
def test_neighbours_that_change_places_are_always_caught(n: int, at: int) -> None:
    digits = [c for c in serial(n) if c.isdigit()]
    if digits[at] != digits[at + 1]:
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
        assert read_serial("".join(digits)) is None
