"""How residual gas went down while it was ventilated: an exponential fitted to readings over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from davy_core.ventilation.flow import EXACT

FEWEST = 3
"""Through two points a line always fits: it proves nothing."""


@dataclass(frozen=True)
class Reading:
    """One concentration, in the one unit of its series."""

    at: datetime
    value: Decimal


@dataclass(frozen=True)
class Decay:
    """c(t) = start · e^(-rate·t), t in hours since the first reading. `quality` is R² of the line through
    ln c: 1 fits perfectly."""

    start: Decimal
    rate_per_h: Decimal
    quality: Decimal
    readings: int


class NoDecayError(ValueError):
    """The readings show no decay; `code` names the refusal."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def fit(readings: Sequence[Reading]) -> Decay:
    """The exponential of least squares on ln c: with x = t and y = ln c, the slope is
    (Σxy - nx̄ȳ) / (Σx² - nx̄²), the rate is its negative. (Ordinary linear regression of the logarithms, as in
    any text on first-order decay.)

    Raises NoDecayError: ventilation_history_short (fewer than three readings at different times),
    ventilation_history_zero (ln of nothing: the meter's lower end is no reading), ventilation_no_decay (the
    gas did not go down: something still feeds it, and no time suffices)."""
    ordered = sorted(readings, key=lambda r: r.at)
    if len({r.at for r in ordered}) < FEWEST:
        raise NoDecayError("ventilation_history_short")
    if any(r.value <= 0 for r in ordered):
        raise NoDecayError("ventilation_history_zero")
    xs = [_hours(ordered[0].at, r.at) for r in ordered]
    ys = [r.value.ln(EXACT) for r in ordered]
    n = Decimal(len(ordered))
    mean_x, mean_y = EXACT.divide(sum(xs), n), EXACT.divide(sum(ys), n)
    dx, dy = [x - mean_x for x in xs], [y - mean_y for y in ys]
    sxx = sum((d * d for d in dx), Decimal(0))
    sxy = sum((a * b for a, b in zip(dx, dy, strict=True)), Decimal(0))
    syy = sum((d * d for d in dy), Decimal(0))
    slope = EXACT.divide(sxy, sxx)
    if slope >= 0:
        raise NoDecayError("ventilation_no_decay")
    quality = EXACT.divide(sxy * sxy, sxx * syy)
    start = EXACT.subtract(mean_y, EXACT.multiply(slope, mean_x)).exp(EXACT)
    return Decay(start, -slope, quality, len(ordered))


def _hours(begin: datetime, at: datetime) -> Decimal:
    passed = at - begin
    return EXACT.divide(Decimal(passed.days * 86400 + passed.seconds), Decimal(3600))
