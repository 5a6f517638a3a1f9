"""A gas round: every demand at every point, by one person. Within it the worst value wins (S4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from davy_core.gas.limits import Demand, LimitTable
from davy_core.gas.plan import SamplingPlan
from davy_core.gas.substances import GENERIC
from davy_core.gas.units import GasError, checked
from davy_core.gas.verdict import FUTURE_TOLERANCE, RANK, Outcome, Reading, Verdict, judge_reading


@dataclass(frozen=True)
class PointVerdict:
    """The outcome at one point, its reason unless it passes, the verdict that decided it (None when a demand
    was not measured), and when its oldest reading was sampled."""

    point: str
    outcome: Outcome
    reason: str | None
    worst: Verdict | None
    sampled_at: datetime | None
    complete: bool


@dataclass(frozen=True)
class RoundVerdict:
    """The outcome of a round. `complete`: every demand was measured at every point, whatever came out.

    `points` has one entry for each point of the plan, measured or not; `readings` every verdict, also of
    points outside the plan, which can only make the round fail."""

    outcome: Outcome
    reason: str | None
    complete: bool
    points: tuple[PointVerdict, ...]
    readings: tuple[Verdict, ...]
    by: str | None
    sampled_from: datetime | None
    sampled_to: datetime | None


def merge(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The union of readings from several devices: each once, in a fixed order, whatever order they came in.
    Two readings under one id that differ are both kept, so that the worse one counts."""
    return tuple(sorted(set(readings), key=_order))


def admit(
    reading: Reading, table: LimitTable, *, now: datetime, last: datetime | None = None
) -> tuple[str, ...]:
    """Why a reading may not even be recorded; empty when it may. `last` is when its point was last sampled.

    gas_reading_in_future (over 60 s ahead), gas_reading_older_than_last, gas_substance_unknown,
    gas_unit_wrong_for_substance, gas_value_out_of_range."""
    found = []
    if reading.sampled_at > now + FUTURE_TOLERANCE:
        found.append("gas_reading_in_future")
    if last is not None and reading.sampled_at < last:
        found.append("gas_reading_older_than_last")
    substance = table.substances.get(reading.substance)
    if substance is None and reading.substance != GENERIC:
        found.append("gas_substance_unknown")
    if substance is not None:
        try:
            checked(reading.quantity, substance)
        except GasError as error:
            found.append(error.code)
    return tuple(found)


def judge_point(
    point: str, verdicts: Sequence[Verdict], plan: SamplingPlan, table: LimitTable
) -> PointVerdict:
    """The verdict of one point from those of its readings: any failure fails it; else every demand must be
    covered by readings that all pass."""
    here = [v for v in verdicts if v.reading.point == point]
    covering = [v for v in here if v.covers]
    uncovered = [d for d in plan.demands if not any(d in v.covers for v in here)]
    failed = [v for v in here if v.outcome == "fail"]
    worst = max(failed or covering, key=lambda v: (RANK[v.outcome], _order(v.reading)), default=None)
    sampled_at = min((v.reading.sampled_at for v in here), default=None)
    if uncovered and not failed:
        reason = _why_uncovered(uncovered[0], here, table)
        return PointVerdict(point, "unknown", reason, None, sampled_at, complete=False)
    if worst is None:
        return PointVerdict(point, "unknown", "gas_plan_empty", None, sampled_at, complete=False)
    return PointVerdict(point, worst.outcome, worst.reason, worst, sampled_at, complete=not uncovered)


def judge_round(
    readings: Iterable[Reading],
    plan: SamplingPlan,
    table: LimitTable,
    *,
    now: datetime,
    last: Mapping[str, datetime] | None = None,
) -> RoundVerdict:
    """Judge a round. `last` tells when each point was last sampled in an earlier round.

    Further reasons: gas_reading_missing, gas_round_many_people, gas_bound_sensor_many_points, gas_plan_empty.
    To a complete round, a further reading never improves the outcome; a failed one never passes again."""
    taken = merge(readings)
    verdicts = tuple(judge_reading(r, plan, table, now=now, last=(last or {}).get(r.point)) for r in taken)
    verdicts = _without_lone_sensors(verdicts, plan)
    points = tuple(judge_point(p, verdicts, plan, table) for p in plan.points)
    people = {r.by for r in taken}
    outcome, reason = _together(points, verdicts, people)
    times = [r.sampled_at for r in taken]
    return RoundVerdict(
        outcome=outcome,
        reason=reason,
        complete=bool(points) and all(p.complete for p in points),
        points=points,
        readings=verdicts,
        by=next(iter(people)) if len(people) == 1 else None,
        sampled_from=min(times, default=None),
        sampled_to=max(times, default=None),
    )


def lacking(
    readings: Iterable[Reading], plan: SamplingPlan, table: LimitTable, *, now: datetime
) -> dict[str, tuple[Demand, ...]]:
    """By point, the demands that no reading stands for; a point that lacks nothing is left out."""
    verdicts = [judge_reading(r, plan, table, now=now) for r in merge(readings)]
    found = {}
    for point in plan.points:
        covered = {d for v in verdicts if v.reading.point == point for d in v.covers}
        found[point] = tuple(d for d in plan.demands if d not in covered)
    return {point: left for point, left in found.items() if left}


def _together(
    points: Sequence[PointVerdict], verdicts: Sequence[Verdict], people: set[str]
) -> tuple[Outcome, str | None]:
    failed = [v for v in verdicts if v.outcome == "fail"]
    if failed:
        return "fail", failed[0].reason
    if not points:
        return "unknown", "gas_plan_empty"
    open_points = [p for p in points if p.outcome != "pass"]
    if open_points:
        return "unknown", open_points[0].reason
    return ("unknown", "gas_round_many_people") if len(people) != 1 else ("pass", None)


def _without_lone_sensors(verdicts: tuple[Verdict, ...], plan: SamplingPlan) -> tuple[Verdict, ...]:
    """A sensor fixed at one place says nothing about a second point: where it is made to, its readings pass
    nowhere (S4)."""
    if not plan.many_points:
        return verdicts
    places: dict[str | None, set[str]] = {}
    for verdict in verdicts:
        if verdict.reading.bound:
            places.setdefault(verdict.reading.device, set()).add(verdict.reading.point)
    return tuple(
        replace(v, outcome="unknown", reason="gas_bound_sensor_many_points")
        if v.outcome == "pass" and v.reading.bound and len(places[v.reading.device]) > 1
        else v
        for v in verdicts
    )


def _why_uncovered(demand: Demand, here: Sequence[Verdict], table: LimitTable) -> str:
    if demand.substance != GENERIC and demand.substance not in table.substances:
        return "gas_substance_unknown"
    measured = any(v.reading.substance == demand.substance for v in here)
    return "gas_unit_wrong_for_substance" if measured else "gas_reading_missing"


def _order(reading: Reading) -> tuple[str, ...]:
    """Every field as text: a total order that does not depend on who sent first."""
    sampled = reading.sampled_at.astimezone(UTC).isoformat(timespec="microseconds")
    quantity = reading.quantity
    return (
        sampled, reading.id, reading.point, reading.substance, f"{quantity.value:040.12f}",
        quantity.unit, reading.by, reading.clock, reading.device or "", str(reading.bound), reading.sensor,
    )  # fmt: skip
