"""The minimum time for which a space must be ventilated, from what it held, its size and its fan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from davy_core.ventilation.flow import EXACT, changes_per_h

FRESH_OXYGEN = Decimal("20.9")
"""% vol of oxygen in fresh air: what an oxygen-poor space is mixed towards."""
MINUTE_S, HOUR_S = 60, 3600


@dataclass(frozen=True)
class Residue:
    """What is in the space before: concentration `start` and `limit` in the same unit. For oxygen both are
    its distance from fresh air."""

    substance: str
    unit: str
    start: Decimal
    limit: Decimal
    basis: str


@dataclass(frozen=True)
class Case:
    """The space and its fan. `mixing` (K, above 0 and at most 1) is how much of the flow works on the gas,
    `work_factor` (at least 1) lengthens the time for work that sets gas free, `least_s` is the shortest
    time whatever the figures say."""

    volume_m3: Decimal
    flow_m3_per_h: Decimal
    mixing: Decimal
    work_factor: Decimal
    least_s: int


@dataclass(frozen=True)
class Need:
    """The time one residue needs, in whole minutes up, told in seconds."""

    residue: Residue
    seconds: int


def minimum(case: Case, residues: Sequence[Residue]) -> Need:
    """The residue that needs longest, of several the one furthest above its limit, with its time:

        t = F · V / (Q · K) · ln(c₀ / c_limit),  at least `least_s`

    t in h, V volume in m³, Q flow of the fan in m³/h, K mixing factor, F factor of the work, c₀ residual
    concentration, c_limit the permit limit. It is the purge equation of a well-mixed space without a source,
    ln(c₂/c₁) = -(Q/m)·(t₂ - t₁)/V, with the mixing factor m = 1/K between 1 (perfect) and 10 (poor) of ACGIH,
    Industrial Ventilation, chapter on dilution ventilation (to_confirm: known from memory, edition and number
    not held against the book). F is engineering judgement (j). The result is never proof of good air: the
    gas round is.

    Raises ValueError without residues, or for figures outside their range."""
    if not residues:
        raise ValueError("nothing to ventilate for")
    needs = [Need(r, seconds(case, r.start, r.limit)) for r in residues]
    return max(needs, key=lambda need: (need.seconds, EXACT.divide(need.residue.start, need.residue.limit)))


def seconds(case: Case, start: Decimal, limit: Decimal) -> int:
    """The time from one concentration down to another. Raises ValueError for figures outside their range."""
    if case.volume_m3 <= 0 or case.flow_m3_per_h <= 0 or not 0 < case.mixing <= 1 or case.work_factor < 1:
        raise ValueError("volume and flow above 0, mixing above 0 and at most 1, work factor at least 1")
    if limit <= 0 or start < 0:
        raise ValueError("a limit is above 0, a concentration not below it")
    if start <= limit:
        return case.least_s
    logarithm = EXACT.divide(start, limit).ln(EXACT)
    hours = EXACT.divide(EXACT.multiply(case.work_factor, logarithm), effective_changes_per_h(case))
    minutes = EXACT.multiply(hours, Decimal(60)).to_integral_value(rounding=ROUND_CEILING)
    return max(case.least_s, int(minutes) * MINUTE_S)


def effective_changes_per_h(case: Case) -> Decimal:
    """The air changes an hour that work on the gas: nominal ones times K."""
    return EXACT.multiply(changes_per_h(case.flow_m3_per_h, case.volume_m3), case.mixing)


def observed_mixing(rate_per_h: Decimal, flow_m3_per_h: Decimal, volume_m3: Decimal) -> Decimal:
    """K as an earlier decay in the same space showed it: its effective air changes over the nominal ones, at
    most 1."""
    return min(EXACT.divide(rate_per_h, changes_per_h(flow_m3_per_h, volume_m3)), Decimal(1))


def curve(start: Decimal, rate_per_h: Decimal, until_s: int, points: int = 25) -> list[tuple[int, Decimal]]:
    """(seconds, concentration) along c(t) = start · e^(-rate·t), for drawing."""
    found = []
    for n in range(points):
        at = until_s * n // (points - 1)
        exponent = EXACT.divide(EXACT.multiply(-rate_per_h, Decimal(at)), Decimal(HOUR_S))
        found.append((at, EXACT.multiply(start, exponent.exp(EXACT))))
    return found
