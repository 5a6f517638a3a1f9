"""What a happening says to a permit: the body of its `heed_episode` command."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from davy_core.instants import iso
from davy_core.watch.happening import Happening
from davy_core.watch.reading import Spot, moment

E7 = 10_000_000
PLACES = 6


def heeding(happening: Happening, spot: Spot | None = None, point: str | None = None) -> dict[str, Any]:
    """The body for one permit that the happening concerns: that of a `permit/…` subject; every live permit
    bound to the instrument, of a `person/…` subject those of that person. `spot`: where he is, `point`: where
    the instrument hangs. What is unknown opens an episode as a breach does."""
    told = happening.asks
    body: dict[str, Any] = {
        "episode": happening.episode,
        "step": "opened" if happening.kind == "unknown" else happening.kind,
        "rule": happening.rule,
        "instrument": happening.instrument,
        "since": iso(moment(happening.since)),
        "taken": iso(moment(happening.since if happening.late else happening.at)),
        "channel": happening.channel,
        "value": _shown(happening.value, happening.unit),
        "limit": _shown(happening.limit, happening.unit),
        "side": happening.side,
        "reason": happening.reason,
        "level": happening.level or None,
        "late": happening.late or None,
        "point": point,
        "pause": told.pause if told else None,
        "alarm": told.alarm if told else None,
        "place": _place(spot),
    }
    kind, _, who = happening.subject.partition("/")
    body["person"] = who if kind == "person" else None
    return {key: value for key, value in body.items() if value is not None}


def _shown(value: Decimal | None, unit: str | None) -> dict[str, str] | None:
    """A limit may have 40 digits; six places are more than any instrument shows."""
    if value is None or unit is None or unit == "place":
        return None
    short = round(value, PLACES)
    return {"value": f"{short.normalize():f}" if short else "0", "unit": unit}


def _place(spot: Spot | None) -> dict[str, float] | None:
    if spot is None:
        return None
    found = {"lat": spot.lat / E7, "lon": spot.lon / E7}
    return found if spot.accuracy is None else {**found, "accuracy_m": spot.accuracy / 1000}
