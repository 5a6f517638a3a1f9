"""The limits that a reading is held to: the permit limits of the law, and levels that only add to them.

GB 30871-2022 5.3.2, 6.4 and 10.1; "not more than" lets the limit itself pass. Alarm set points of devices are
another table and no limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from davy_core.gas.substances import GENERIC, Kind, Quality, Substance
from davy_core.gas.units import MILLIGRAMS, PERCENT_VOLUME, Quantity

__all__ = [
    "GENERIC", "AddedLevel", "Demand", "Figure", "Figures", "Kind", "Limit", "LimitTable", "Quality",
    "Substance", "WorkRule", "added_limits", "combustible_limit", "oxygen_limit", "toxic_limit",
]  # fmt: skip


@dataclass(frozen=True)
class Limit:
    """A value passes when it is not above `high` and not below `low`. `source` is "permit" for a limit of the
    law, "added" for a level that may only make it stricter; `basis` is the clause or the origin."""

    substance: str
    quality: Quality
    unit: str
    high: Decimal
    basis: str
    low: Decimal | None = None
    source: Literal["permit", "added"] = "permit"

    def breach(self, value: Decimal) -> Literal["over", "below"] | None:
        """On which side a value in this limit's unit is outside, None when it passes."""
        if value > self.high:
            return "over"
        return "below" if self.low is not None and value < self.low else None


@dataclass(frozen=True)
class Figure:
    """One figure of the law with its unit, clause and how sure it is."""

    value: Decimal
    unit: str
    clause: str
    grade: str
    to_confirm: bool = False


@dataclass(frozen=True)
class Figures:
    """The figures of the permit limits, all in %vol.

    A substance whose LEL is at least `lel_boundary` may reach `combustible_high`, another `combustible_low`.
    Oxygen lies between `oxygen_low` and `oxygen_high`; where an oxygen-rich environment or equipment for
    oxygen is declared, `oxygen_rich_high` is the upper end."""

    lel_boundary: Figure
    combustible_high: Figure
    combustible_low: Figure
    oxygen_low: Figure
    oxygen_high: Figure
    oxygen_rich_high: Figure


@dataclass(frozen=True)
class AddedLevel:
    """A level at which something is actuated. It adds to the permit limit and never replaces it (S3).
    `substance` None = every combustible gas."""

    code: str
    substance: str | None
    high: Quantity
    basis: str


@dataclass(frozen=True)
class Demand:
    """That one quality of one substance is to be measured at every point; the substance may be GENERIC."""

    substance: str
    quality: Quality


@dataclass(frozen=True)
class WorkRule:
    """What a type of work is judged by: the qualities that count, and what is always measured."""

    qualities: frozenset[Quality]
    always: tuple[Demand, ...]
    clause: str


@dataclass(frozen=True)
class LimitTable:
    """Everything the verdict of a reading rests on; pinned with the permit's basis."""

    id: str
    version: str
    source: str
    substances: Mapping[str, Substance]
    figures: Figures
    levels: tuple[AddedLevel, ...] = ()
    work: Mapping[str, WorkRule] = field(default_factory=lambda: MappingProxyType({}))


def combustible_limit(substance: Substance, figures: Figures) -> Limit:
    """The permit limit of combustible gas in %vol, by the substance's LEL; the boundary counts as high.

    Raises ValueError when the substance has no LEL."""
    if substance.lel is None:
        raise ValueError(f"{substance.code} has no LEL")
    ample = substance.lel >= figures.lel_boundary.value
    figure = figures.combustible_high if ample else figures.combustible_low
    return Limit(substance.code, "combustible", PERCENT_VOLUME, figure.value, figure.clause)


def toxic_limit(substance: Substance) -> Limit:
    """The permit limit of toxic gas in mg/m³: MAC, else PC-STEL, else PC-TWA (order of GB 46768-2025 5.9.1).

    Raises ValueError when GBZ 2.1 gives none."""
    for name, high in (("MAC", substance.mac), ("PC-STEL", substance.pc_stel), ("PC-TWA", substance.pc_twa)):
        if high is not None:
            return Limit(substance.code, "toxic", MILLIGRAMS, high, f"GBZ 2.1-2019 {name}")
    raise ValueError(f"{substance.code} has no occupational limit")


def oxygen_limit(code: str, figures: Figures, *, rich: bool, floor: bool = True) -> Limit:
    """The range of oxygen in %vol. `rich`: oxygen-rich is declared; `floor` False: only too much counts
    (equipment for oxygen, GB 30871-2022 5.2.7)."""
    figure = figures.oxygen_rich_high if rich else figures.oxygen_high
    low = figures.oxygen_low.value if floor else None
    return Limit(code, "oxygen", PERCENT_VOLUME, figure.value, figure.clause, low)


def added_limits(substance: Substance, levels: tuple[AddedLevel, ...]) -> tuple[Limit, ...]:
    """The added levels that concern a substance."""
    mine = (v for v in levels if v.substance == substance.code or (v.substance is None and substance.burns))
    return tuple(
        Limit(substance.code, _quality(substance, v), v.high.unit, v.high.value, v.basis, source="added")
        for v in mine
    )


def _quality(substance: Substance, level: AddedLevel) -> Quality:
    if substance.is_oxygen:
        return "oxygen"
    return "combustible" if level.substance is None or not substance.poisons else "toxic"
