"""The whole plant as it is played: what is told next, by whom, and when a link is cut. It looks at no clock
and opens no connection, so that the same seed and the same beginning give the same bytes."""

from __future__ import annotations

import heapq
import json
import random
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from davy.instruments.kinds import kinds
from davy.simulator.device import Device
from davy.simulator.plant import Instrument, Plant
from davy.simulator.scenario import Act, Scenario, actuators
from davy_core.instants import instant

__all__ = ["NobodyError", "Step", "World"]

_KEPT = 500  # messages of a gateway that can be told once more
_GAS = frozenset({"multi_gas", "fixed_gas"})


class NobodyError(ValueError):
    """The plant has nobody of whom a scenario tells; the message names whom."""


@dataclass(frozen=True)
class Step:
    """Something that a gateway does: it tells a message, or its link is cut or mended."""

    at_ms: int
    user: str
    kind: Literal["tell", "cut", "mended"]
    topic: str = ""
    payload: bytes = b""


@dataclass
class _Block:
    """Messages of a gateway that are to come out of order."""

    begun: int
    ends: int
    of: int
    waiting: list[Step] = field(default_factory=list)


class World:
    """`begin_ms`: the beginning, in milliseconds since 1970. It also names the boot of every instrument.
    `least_ms`: so long passes at the least between two readings of one, whatever its kind asks."""

    def __init__(self, plant: Plant, seed: int, begin_ms: int, least_ms: int = 1) -> None:
        self.plant = plant
        self._seed, self._begin = seed, begin_ms
        self._devices = {one.serial: _device(one, seed, begin_ms, least_ms) for _, one in plant.instruments}
        self._of = {one.serial: gateway for gateway, one in plant.instruments}
        self._due = [(d.first_ms, n, serial) for n, (serial, d) in enumerate(self._devices.items())]
        heapq.heapify(self._due)
        self._number = len(self._due)
        self._links: list[tuple[int, int, str, Literal["cut", "mended"]]] = []
        self._kept = {g.user: deque[Step](maxlen=_KEPT) for g in plant.gateways}
        self._blocks: dict[str, _Block] = {}
        self._replays: list[tuple[int, int, str, int]] = []
        self._out: deque[Step] = deque()
        self._orders: set[str] = set()
        self._newest: dict[str, int] = {}
        self._moves: dict[int, tuple[str, dict[str, float]]] = {}

    def begin(self, scenario: Scenario, at_ms: int, serials: Sequence[str] | None = None) -> list[str]:
        """Let a scenario happen from then on, to these instruments or to those that the seed draws; their
        serial numbers. One in which nothing happens ends what still happens to them. Raises NobodyError."""
        if not scenario.acts:
            return self._calmed(at_ms, serials)
        struck: list[str] = []
        for act in scenario.acts:
            chosen = self._chosen(scenario, act, serials)
            struck += [serial for serial in chosen if serial not in struck]
            begun = at_ms + int(act.at_s * 1000)
            if act.do in {"outage", "replay", "reorder"}:
                for user in dict.fromkeys(self._of[serial].user for serial in chosen):
                    self._to_gateway(act, user, begun)
                continue
            for serial in chosen:
                self._devices[serial].acts.append((begun, act))
        return struck

    def _calmed(self, at_ms: int, serials: Sequence[str] | None) -> list[str]:
        """Nothing goes on with these, or with anybody; of whom something did. Links that are cut stay so."""
        ended = []
        for serial, device in self._devices.items():
            going = [begun for begun, act in device.acts if begun + act.lasts_s * 1000 > at_ms]
            if going and (serials is None or serial in serials):
                device.acts.clear()
                ended.append(serial)
        return ended

    def move(self, serial: str, lat: float, lon: float) -> None:
        """Somebody carries this instrument there."""
        device = self._devices[serial]
        device.about = replace(device.about, lat=lat, lon=lon)

    def order(self, raw: bytes, serial: str, now_ms: int) -> None:
        """An actuator was told something. What it does not understand, what is too late, what it was told
        before, and what is older than what it did last, it does not do: no way back overtakes a later cut."""
        device = self._devices.get(serial)
        try:
            told = json.loads(raw)
            number, effect = str(told["id"]), str(told["effect"])
            at, until = (int(instant(told[name]).timestamp() * 1000) for name in ("at", "until"))
        except (ValueError, KeyError, TypeError):
            return
        moved = device.order(effect) if device is not None else None
        late = self._begin + now_ms > until or at < self._newest.get(serial, at)
        if device is None or moved is None or late or number in self._orders or device.stuck(now_ms):
            return
        self._orders.add(number)
        self._newest[serial] = at
        after_s, _ = actuators()[device.about.kind]
        self._number += 1
        self._moves[self._number] = (serial, {name: float(value) for name, value in moved.items()})
        heapq.heappush(self._due, (now_ms + int(after_s * 1000), self._number, serial))

    def next_ms(self) -> int:
        """When something is to be done next."""
        if self._out:
            return self._out[0].at_ms
        others = [entry[0] for heap in (self._due, self._links, self._replays) for entry in heap[:1]]
        return min(others)

    def next(self) -> Step | None:
        """Do what is next; None when nobody tells anything by it."""
        if not self._out:
            self._do()
        return self._out.popleft() if self._out else None

    def skip(self, to_ms: int) -> None:
        """Nobody was there until then: nothing is told of the time between."""
        late = [entry for entry in self._due if entry[0] < to_ms]
        self._due = [entry for entry in self._due if entry[0] >= to_ms]
        self._due += [(to_ms + n % 1000, number, serial) for n, (_, number, serial) in enumerate(late)]
        heapq.heapify(self._due)

    def _do(self) -> None:
        at = self.next_ms()
        if self._links and self._links[0][0] == at:
            _, _, user, kind = heapq.heappop(self._links)
            self._out.append(Step(at, user, kind))
        elif self._replays and self._replays[0][0] == at:
            _, _, user, last = heapq.heappop(self._replays)
            self._out.extend(replace(step, at_ms=at) for step in list(self._kept[user])[-last:])
        else:
            self._tell(*heapq.heappop(self._due))

    def _tell(self, at: int, number: int, serial: str) -> None:
        device, gateway = self._devices[serial], self._of[serial]
        moved = self._moves.pop(number, None)
        if moved is not None:
            device.set_to |= moved[1]
        else:
            heapq.heappush(self._due, (at + device.pace_ms(at), number, serial))
        payload = device.told(at, gateway.adapter, self._begin)
        if payload is None:
            return
        step = Step(at, gateway.user, "tell", f"{gateway.up}/{serial}", payload)
        self._kept[gateway.user].append(step)
        self._out.extend(self._ordered(gateway.user, step))

    def _ordered(self, user: str, step: Step) -> Iterable[Step]:
        """What goes out now: the message, or while things come out of order a whole block, shuffled."""
        block = self._blocks.get(user)
        if block is None or step.at_ms < block.begun:
            return (step,)
        block.waiting.append(step)
        if len(block.waiting) < block.of and step.at_ms < block.ends:
            return ()
        if step.at_ms >= block.ends:
            del self._blocks[user]
        shuffled, block.waiting = block.waiting, []
        random.Random(f"{self._seed}/{user}/{step.at_ms}").shuffle(shuffled)
        return [replace(one, at_ms=step.at_ms) for one in shuffled]

    def _to_gateway(self, act: Act, user: str, begun: int) -> None:
        self._number += 1
        end = begun + int(act.lasts_s * 1000)
        if act.do == "outage":
            heapq.heappush(self._links, (begun, self._number, user, "cut"))
            heapq.heappush(self._links, (end, self._number, user, "mended"))
        elif act.do == "replay":
            heapq.heappush(self._replays, (begun, self._number, user, act.last))
        else:
            self._blocks[user] = _Block(begun, end, act.of)

    def _chosen(self, scenario: Scenario, act: Act, serials: Sequence[str] | None) -> list[str]:
        fits = [s for s, d in self._devices.items() if _fits(act.whom, d.about)]
        if serials is not None:
            fits = [serial for serial in fits if serial in serials] or fits
        else:
            random.Random(f"{self._seed}/{scenario.id}/{act.whom}").shuffle(fits)
        if not fits:
            raise NobodyError(f"{scenario.id}: this plant has no {act.whom}")
        return fits[: act.most]


def _fits(whom: str, one: Instrument) -> bool:
    return whom in {"all", one.kind} or (whom == "gas" and one.kind in _GAS)


def _device(one: Instrument, seed: int, begin_ms: int, least_ms: int) -> Device:
    """Raises NobodyError for a kind that this release does not have."""
    kind = kinds().get(one.kind)
    if kind is None:
        raise NobodyError(f"{one.serial}: there is no kind {one.kind}")
    period = max(int(kind.period.total_seconds() * 1000), least_ms)
    return Device(one, tuple(kind.channels), period, str(seed), begin_ms // 1000 % 2**31)
