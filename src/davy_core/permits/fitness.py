"""Whether a person may take part for what is known of his health, training and restrictions (GB 30871 4.9).

What is recorded against him counts at once. What is not recorded is told as missing: whether that stands in
the way is asked by requirements, of the packs or of a company's overlay, and never decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["Checkup", "Fitness", "Limit", "barred", "medical"]

Kind = Literal["medical", "other"]


@dataclass(frozen=True)
class Limit:
    """Works that he must not take part in, today: by type, empty = all. Medical: a contraindication."""

    kind: Kind
    works: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checkup:
    """His newest medical examination: fit, limited or unfit, and until when it counts."""

    verdict: str
    valid_to: datetime | None = None


@dataclass(frozen=True)
class Fitness:
    """What stands in the register today. `trainings`: the subjects he passed that still count."""

    limits: tuple[Limit, ...] = ()
    checkup: Checkup | None = None
    trainings: tuple[str, ...] = ()


def barred(fitness: Fitness, work_type: str) -> str:
    """none, medical or restricted: what keeps him from this type of work, the medical first. Whoever was
    found unfit is barred from every work until a later examination says otherwise."""
    kinds = {one.kind for one in fitness.limits if not one.works or work_type in one.works}
    if "medical" in kinds or (fitness.checkup is not None and fitness.checkup.verdict == "unfit"):
        return "medical"
    return "restricted" if kinds else "none"


def medical(fitness: Fitness, now: datetime) -> str:
    """fit, limited, unfit, expired or missing. Without a last day of validity an examination counts for
    nothing good: nobody knows for how long it holds."""
    found = fitness.checkup
    if found is None:
        return "missing"
    if found.verdict == "unfit":
        return "unfit"
    if found.valid_to is None or found.valid_to < now:
        return "expired"
    return found.verdict
