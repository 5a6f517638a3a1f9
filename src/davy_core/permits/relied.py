"""What a decision knows of an isolation that its permit relies on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Relied:
    """An isolation the permit relies on, or let go (`released`). `others`: other live permits on it."""

    number: str
    released: bool
    points: int
    applied: int
    verified: int
    blinds: int
    blinds_verified: int
    valve_only: int
    locks: int
    testing: bool
    others: int
