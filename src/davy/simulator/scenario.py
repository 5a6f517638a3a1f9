"""What can happen in the simulated plant, read from its data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

import yaml

__all__ = ["Act", "Scenario", "Signal", "actuators", "load", "scenarios", "signals"]

DOINGS: Mapping[str, frozenset[str]] = {
    "curve": frozenset({"channel", "to"}),
    "count": frozenset({"channel"}),
    "silent": frozenset(),
    "flood": frozenset({"times"}),
    "drift": frozenset(),
    "spikes": frozenset({"channel", "to", "every"}),
    "stuck": frozenset(),
    "outage": frozenset(),
    "replay": frozenset({"last"}),
    "reorder": frozenset({"of"}),
}
"""What an act does → what it needs told beside whom and when."""


@dataclass(frozen=True)
class Act:
    """One thing that happens; times in seconds from the beginning of the scenario."""

    do: str
    at_s: float
    whom: str
    most: int = 1
    channel: str = ""
    to: float = 0.0
    over_s: float = 0.0
    hold_s: float = 0.0
    back_s: float = 0.0
    times: float = 1.0
    step_s: float = 0.0
    ppm: float = 0.0
    every: int = 0
    last: int = 0
    of: int = 0

    @property
    def lasts_s(self) -> float:
        """From its beginning to the moment at which nothing of it is left."""
        return self.over_s + self.hold_s + self.back_s


@dataclass(frozen=True)
class Scenario:
    """A story with its name in two languages; `lasts_s` seconds, then the plant is calm again."""

    id: str
    lasts_s: float
    zh: str
    en: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Signal:
    """What a channel shows while nothing is wrong; see signals.yaml."""

    base: float = 0.0
    wander: float = 0.0
    noise: float = 0.0
    places: int = 0
    least: float | None = None
    most: float | None = None
    falls_per_h: float = 0.0
    resets_s: float = 0.0


def load(told: Any) -> dict[str, Scenario]:
    """Scenarios by id. Raises ValueError naming the one that is wrong, and what in it."""
    found = {}
    for row in told["scenarios"]:
        try:
            acts = tuple(_act(act) for act in row["acts"])
            made = Scenario(str(row["id"]), float(row["lasts_s"]), str(row["zh"]), str(row["en"]), acts)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"scenario {row.get('id', row)!r}: {error}") from error
        if made.id in found:
            raise ValueError(f"scenario {made.id!r} is there twice")
        found[made.id] = made
    return found


def _act(told: Mapping[str, Any]) -> Act:
    unknown = set(told) - {field.name for field in fields(Act)}
    if unknown:
        raise ValueError(f"{sorted(unknown)} is not known")
    act = Act(**told)
    if act.do not in DOINGS:
        raise ValueError(f"nobody can do {act.do!r}")
    missing = DOINGS[act.do] - set(told)
    if missing:
        raise ValueError(f"{act.do} needs {sorted(missing)}")
    return act


@cache
def scenarios() -> Mapping[str, Scenario]:
    """Those of this release, by id."""
    return load(_yaml("scenarios.yaml"))


@cache
def signals() -> Mapping[str, Signal]:
    """What each channel shows while nothing is wrong."""
    return {name: Signal(**told) for name, told in _yaml("signals.yaml")["channels"].items()}


@cache
def actuators() -> Mapping[str, tuple[float, Mapping[str, Mapping[str, float]]]]:
    """By kind how many seconds it takes, and which channels an effect moves where."""
    found = _yaml("signals.yaml")["actuators"]
    return {kind: (float(row["after_s"]), row["to"]) for kind, row in found.items()}


def _yaml(name: str) -> Any:
    text = resources.files("davy.simulator").joinpath(name).read_text(encoding="utf-8")
    return yaml.safe_load(text)
