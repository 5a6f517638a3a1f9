"""The check digit of a resident's number: GB 11643-1999, modulo 11-2. Pure."""

from __future__ import annotations

__all__ = ["check_digit", "fits"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check_digit(number: str) -> str:
    """The eighteenth character that belongs to the first seventeen digits; X stands for ten."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11]


def fits(number: str) -> bool:
    """Whether the last of the eighteen characters is the right one. It is no proof: one double error in
    eleven passes."""
    return check_digit(number) == number[17:]
