"""The verdict of one reading. The server judges; a client never sends a verdict, only what the meter showed.

A reading outside any limit fails, whatever its quality. One inside passes only when nothing speaks against
it: a doubtful clock or sensor can fail a gate, never satisfy one (S4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from davy_core.gas.limits import Demand, Limit, LimitTable, added_limits, combustible_limit, toxic_limit
from davy_core.gas.plan import SamplingPlan
from davy_core.gas.substances import GENERIC, Substance
from davy_core.gas.units import MILLIGRAMS, PPM, GasError, Quantity, convert

Outcome = Literal["pass", "unknown", "fail"]
Sensor = Literal["ok", "flat", "uncalibrated", "over_range", "fault"]

RANK: dict[Outcome, int] = {"pass": 0, "unknown": 1, "fail": 2}
"""From best to worst."""

FUTURE_TOLERANCE = timedelta(seconds=60)
"""How far ahead of the server a synchronised clock may be."""

TRUSTED_CLOCKS = frozenset({"server", "device_synced"})
_SENSOR_DOUBTS = {
    "flat": "gas_sensor_flat", "uncalibrated": "gas_sensor_uncalibrated", "fault": "gas_sensor_fault"
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """What one meter showed for one substance at one point.

    `substance` is a code of the table or GENERIC, `by` the person who measured, `clock` the quality of
    `sampled_at` (server, device_synced, device_free), `bound` that the sensor is fixed at one place, `sensor`
    what is known of its condition."""

    id: str
    point: str
    substance: str
    quantity: Quantity
    sampled_at: datetime
    by: str
    clock: str = "server"
    device: str | None = None
    bound: bool = False
    sensor: Sensor = "ok"


@dataclass(frozen=True)
class Verdict:
    """The outcome for a reading, with the reason code unless it passes, the limit that decided it and the
    value in that limit's unit. `covers` are the demands the reading can stand for."""

    reading: Reading
    outcome: Outcome
    reason: str | None = None
    limit: Limit | None = None
    value: Quantity | None = None
    covers: tuple[Demand, ...] = ()


@dataclass(frozen=True)
class _Comparison:
    """A reading beside one limit: its value in the limit's unit, and the limit in the reading's unit."""

    limit: Limit
    value: Decimal
    strictness: Decimal


def judge_reading(
    reading: Reading, plan: SamplingPlan, table: LimitTable, *, now: datetime, last: datetime | None = None
) -> Verdict:
    """Judge one reading. `last` is when the same point was last sampled in an earlier round.

    Reasons to fail: gas_over_limit, gas_below_limit, gas_over_added_level, gas_over_range. To be unknown:
    gas_clock_not_trusted, gas_reading_in_future, gas_reading_older_than_last, gas_sensor_flat,
    gas_sensor_uncalibrated, gas_sensor_fault, gas_substance_unknown, gas_unit_wrong_for_substance,
    gas_limit_missing."""
    subjects = _subjects(reading, plan, table)
    limits = [(subject, tuple(_limits(reading, subject, plan, table))) for subject in subjects]
    compared = [c for subject, its in limits for c in _comparisons(reading, subject, its)]
    covers = tuple(d for d in plan.demands if _covers(reading, d, compared))
    deciding = _deciding(compared)
    limit = deciding.limit if deciding else None
    value = Quantity(deciding.value, deciding.limit.unit) if deciding else None
    side = limit.breach(deciding.value) if deciding and limit else None
    if limit and side:
        reason = "gas_over_added_level" if limit.source == "added" else f"gas_{side}_limit"
        return Verdict(reading, "fail", reason, limit, value, covers)
    if reading.sensor == "over_range":
        return Verdict(reading, "fail", "gas_over_range", limit, value, covers)
    doubt = _unjudgeable(limits, compared) or _doubt(reading, now, last)
    return Verdict(reading, "unknown" if doubt else "pass", doubt, limit, value, covers)


def _subjects(reading: Reading, plan: SamplingPlan, table: LimitTable) -> tuple[Substance, ...]:
    """What the reading may be of: the substance it names, else every candidate of the plan. The worst of them
    decides, which for %vol is the lowest LEL and for %LEL stricter than that."""
    known = table.substances.get(reading.substance)
    if known is not None:
        return (known,)
    return tuple(table.substances[code] for code in plan.candidates if code in table.substances)


def _limits(reading: Reading, subject: Substance, plan: SamplingPlan, table: LimitTable) -> Iterator[Limit]:
    """The limits that count for a subject; toxic ones only when the reading names it."""
    if "combustible" in plan.qualities and subject.burns:
        yield combustible_limit(subject, table.figures)
    if plan.oxygen is not None and subject.is_oxygen:
        yield plan.oxygen
    named = reading.substance == subject.code
    if "toxic" in plan.qualities and subject.poisons and named:
        yield toxic_limit(subject)
    yield from (v for v in added_limits(subject, table.levels) if named or v.quality != "toxic")


def _comparisons(reading: Reading, subject: Substance, limits: tuple[Limit, ...]) -> Iterator[_Comparison]:
    """The limits that the reading can be held to; one in whose unit it cannot be told is left out, and then
    covers no demand."""
    for limit in limits:
        high = Quantity(limit.high, limit.unit)
        try:
            value = convert(reading.quantity, limit.unit, subject).value
            yield _Comparison(limit, value, convert(high, reading.quantity.unit, subject).value)
        except GasError:
            continue


def _deciding(compared: list[_Comparison]) -> _Comparison | None:
    """What to show: the strictest breached permit limit, else breached added level, else the strictest."""
    breached = [c for c in compared if c.limit.breach(c.value)]
    permit = [c for c in breached if c.limit.source == "permit"]
    shown = permit or breached or compared
    return min(
        shown, key=lambda c: (c.strictness, c.limit.source != "permit", c.limit.substance), default=None
    )


def _covers(reading: Reading, demand: Demand, compared: list[_Comparison]) -> bool:
    """Whether a permit limit of the demand was compared. Toxic gas is told in ppm or mg/m³ only: one step of
    a %LEL or %vol scale is many times its limit."""
    if demand.quality == "toxic" and reading.quantity.unit not in {PPM, MILLIGRAMS}:
        return False
    if demand.substance == GENERIC or reading.substance not in {GENERIC, demand.substance}:
        return demand.substance == reading.substance
    limits = [c.limit for c in compared if c.limit.source == "permit"]
    return any(v.substance == demand.substance and v.quality == demand.quality for v in limits)


def _unjudgeable(
    limits: Sequence[tuple[Substance, tuple[Limit, ...]]], compared: list[_Comparison]
) -> str | None:
    """Why no verdict can rest on this: each substance it may be must have met a permit limit of its own."""
    if not limits:
        return "gas_substance_unknown"
    if not all(any(v.source == "permit" for v in its) for _, its in limits):
        return "gas_limit_missing"
    told = {c.limit.substance for c in compared if c.limit.source == "permit"}
    return None if all(subject.code in told for subject, _ in limits) else "gas_unit_wrong_for_substance"


def _doubt(reading: Reading, now: datetime, last: datetime | None) -> str | None:
    """Why a reading inside its limits still proves nothing; None when it does."""
    if reading.sensor != "ok":
        return _SENSOR_DOUBTS.get(reading.sensor, "gas_sensor_fault")
    if reading.clock not in TRUSTED_CLOCKS:
        return "gas_clock_not_trusted"
    if reading.sampled_at > now + FUTURE_TOLERANCE:
        return "gas_reading_in_future"
    if last is not None and reading.sampled_at < last:
        return "gas_reading_older_than_last"
    return None
