"""Works that may not go alone: D-01, deep digging beside hazardous lines (GB 30871-2022 11.10)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

DEEP_M = Decimal("1.2")


def confined_beside(work: Mapping[str, object], *, in_unit: bool | None) -> bool:
    """D-01: whether this digging needs a confined-space permit beside it: deeper than 1.2 m, in a unit or
    tank area, with buried lines of flammable or toxic media. What nobody told counts as yes; exactly 1.2 m
    does not count as deeper."""
    return _deep(work.get("depth_m")) and in_unit is not False and work.get("buried_hazard") is not False


def _deep(told: object) -> bool:
    if isinstance(told, bool) or not isinstance(told, int | str | Decimal):
        return True
    try:
        return not Decimal(told) <= DEEP_M
    except InvalidOperation:
        return True
