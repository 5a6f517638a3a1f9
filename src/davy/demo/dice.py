"""Chance that can be drawn again: the same permit and the same question always give the same answer.

So nothing has to be remembered: personas that were stopped go on as they would have.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TypeVar

__all__ = ["Dice"]

T = TypeVar("T")


class Dice:
    """The luck of one permit."""

    def __init__(self, seed: str) -> None:
        """`seed` is the permit's id."""
        self._seed = seed

    def of(self, *question: object) -> random.Random:
        """A generator that belongs to this question alone."""
        return random.Random(":".join([self._seed, *map(str, question)]))

    def chance(self, likelihood: float, *question: object) -> bool:
        """True with this likelihood."""
        return self.of(*question).random() < likelihood

    def choice(self, among: Sequence[T], *question: object) -> T:
        """One of them. Raises IndexError for nothing to choose from."""
        return self.of(*question).choice(among)

    def some(self, among: Sequence[T], most: int, *question: object) -> list[T]:
        """One to `most` of them, in their order."""
        dice = self.of(*question)
        picked = set(dice.sample(range(len(among)), dice.randint(1, min(most, len(among)))))
        return [thing for n, thing in enumerate(among) if n in picked]

    def weighted(self, weights: Mapping[str, float], *question: object) -> str:
        """A key, as likely as its weight says."""
        return self.of(*question).choices(list(weights), list(weights.values()))[0]

    def minutes(self, least: float, most: float, *question: object) -> timedelta:
        """A time between two numbers of minutes."""
        return timedelta(minutes=self.of(*question).uniform(least, most))
