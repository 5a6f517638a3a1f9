"""Wind force from wind speed: GB 30871-2022 names forces, instruments tell metres per second."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["FASTEST", "HIGHEST", "force"]

HIGHEST = 17
FASTEST = Decimal(120)
"""Metres per second; no wind at the ground was ever faster, so more is a broken instrument."""

_UPPER = (
    "0.2", "1.5", "3.3", "5.4", "7.9", "10.7", "13.8", "17.1", "20.7", "24.4", "28.4", "32.6", "36.9", "41.4",
    "46.1", "50.9", "56.0",
)  # fmt: skip
_BOUNDS = tuple(Decimal(bound) for bound in _UPPER)


def force(speed: Decimal) -> int:
    """The wind force (Beaufort, 0 to 17) of a speed in m/s, by the table of GB/T 28591-2012.

    The table is written in tenths; what lies between two of its rows counts as the higher one. Raises
    ValueError for what is no speed: negative, not a number, faster than FASTEST."""
    if not speed.is_finite() or not 0 <= speed <= FASTEST:
        raise ValueError(f"not a wind speed: {speed}")
    return next((number for number, bound in enumerate(_BOUNDS) if speed <= bound), HIGHEST)
