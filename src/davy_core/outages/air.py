"""Gas as it stands on a sheet: what is over a limit rings, what nobody can read too (S1, S4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from davy_core.gas.limits import LimitTable, oxygen_limit
from davy_core.gas.plan import SamplingPlan
from davy_core.gas.units import GasError, quantity
from davy_core.gas.verdict import Reading, judge_reading
from davy_core.instants import instant


def is_bad(readings: Iterable[Mapping[str, Any]], table: LimitTable | None, now: datetime) -> bool:
    """Whether any of them is outside a limit of the rules that the sheet was printed by. Paper meets nothing,
    so one inside proves nothing; without a table nobody can say that the air was good."""
    rows = list(readings)
    return bool(rows) and (table is None or any(_bad(row, table, now) for row in rows))


def _bad(row: Mapping[str, Any], table: LimitTable, now: datetime) -> bool:
    try:
        reading = Reading(
            id="paper",
            point=row["point"],
            substance=row["substance"],
            quantity=quantity(row["value"]["value"], row["value"]["unit"]),
            sampled_at=instant(row["at"]),
            by="paper",
        )
    except GasError:
        return True
    return judge_reading(reading, _plan(row, table), table, now=now).outcome == "fail"


def _plan(row: Mapping[str, Any], table: LimitTable) -> SamplingPlan:
    """Nobody declared what may be there: every limit counts, and unnamed gas may be any that burns."""
    oxygen = next((s.code for s in table.substances.values() if s.is_oxygen), None)
    return SamplingPlan(
        points=(row["point"],),
        demands=(),
        qualities=frozenset({"combustible", "oxygen", "toxic"}),
        oxygen=oxygen_limit(oxygen, table.figures, rich=False) if oxygen else None,
        candidates=tuple(code for code, s in table.substances.items() if s.burns),
    )
