"""What is left in a space, held to its permit limits: the start and the end of ventilating."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from davy_core.gas.limits import (
    Limit,
    LimitTable,
    added_limits,
    combustible_limit,
    oxygen_limit,
    toxic_limit,
)
from davy_core.gas.substances import Substance
from davy_core.gas.units import PERCENT_VOLUME, GasError, Quantity, checked, convert
from davy_core.ventilation.purge import FRESH_OXYGEN, Residue


def residues(code: str, found: Quantity, table: LimitTable) -> tuple[Residue, ...]:
    """The substance against every limit that a value in this unit can be held to: permit limits and added
    levels, each in the limit's unit; whichever takes longest decides.

    A mixture without molar mass can be held to some of its limits only: `bases` tells whether all are.
    Raises GasError: gas_substance_unknown, gas_unit_wrong_for_substance, gas_value_out_of_range."""
    substance = _known(code, table)
    quantity = checked(found, substance)
    if substance.is_oxygen:
        return (_oxygen(quantity, substance, table),)
    told = []
    for limit in _limits(substance, table):
        try:
            told.append(_against(quantity, substance, limit))
        except GasError:
            continue  # another row may tell it in a unit that fits
    if not told:
        raise GasError("gas_unit_wrong_for_substance")
    return tuple(told)


def bases(code: str, table: LimitTable) -> frozenset[str]:
    """The limits of a substance, by clause or origin. Raises GasError gas_substance_unknown."""
    substance = _known(code, table)
    if substance.is_oxygen:
        return frozenset({oxygen_limit(code, table.figures, rich=False).basis})
    return frozenset(limit.basis for limit in _limits(substance, table))


def _known(code: str, table: LimitTable) -> Substance:
    substance = table.substances.get(code)
    if substance is None:
        raise GasError("gas_substance_unknown")
    return substance


def required(codes: tuple[str, ...], table: LimitTable) -> tuple[str, ...]:
    """The declared substances that a plan must tell a residue of: all that burn or poison, and what the table
    does not know, of which nothing good can be said."""
    return tuple(c for c in codes if c not in table.substances or not table.substances[c].is_oxygen)


def _limits(substance: Substance, table: LimitTable) -> Iterator[Limit]:
    if substance.burns:
        yield combustible_limit(substance, table.figures)
    if substance.poisons:
        yield toxic_limit(substance)
    yield from added_limits(substance, table.levels)


def _against(found: Quantity, substance: Substance, limit: Limit) -> Residue:
    start = convert(found, limit.unit, substance).value
    return Residue(substance.code, limit.unit, start, limit.high, limit.basis)


def _oxygen(found: Quantity, substance: Substance, table: LimitTable) -> Residue:
    """Oxygen by its distance from fresh air: what nitrogen displaced, or what was enriched."""
    limit = oxygen_limit(substance.code, table.figures, rich=False)
    low = limit.low if limit.low is not None else Decimal(0)
    if found.value < FRESH_OXYGEN:
        away, allowed = FRESH_OXYGEN - found.value, FRESH_OXYGEN - low
    else:
        away, allowed = found.value - FRESH_OXYGEN, limit.high - FRESH_OXYGEN
    return Residue(substance.code, PERCENT_VOLUME, away, allowed, limit.basis)
