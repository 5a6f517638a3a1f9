"""Gas quantities with their unit, and the conversions between %vol, %LEL, ppm and mg/m³."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from davy_core.gas.substances import Substance

PERCENT_VOLUME, PERCENT_LEL, PPM, MILLIGRAMS = "%vol", "%LEL", "ppm", "mg/m3"
UNITS = (PERCENT_VOLUME, PERCENT_LEL, PPM, MILLIGRAMS)
MOLAR_VOLUME = Decimal("24.04")
"""Litres a mole of gas fills at 20 °C and 101.3 kPa, the reference temperature of GBZ 2.1."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_MOST_PLACES, _MOST_DIGITS = 6, 15
_HUNDRED, _PPM_PER_PERCENT = Decimal(100), Decimal(10_000)
# Its own arithmetic: nobody else's decimal context may change a verdict.
_EXACT = Context(prec=40)


class GasError(ValueError):
    """A gas value that may not be used; `code` names the refusal."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Quantity:
    """A value of gas in one of UNITS. Made by `quantity`, which refuses what no meter can show."""

    value: Decimal
    unit: str

    def plain(self) -> dict[str, str]:
        """The form that events carry: {"value": "0.21", "unit": "%vol"}."""
        return {"value": format(self.value, "f"), "unit": self.unit}


def quantity(value: str | int | Decimal, unit: str) -> Quantity:
    """A checked quantity. Raises GasError: gas_unit_unknown, gas_value_not_a_number (also NaN and infinity),
    gas_value_negative, gas_value_too_precise (over 6 places or 15 digits), gas_value_out_of_range (more than
    the whole air). Raises TypeError for a float, which is not the number that was written."""
    if unit not in UNITS:
        raise GasError("gas_unit_unknown")
    number = _number(value)
    if number < 0:
        raise GasError("gas_value_negative")
    whole = {PERCENT_VOLUME: _HUNDRED, PPM: Decimal(1_000_000)}.get(unit)
    if whole is not None and number > whole:
        raise GasError("gas_value_out_of_range")
    return Quantity(abs(number), unit)


def checked(found: Quantity, substance: Substance) -> Quantity:
    """The same quantity, when it can be one of this substance. Raises GasError: gas_unit_wrong_for_substance
    (oxygen in anything but %vol, %LEL of what does not burn) or gas_value_out_of_range (more than the whole
    air when converted)."""
    mixture = substance.molar_mass is None and not substance.is_oxygen
    if found.unit == MILLIGRAMS and mixture:
        return found  # it can be held to a limit in mg/m³ and to nothing else
    if percent_volume(found, substance) > _HUNDRED:
        raise GasError("gas_value_out_of_range")
    return found


def percent_volume(found: Quantity, substance: Substance) -> Decimal:
    """The value in % of the volume. Raises GasError gas_unit_wrong_for_substance."""
    if found.unit == PERCENT_VOLUME:
        return found.value
    if substance.is_oxygen:
        raise GasError("gas_unit_wrong_for_substance")
    if found.unit == PERCENT_LEL:
        return _EXACT.divide(_EXACT.multiply(found.value, _lel(substance)), _HUNDRED)
    return _EXACT.divide(_ppm(found, substance), _PPM_PER_PERCENT)


def convert(found: Quantity, unit: str, substance: Substance) -> Quantity:
    """The quantity in another unit, at 20 °C; not rounded beyond 40 digits.

    Raises GasError gas_unit_unknown or gas_unit_wrong_for_substance."""
    if unit not in UNITS:
        raise GasError("gas_unit_unknown")
    if unit == found.unit:
        return found
    if substance.is_oxygen:
        raise GasError("gas_unit_wrong_for_substance")
    if unit in {PPM, MILLIGRAMS}:
        ppm = _ppm(found, substance)
        return Quantity(ppm if unit == PPM else _milligrams(ppm, substance), unit)
    volume = percent_volume(found, substance)
    if unit == PERCENT_VOLUME:
        return Quantity(volume, unit)
    return Quantity(_EXACT.divide(_EXACT.multiply(volume, _HUNDRED), _lel(substance)), unit)


def _number(value: object) -> Decimal:
    if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
        raise TypeError(f"a gas value is a decimal text, not a {type(value).__name__}")
    if isinstance(value, Decimal) and not value.is_finite():
        raise GasError("gas_value_not_a_number")
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if not _NUMBER.fullmatch(text):
        raise GasError("gas_value_not_a_number")
    whole, _, places = text.lstrip("+-").partition(".")
    if len(places) > _MOST_PLACES or len(whole) + len(places) > _MOST_DIGITS:
        raise GasError("gas_value_too_precise")
    return Decimal(text)


def _ppm(found: Quantity, substance: Substance) -> Decimal:
    if found.unit == PPM:
        return found.value
    if found.unit == MILLIGRAMS:
        return _EXACT.divide(_EXACT.multiply(found.value, MOLAR_VOLUME), _molar_mass(substance))
    return _EXACT.multiply(percent_volume(found, substance), _PPM_PER_PERCENT)


def _milligrams(ppm: Decimal, substance: Substance) -> Decimal:
    return _EXACT.divide(_EXACT.multiply(ppm, _molar_mass(substance)), MOLAR_VOLUME)


def _lel(substance: Substance) -> Decimal:
    if substance.lel is None:
        raise GasError("gas_unit_wrong_for_substance")
    return substance.lel


def _molar_mass(substance: Substance) -> Decimal:
    if substance.molar_mass is None:
        raise GasError("gas_unit_wrong_for_substance")
    return substance.molar_mass
