"""What a company may change about a scale: it chooses one, and lowers the scores where colours begin."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from davy_core.risk.scale import load_scale

__all__ = ["LooserError", "tightened"]


class LooserError(ValueError):
    """A band would begin at a higher score than the shipped one, or the bands would not fall any more.
    `grade` is the colour."""

    def __init__(self, grade: str) -> None:
        super().__init__(grade)
        self.grade = grade


def tightened(scale: Mapping[str, Any], starts: Mapping[str, str]) -> dict[str, Any]:
    """The scale as parsed data with the company's lower scores, by colour. Raises LooserError."""
    bands = []
    for band in scale["bands"]:
        start = _number(starts.get(band["grade"], str(band["from"])), band["grade"])
        if start > Decimal(str(band["from"])):
            raise LooserError(band["grade"])
        bands.append({"grade": band["grade"], "from": f"{start:f}"})
    unknown = set(starts) - {band["grade"] for band in bands}
    if unknown:
        raise LooserError(min(unknown))
    found = {**scale, "bands": bands}
    try:
        load_scale(found)
    except ValueError as wrong:
        raise LooserError(bands[-1]["grade"]) from wrong
    return found


def _number(text: str, grade: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation as wrong:
        raise LooserError(grade) from wrong
    if not found.is_finite():
        raise LooserError(grade)
    return found
