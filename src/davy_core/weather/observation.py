"""One observation of the weather, and what counts when several observers tell of one site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from davy_core.weather.beaufort import HIGHEST

__all__ = ["COLDEST", "FALL", "FOG", "HOTTEST", "Weather", "worst"]

FALL = ("none", "light", "moderate", "heavy")
"""Grades of rain and snow, least first; `heavy` stands for 大雪 and 暴雨 of 9.2.4 and all above."""
FOG = ("none", "light", "dense")
"""Grades of fog, least first; `dense` stands for 浓雾 and 大雾."""
COLDEST, HOTTEST = Decimal(-90), Decimal(60)
"""Degrees Celsius between which air near the ground can be."""


@dataclass(frozen=True)
class Weather:
    """What was observed. Wind and gust are forces (Beaufort), the temperature is of the air in °C. None: not
    observed, which is never "none". `source`: entered by a person, told by a station, or both.

    Raises ValueError for what no weather can be."""

    observed_at: datetime
    source: str  # person | station | both
    wind_force: int | None = None
    gust: int | None = None
    rain: str | None = None
    snow: str | None = None
    fog: str | None = None
    temperature_c: Decimal | None = None

    def __post_init__(self) -> None:
        if self.observed_at.tzinfo is None:
            raise ValueError("an observation stands at an instant")
        if any(f is not None and not 0 <= f <= HIGHEST for f in (self.wind_force, self.gust)):
            raise ValueError(f"not a wind force: {self.wind_force}, {self.gust}")
        if any(f is not None and f not in FALL for f in (self.rain, self.snow)):
            raise ValueError(f"not a grade of rain or snow: {self.rain}, {self.snow}")
        if self.fog is not None and self.fog not in FOG:
            raise ValueError(f"not a grade of fog: {self.fog}")
        if self.temperature_c is not None and not COLDEST <= self.temperature_c <= HOTTEST:
            raise ValueError(f"not a temperature of the air: {self.temperature_c}")


def worst(seen: Sequence[Weather]) -> Weather | None:
    """The worst of what is known, value by value: who tells of calm never outweighs who tells of a storm.
    For the temperature the colder counts (8.1.2 b), for the instant the older. None when nobody told."""
    if not seen:
        return None
    temperatures = [w.temperature_c for w in seen if w.temperature_c is not None]
    sources = {w.source for w in seen}
    return Weather(
        observed_at=min(w.observed_at for w in seen),
        source=sources.pop() if len(sources) == 1 else "both",
        wind_force=max((w.wind_force for w in seen if w.wind_force is not None), default=None),
        gust=max((w.gust for w in seen if w.gust is not None), default=None),
        rain=_gravest([w.rain for w in seen], FALL),
        snow=_gravest([w.snow for w in seen], FALL),
        fog=_gravest([w.fog for w in seen], FOG),
        temperature_c=min(temperatures, default=None),
    )


def _gravest(told: Sequence[str | None], grades: Sequence[str]) -> str | None:
    return max((t for t in told if t is not None), key=grades.index, default=None)
