"""The weather as the rules read it; what nobody observed is absent, so that its rule does not know."""

from __future__ import annotations

from typing import Any

from davy_core.instants import iso
from davy_core.permits.facts import Facts


def weather_view(facts: Facts) -> dict[str, Any]:
    """`known` tells only that an observation is fresh; each value may still be missing."""
    seen = facts.weather
    if seen is None:
        return {"known": False}
    told = {
        "wind_force": seen.wind_force,
        "gust": seen.gust,
        "rain": seen.rain,
        "snow": seen.snow,
        "fog": seen.fog,
        "temperature_c": None if seen.temperature_c is None else float(seen.temperature_c),
    }
    present = {name: value for name, value in told.items() if value is not None}
    return {"known": True, "observed_at": iso(seen.observed_at), "source": seen.source, **present}
