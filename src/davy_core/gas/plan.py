"""Where and what must be measured for a work: the sampling plan (GB 30871-2022 5.3.1, 6.3 b, 10.1)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from davy_core.gas.limits import Demand, Limit, LimitTable, Quality, oxygen_limit
from davy_core.gas.substances import GENERIC, Substance
from davy_core.gas.units import GasError

Arrangement = Literal[
    "single", "vertical", "horizontal", "pipeline", "open", "shaft", "tunnel", "shaft_and_tunnel"
]

POINTS: dict[str, tuple[str, ...]] = {
    "single": ("representative",),
    "vertical": ("upper", "middle", "lower"),
    "horizontal": ("left", "middle", "right"),
    "open": ("surroundings",),
    "tunnel": ("near", "far"),
}
"""The points of each arrangement; a long pipeline has one a section, a shaft as many as its depth asks."""

SHALLOW_M, APART_M, EDGE_M = 2.0, 8.0, 1.0
"""GB 46768-2025 5.8.6: under 2 m two points suffice; else at least three, the first and the last within 1 m
of roof and floor and no two more than 8 m apart."""

SURROUNDINGS = "surroundings"
"""The point within 10 m of the work, outdoors or at the outer wall of a vessel."""


@dataclass(frozen=True)
class Work:
    """What the plan follows from. `kind` is hot, confined or temporary_power (a key of the table's `work`).

    `arrangement` None = nobody said how big it is, so upper, middle and lower. `outer_wall` (hot work on the
    outside of a pipe, tank or tower) asks for the surroundings beside the inside. `substances` are the codes
    declared for the equipment, `plant` all combustible ones the plant knows. `oxygen_rich` is declared for a
    space, `oxygen_equipment` for hot work on equipment that holds oxygen. `depth_m` is that of a shaft, in
    metres."""

    kind: str
    arrangement: Arrangement | None = None
    sections: int | None = None
    outer_wall: bool = False
    substances: tuple[str, ...] = ()
    plant: tuple[str, ...] = ()
    oxygen_rich: bool = False
    oxygen_equipment: bool = False
    depth_m: float | None = None


@dataclass(frozen=True)
class SamplingPlan:
    """Every demand is measured at every point. `qualities` say which permit limits count, `oxygen` is its
    range when it counts, `candidates` are what a reading of unnamed combustible gas may be."""

    points: tuple[str, ...]
    demands: tuple[Demand, ...]
    qualities: frozenset[Quality]
    oxygen: Limit | None = None
    candidates: tuple[str, ...] = ()

    @property
    def many_points(self) -> bool:
        """Whether one fixed sensor cannot stand for the whole plan (S4)."""
        return len(self.points) > 1


def plan_for(work: Work, table: LimitTable) -> SamplingPlan:
    """The plan for a work. A declared substance that the table does not know is demanded all the same: as
    unnamed combustible gas, and as a toxic one that nothing satisfies until the table knows it.

    Raises GasError gas_plan_work_unknown (the table has no rule for the kind of work),
    gas_plan_arrangement_unknown, gas_plan_sections_unknown (a pipeline whose sections nobody counted) or
    gas_plan_depth_unknown (a shaft whose depth nobody gave)."""
    rule = table.work.get(work.kind)
    if rule is None:
        raise GasError("gas_plan_work_unknown")
    also: frozenset[Quality] = frozenset({"oxygen"} if work.oxygen_equipment else ())
    qualities = rule.qualities | also
    demands = list(_declared(work, table, rule.qualities))
    named = any(d.quality == "combustible" and d.substance != GENERIC for d in demands)
    demands += [d for d in rule.always if not (named and d.substance == GENERIC)]
    if work.oxygen_equipment:
        oxygen = _oxygen_of(table)
        demands.append(Demand(oxygen.code if oxygen else "oxygen", "oxygen"))
    return SamplingPlan(
        points=_points(work),
        demands=tuple(dict.fromkeys(demands)),
        qualities=qualities,
        oxygen=_oxygen(work, table, floor="oxygen" in rule.qualities) if "oxygen" in qualities else None,
        candidates=_candidates(work, table),
    )


def _points(work: Work) -> tuple[str, ...]:
    if work.arrangement == "pipeline":
        if work.sections is None or work.sections < 1:
            raise GasError("gas_plan_sections_unknown")
        inside = tuple(f"section_{n}" for n in range(1, work.sections + 1))
    elif work.arrangement in ("shaft", "shaft_and_tunnel"):
        inside = _shaft(work.depth_m) + (POINTS["tunnel"] if work.arrangement == "shaft_and_tunnel" else ())
    else:
        inside = POINTS.get(work.arrangement or "vertical", ())
        if not inside:
            raise GasError("gas_plan_arrangement_unknown")
    return tuple(dict.fromkeys((*inside, SURROUNDINGS))) if work.outer_wall else inside


def _shaft(depth_m: float | None) -> tuple[str, ...]:
    """From the top down (GB 46768-2025 5.8.6)."""
    if depth_m is None or not depth_m > 0:
        raise GasError("gas_plan_depth_unknown")
    if depth_m < SHALLOW_M:
        return ("upper", "lower")
    between = max(1, math.ceil((depth_m - 2 * EDGE_M) / APART_M) - 1)
    return ("upper", "middle", *(f"middle_{n}" for n in range(2, between + 1)), "lower")


def _declared(work: Work, table: LimitTable, qualities: frozenset[Quality]) -> Iterator[Demand]:
    for code in work.substances:
        known = table.substances.get(code)
        if known is None:
            yield Demand(GENERIC, "combustible")
            if "toxic" in qualities:
                yield Demand(code, "toxic")
        else:
            yield from (Demand(code, q) for q in ("combustible", "toxic") if q in qualities and known.has(q))


def _candidates(work: Work, table: LimitTable) -> tuple[str, ...]:
    """The declared substances that burn; the plant's too when none does or one declared is not known."""
    declared = [table.substances.get(code) for code in work.substances]
    burning = [s.code for s in declared if s is not None and s.burns]
    if burning and None not in declared:
        return tuple(dict.fromkeys(burning))
    plant = [code for code in work.plant if code in table.substances and table.substances[code].burns]
    return tuple(dict.fromkeys((*burning, *plant))) if plant else ()


def _oxygen(work: Work, table: LimitTable, *, floor: bool) -> Limit | None:
    """The range of oxygen; hot work on equipment for oxygen has no lower end."""
    oxygen = _oxygen_of(table)
    rich = work.oxygen_rich or work.oxygen_equipment
    return oxygen_limit(oxygen.code, table.figures, rich=rich, floor=floor) if oxygen else None


def _oxygen_of(table: LimitTable) -> Substance | None:
    return next((s for s in table.substances.values() if s.is_oxygen), None)
