"""One simulated instrument: what it shows at each of its readings, drawn from the seed alone."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from davy.sensing.adapters import frame
from davy.simulator.plant import Instrument
from davy.simulator.scenario import Act, Signal, actuators, signals
from davy_core.instants import iso

__all__ = ["Device", "shape"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SLOW = (311.0, 127.0)  # seconds of the two waves that make a value wander
_METRE = 1 / 111_195  # of latitude in degrees
_STEP_M = 1.2  # how far somebody who wears an instrument moves about


def shape(act: Act, since_s: float) -> float:
    """How much of an act is there so long after it began: rises, stays, falls; 0 when it is over."""
    if since_s < 0 or since_s >= act.lasts_s:
        return 0.0
    if since_s < act.over_s:
        return since_s / act.over_s
    left = act.lasts_s - since_s
    return min(1.0, left / act.back_s) if act.back_s else 1.0


@dataclass
class Device:
    """`channels` are those of its kind, `period_ms` the time between two readings. `set_to` holds what an
    order moved an actuator to; `acts` what happens to it, each with the millisecond of its beginning."""

    about: Instrument
    channels: tuple[str, ...]
    period_ms: int
    seed: str
    boot: int
    seq: int = 0
    set_to: dict[str, float] = field(default_factory=dict)
    acts: list[tuple[int, Act]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._dice = random.Random(f"{self.seed}/{self.about.serial}")
        self._phase = [self._dice.uniform(0, math.tau) for _ in _SLOW]
        self.first_ms = self._dice.randrange(self.period_ms)

    def told(self, at_ms: int, adapter: str, begin_ms: int) -> bytes | None:
        """Its next message, None while it tells nothing. `begin_ms` is when the play began, since 1970."""
        values = self._values(at_ms)
        if any(True for _ in self._now("silent", at_ms)):
            return None
        self.seq += 1
        own = begin_ms + at_ms + self._drift_ms(at_ms)
        if adapter == "frame":
            known = {name: text for name, text in values.items() if name in frame.CODES.values()}
            if known:
                moment = _EPOCH + timedelta(milliseconds=own)
                decimals = {name: Decimal(text) for name, text in known.items()}
                return frame.write(self.boot, self.seq, moment, decimals)
        head = f'{{"seq":{self.seq},"boot":"b{self.boot}","at":{json.dumps(_iso(own))}'
        return (head + "".join(f',"{name}":{text}' for name, text in values.items()) + "}").encode()

    def order(self, effect: str) -> Mapping[str, float] | None:
        """Where an order moves its channels; None when it is no actuator or cannot do that."""
        known = actuators().get(self.about.kind)
        return None if known is None else known[1].get(effect)

    def stuck(self, at_ms: int) -> bool:
        """Whether it does nothing that it is told."""
        return any(True for _ in self._now("stuck", at_ms))

    def pace_ms(self, at_ms: int) -> int:
        """Milliseconds to its next reading."""
        times = math.prod(act.times for act, _ in self._now("flood", at_ms))
        return max(1, int(self.period_ms / times))

    def _now(self, do: str, at_ms: int) -> Iterator[tuple[Act, float]]:
        for begun, act in self.acts:
            since = (at_ms - begun) / 1000
            if act.do == do and 0 <= since < act.lasts_s:
                yield act, since

    def _values(self, at_ms: int) -> dict[str, str]:
        found = {}
        for name in self.channels:
            if name in {"lat", "lon"}:
                place = self._place(name, at_ms)
                if place is not None:
                    found[name] = place
            elif name in signals():
                found[name] = self._value(name, signals()[name], at_ms)
        return found

    def _value(self, name: str, signal: Signal, at_ms: int) -> str:
        seconds = at_ms / 1000
        value = self._calm(name, signal, seconds)
        for act, since in self._now("curve", at_ms):
            if act.channel == name:
                value += (act.to - value) * shape(act, since)
        for act, since in self._now("count", at_ms):
            value = since if act.channel == name else value
        for act, _ in self._now("spikes", at_ms):
            if act.channel == name and self._dice.randrange(act.every) == 0:
                value = act.to
        least = signal.least if signal.least is not None else -math.inf
        most = signal.most if signal.most is not None else math.inf
        return f"{min(max(value, least), most):.{signal.places}f}"

    def _calm(self, name: str, signal: Signal, seconds: float) -> float:
        if name in self.set_to:
            return self.set_to[name]
        if signal.resets_s:
            return seconds % (signal.resets_s * (1 + self._phase[0] / math.tau))
        value = signal.base - signal.falls_per_h * seconds / 3600
        for period, phase in zip(_SLOW, self._phase, strict=True):
            value += signal.wander / len(_SLOW) * math.sin(math.tau * seconds / period + phase)
        return value + (self._dice.uniform(-signal.noise, signal.noise) if signal.noise else 0.0)

    def _place(self, name: str, at_ms: int) -> str | None:
        middle = self.about.lat if name == "lat" else self.about.lon
        if middle is None:
            return None
        phase = self._phase[0 if name == "lat" else 1]
        metres = _STEP_M * math.sin(math.tau * at_ms / 47_000 + phase)
        return f"{middle + metres * _METRE:.7f}"

    def _drift_ms(self, at_ms: int) -> int:
        return sum(
            int(act.step_s * 1000 + since * act.ppm / 1000) for act, since in self._now("drift", at_ms)
        )


def _iso(millis: int) -> str:
    return iso(_EPOCH + timedelta(milliseconds=millis))
