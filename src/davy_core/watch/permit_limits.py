"""The limits of one permit for a channel, in whatever unit the channel is told: another table than the set
points of instruments and than the figures of the rules (S3).

They come from davy_core.gas with the plan and the limits that the permit has pinned; where a reading does not
say of what it is, the strictest of what it may be decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from davy_core.gas.limits import Limit, LimitTable, combustible_limit, toxic_limit
from davy_core.gas.plan import SamplingPlan
from davy_core.gas.substances import Substance
from davy_core.gas.units import UNITS, GasError, Quantity, convert

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Bounds:
    """A value passes when it is not above `high` and not below `low`; it is over when it is back within
    `clear_high` and `clear_low`. `whole`: everything that the gas may be has a limit here; else a value
    within the bounds proves nothing. `worse_by` is the step at which a breach is told again."""

    high: Decimal | None = None
    low: Decimal | None = None
    clear_high: Decimal | None = None
    clear_low: Decimal | None = None
    worse_by: Decimal | None = None
    whole: bool = True
    basis: str | None = None

    def side(self, value: Decimal) -> str | None:
        """On which side a value is outside: over, below, or None when it passes."""
        if self.high is not None and value > self.high:
            return "over"
        return "below" if self.low is not None and value < self.low else None

    def clear(self, value: Decimal) -> bool:
        """Whether a value is back within the limits by the margin that ends a breach."""
        high = self.high if self.clear_high is None else self.clear_high
        low = self.low if self.clear_low is None else self.clear_low
        return (high is None or value <= high) and (low is None or value >= low)


def permit_bounds(substance: str, plan: SamplingPlan, table: LimitTable) -> Mapping[str, Bounds]:
    """By unit, the bounds for a channel that measures this substance (a code, or GENERIC). Empty when the
    permit limits nothing of the kind; a unit without bounds is one in which nothing can be told."""
    known = table.substances.get(substance)
    subjects = (known,) if known else tuple(table.substances[c] for c in plan.candidates)
    limits = [(s, tuple(_limits(s, plan, table, named=known is not None))) for s in subjects]
    if known is not None and not limits[0][1]:
        return {}
    if not limits and "combustible" not in plan.qualities:
        return {}
    found = {unit: _merged(limits, unit) for unit in UNITS}
    return {unit: bounds for unit, bounds in found.items() if bounds is not None}


def unjudged(substance: str, plan: SamplingPlan, table: LimitTable) -> bool:
    """Whether the permit asks for this gas and no limit of it can be told at all (S3: then it is unknown)."""
    if substance in table.substances:
        return False
    return "combustible" in plan.qualities and not plan.candidates


def _limits(subject: Substance, plan: SamplingPlan, table: LimitTable, *, named: bool) -> Iterator[Limit]:
    if "combustible" in plan.qualities and subject.burns:
        yield combustible_limit(subject, table.figures)
    if plan.oxygen is not None and subject.is_oxygen:
        yield plan.oxygen
    if "toxic" in plan.qualities and subject.poisons and named:
        yield toxic_limit(subject)


def _merged(limits: list[tuple[Substance, tuple[Limit, ...]]], unit: str) -> Bounds | None:
    highs: list[tuple[Decimal, str]] = []
    lows: list[Decimal] = []
    whole = bool(limits)
    for subject, its in limits:
        told = False
        for limit in its:
            try:
                highs.append((convert(Quantity(limit.high, limit.unit), unit, subject).value, limit.basis))
                told = True
                if limit.low is not None:
                    lows.append(convert(Quantity(limit.low, limit.unit), unit, subject).value)
            except GasError:
                continue
        whole = whole and told
    if not highs:
        return None
    high, basis = min(highs)
    return Bounds(high, max(lows, default=None), worse_by=high * _HALF, whole=whole, basis=basis)
