"""The four colours of risk: red 重大, orange 较大, yellow 一般, blue 低."""

from __future__ import annotations

from collections.abc import Iterable

GRADES = ("red", "orange", "yellow", "blue")
"""From the worst to the best."""
WORST = GRADES[0]


def worst(grades: Iterable[str | None]) -> str:
    """The worst of several grades. What nobody graded, and nothing at all, is the worst: not knowing is no
    low risk. Raises ValueError for a grade that is none of the four."""
    found = [WORST if grade is None else grade for grade in grades]
    return min(found, key=GRADES.index, default=WORST)
