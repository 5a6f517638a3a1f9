"""What a fan moves, in the unit its plate says, and whether that can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from types import MappingProxyType

M3_PER_H, M3_PER_MIN, M3_PER_S, L_PER_S, CFM = "m3/h", "m3/min", "m3/s", "L/s", "CFM"
CUBIC_FOOT_M3 = Decimal("0.028316846592")
"""Exactly, since a foot is 0.3048 m (international yard and pound agreement of 1959)."""

PER_HOUR: Mapping[str, Decimal] = MappingProxyType(
    {
        M3_PER_H: Decimal(1),
        M3_PER_MIN: Decimal(60),
        M3_PER_S: Decimal(3600),
        L_PER_S: Decimal("3.6"),
        CFM: CUBIC_FOOT_M3 * 60,
    }
)
"""m³/h that one of each unit is."""
EXACT = Context(prec=40)


@dataclass(frozen=True)
class Bounds:
    """What portable ventilation can be: air changes an hour and m³/h beyond which, or changes below which,
    somebody must say that the unit is right."""

    least_changes_per_h: Decimal
    most_changes_per_h: Decimal
    most_flow_m3_per_h: Decimal


def flow_m3_per_h(value: Decimal, unit: str) -> Decimal:
    """The flow in m³/h. Raises KeyError for a unit that is none of PER_HOUR."""
    return EXACT.multiply(value, PER_HOUR[unit])


def changes_per_h(flow_m3_h: Decimal, volume_m3: Decimal) -> Decimal:
    """How often an hour a flow would replace the air of a volume, if it did so perfectly."""
    return EXACT.divide(flow_m3_h, volume_m3)


def is_plausible(flow_m3_h: Decimal, volume_m3: Decimal, bounds: Bounds) -> bool:
    """Whether a portable fan may well move this much in a space of this size.

    A plate in m³/h that is read as m³/min moves sixty times too much, and its minimum time is sixty times
    too short: that is the mistake to be caught."""
    changes = changes_per_h(flow_m3_h, volume_m3)
    if flow_m3_h > bounds.most_flow_m3_per_h:
        return False
    return bounds.least_changes_per_h <= changes <= bounds.most_changes_per_h


def likelier_unit(value: Decimal, unit: str, volume_m3: Decimal, bounds: Bounds) -> str | None:
    """The unit that would make the same figure plausible, m³/h first; None when none does."""
    others = (u for u in PER_HOUR if u != unit)
    return next((u for u in others if is_plausible(flow_m3_per_h(value, u), volume_m3, bounds)), None)
