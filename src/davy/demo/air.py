"""What a detector would show: good air well inside the limits, bad air a little outside of one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from davy_core.gas.limits import Demand, LimitTable, combustible_limit, toxic_limit
from davy_core.gas.plan import SamplingPlan
from davy_core.instants import iso

__all__ = ["readings"]

METERS = ("GX-6000 021", "GX-6000 034", "MX-4 107", "MX-4 112")


def readings(
    plan: SamplingPlan, table: LimitTable, at: datetime, luck: random.Random, *, bad: bool = False
) -> list[dict[str, Any]]:
    """The rows of a round, every demand at every point; with `bad` one of them is out of its limit."""
    pairs = [(point, demand) for point in plan.points for demand in plan.demands]
    wrong = luck.choice(_can_be_bad(pairs)) if bad else None
    meter = luck.choice(METERS)
    return [
        {
            "point": point,
            "substance": demand.substance,
            "value": _value(demand, plan, table, luck, bad=(point, demand) == wrong),
            "sampled_at": iso(at),
            "instrument": meter,
            "source": "manual",
        }
        for point, demand in pairs
    ]


def _can_be_bad(pairs: Sequence[tuple[str, Demand]]) -> Sequence[tuple[str, Demand]]:
    burning = [pair for pair in pairs if pair[1].quality == "combustible"]
    return burning or pairs


def _value(
    demand: Demand, plan: SamplingPlan, table: LimitTable, luck: random.Random, *, bad: bool
) -> dict[str, str]:
    if demand.quality == "oxygen":
        value = luck.uniform(18.1, 19.2) if bad else luck.uniform(20.6, 20.9)
        return {"value": f"{value:.1f}", "unit": "%vol"}
    substance = table.substances.get(demand.substance)
    if demand.quality == "combustible":
        high = combustible_limit(substance, table.figures).high if substance else Decimal("0.2")
        # Where poison counts, air in which a combustible gas can be told in %vol at all is poisonous.
        poison = substance is not None and substance.poisons and "toxic" in plan.qualities
        part = luck.uniform(1.1, 1.8) if bad else 0.0 if poison else luck.triangular(0.0, 0.4, 0.05)
        return {"value": f"{float(high) * part:.2f}", "unit": "%vol"}
    high = toxic_limit(substance).high if substance else Decimal(1)
    part = luck.uniform(1.2, 2.0) if bad else luck.triangular(0.0, 0.4, 0.08)
    places = 2 if high < 5 else 1
    return {"value": f"{float(high) * part:.{places}f}", "unit": "mg/m3"}
