"""A scale of risk: factors, each with its values from the worst to the best, and bands of colour.

The score is the product of the factors: D = L×E×C, or R = L×S. It is a bare number without a unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import prod
from typing import Any

from davy_core.risk.grades import GRADES, WORST

__all__ = ["Band", "Factor", "Graded", "Scale", "better", "grade", "load_scale", "strange"]


@dataclass(frozen=True)
class Factor:
    """One factor with its values from the worst to the best."""

    id: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True)
class Band:
    """From this score on a risk has at least this colour."""

    grade: str
    start: Decimal


@dataclass(frozen=True)
class Scale:
    """One method. What is below every band has the best colour."""

    id: str
    factors: tuple[Factor, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Graded:
    """A colour, and the score it comes from; None when a factor is not known."""

    grade: str
    score: Decimal | None = None


def load_scale(data: Mapping[str, Any]) -> Scale:
    """A scale from parsed data (shape: schemas/scales.json). Raises ValueError for values or bands that do
    not fall, or colours out of order: by such a scale a worse risk might look better."""
    factors = tuple(_factor(row) for row in data["factors"])
    bands = tuple(Band(row["grade"], Decimal(str(row["from"]))) for row in data["bands"])
    if [band.grade for band in bands] != list(GRADES[:-1]):
        raise ValueError(f"{data['id']}: one band for each of {', '.join(GRADES[:-1])}, the worst first")
    if not _falling([band.start for band in bands]) or bands[-1].start <= 0:
        raise ValueError(f"{data['id']}: the scores of the bands do not fall")
    return Scale(data["id"], factors, bands)


def _factor(row: Mapping[str, Any]) -> Factor:
    values = tuple(Decimal(str(value["value"])) for value in row["values"])
    if not _falling(list(values)) or values[-1] <= 0:
        raise ValueError(f"{row['id']}: its values do not fall from the worst to the best")
    return Factor(row["id"], values)


def _falling(numbers: list[Decimal]) -> bool:
    return all(high > low for high, low in pairwise(numbers))


def grade(scale: Scale, chosen: Mapping[str, str]) -> Graded:
    """The colour of these values, by factor. A factor that is missing, or a value that the scale does not
    have, is not known, and not knowing is the worst."""
    if strange(scale, chosen) or set(chosen) != {factor.id for factor in scale.factors}:
        return Graded(WORST)
    score = prod((Decimal(chosen[factor.id]) for factor in scale.factors), start=Decimal(1))
    found = next((band.grade for band in scale.bands if score >= band.start), GRADES[-1])
    return Graded(found, score)


def strange(scale: Scale, chosen: Mapping[str, str]) -> list[str]:
    """The factors given that the scale does not have, or with a value that it does not have."""
    known = {factor.id: {str(value) for value in factor.values} for factor in scale.factors}
    return sorted(name for name, value in chosen.items() if value not in known.get(name, ()))


def better(chosen: Mapping[str, str], than: Mapping[str, str]) -> list[str]:
    """The factors in which `chosen` is milder than `than`; what `than` does not tell cannot be bettered."""
    return sorted(
        name for name, value in chosen.items() if name in than and Decimal(value) < Decimal(than[name])
    )
