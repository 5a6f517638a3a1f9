"""Quantities are checked when they come in and converted exactly."""

from __future__ import annotations

import os
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.gas.tests.cases import cases, substance
from davy_core.gas.units import UNITS, GasError, Quantity, checked, convert, quantity

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
METHANE = substance({"kind": "combustible", "lel": "5.0", "molar_mass": "16.043"})


@pytest.mark.parametrize("case", cases("units.json"), ids=lambda c: f"{c['value']} {c['unit']} in {c['to']}")
def test_a_value_is_converted_or_refused_as_the_vector_says(case: dict[str, Any]) -> None:
    subject = substance(case["substance"])
    if "refused" in case:
        with pytest.raises(GasError) as caught:
            convert(checked(quantity(case["value"], case["unit"]), subject), case["to"], subject)
        assert caught.value.code == case["refused"]
    else:
        found = convert(checked(quantity(case["value"], case["unit"]), subject), case["to"], subject)
        assert abs(found.value - Decimal(case["want"])) < Decimal("1e-25")
        assert found.unit == case["to"]


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN")])
def test_a_decimal_that_is_no_number_is_refused(number: Decimal) -> None:
    with pytest.raises(GasError, match="gas_value_not_a_number"):
        quantity(number, "%vol")


@pytest.mark.parametrize("number", [0.21, True, None, ["1"]])
def test_a_float_is_not_the_number_that_was_written(number: Any) -> None:
    with pytest.raises(TypeError):
        quantity(number, "%vol")


def test_whole_numbers_and_decimals_come_in() -> None:
    assert quantity(3, "ppm") == quantity(Decimal(3), "ppm") == quantity("3", "ppm")
    assert quantity(Decimal("1E+2"), "ppm").plain() == {"value": "100", "unit": "ppm"}


def test_minus_zero_is_zero() -> None:
    assert quantity("-0.0", "%LEL").plain() == {"value": "0.0", "unit": "%LEL"}


def test_the_digits_of_the_meter_are_kept() -> None:
    assert quantity("20.90", "%vol").plain() == {"value": "20.90", "unit": "%vol"}


def test_nobody_elses_arithmetic_changes_a_value() -> None:
    with localcontext() as context:
        context.prec = 2
        assert convert(Quantity(Decimal("12.345"), "%LEL"), "%vol", METHANE).value == Decimal("0.61725")


@settings(max_examples=DEPTH // 3, deadline=None)
@given(st.decimals(0, 99, places=3), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_there_and_back_is_the_same_value(number: Decimal, unit: str, other: str) -> None:
    there = convert(Quantity(number, unit), other, METHANE)
    back = convert(there, unit, METHANE)
    assert abs(back.value - number) <= Decimal("1e-25")


@settings(max_examples=DEPTH // 3, deadline=None)
@given(
    st.decimals(0, 99, places=3), st.decimals(0, 99, places=3), st.sampled_from(UNITS), st.sampled_from(UNITS)
)
def test_conversion_keeps_the_order(low: Decimal, high: Decimal, unit: str, other: str) -> None:
    first, second = (convert(Quantity(v, unit), other, METHANE).value for v in (low, high))
    assert (low < high) is (first < second)
