"""What the partners of a park say of one of our people: none, clear, held, unmasked or unanswered.

Held is told as soon as one partner says so, however old its word is: a partner that is away gives nobody his
rights back. Clear needs the word of every partner, heard a short while ago. What nobody knows is told as
unanswered or unmasked and never as clear; whether that keeps somebody from work is for a company's overlay
(rulepacks/overlays/park.yaml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

__all__ = ["FRESH", "ParkStanding", "Told", "is_fresh", "standing"]

ParkStanding = Literal["none", "clear", "held", "unmasked", "unanswered"]

FRESH = timedelta(minutes=15)
"""How long a list stands for what a partner would say now: it is asked every five minutes (j)."""


@dataclass(frozen=True)
class Told:
    """What one partner says of a person. `masked`: his identity number is known here, so that he can be
    compared with its list; `held`: the partner keeps him from work, and nobody here found that it is a
    mistake; `heard_at`: when its last list was made, None before the first."""

    masked: bool
    held: bool
    heard_at: datetime | None


def is_fresh(heard_at: datetime | None, now: datetime) -> bool:
    """Whether a list of this time stands for now; one from the future does not."""
    return heard_at is not None and timedelta() <= now - heard_at <= FRESH


def standing(told: Iterable[Told], now: datetime) -> ParkStanding:
    """The worst of what the partners say; `none` without a partner."""
    words = list(told)
    if not words:
        return "none"
    if any(one.held for one in words):
        return "held"
    if any(not one.masked for one in words):
        return "unmasked"
    heard = all(is_fresh(one.heard_at, now) for one in words)
    return "clear" if heard else "unanswered"
