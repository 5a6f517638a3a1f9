"""Plays a world in real time over MQTT: every gateway has its own connection, orders come back to the
actuators."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial

from davy.edge.uplink import Uplink, Where
from davy.simulator.scenario import Scenario
from davy.simulator.world import World

__all__ = ["Playing"]

_log = logging.getLogger(__name__)

_GOODBYE = 3.0  # seconds in which the broker may acknowledge what is in flight
_SLICE = 0.05  # seconds after which it looks whether it is to stop
_ASLEEP_MS = 10_000  # later than that we were asleep: what would have been told then is not made up now


class Playing:
    """`told` counts messages handed on; `acked` those that the broker has."""

    def __init__(self, world: World, where: Where) -> None:
        self.world = world
        self.told = self.acked = 0
        self._orders: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
        self._wanted: queue.SimpleQueue[Callable[[int], None]] = queue.SimpleQueue()
        self._began = time.monotonic()
        self.links = {
            gateway.user: Uplink(where, gateway, partial(self._heard, gateway.down), self._acknowledged)
            for gateway in world.plant.gateways
        }

    def run(self, stop: threading.Event, until_ms: int | None = None) -> None:
        """Play until told to stop, or until so many milliseconds after the beginning."""
        self._began = time.monotonic()
        for link in self.links.values():
            link.start()
        try:
            while not stop.is_set() and (until_ms is None or self.now_ms() < until_ms):
                self._turn(stop)
        finally:
            for link in self.links.values():
                link.stop(_GOODBYE)

    def now_ms(self) -> int:
        """Milliseconds since the beginning."""
        return int((time.monotonic() - self._began) * 1000)

    def begin(
        self, scenario: Scenario, serials: Sequence[str] | None, answer: Callable[[Sequence[str] | str], None]
    ) -> None:
        """From another thread: let this happen now. The answer is whom it strikes, or why it cannot be."""

        def want(now: int) -> None:
            try:
                answer(self.world.begin(scenario, now, serials))
            except ValueError as error:
                answer(str(error))

        self._wanted.put(want)

    def move(self, serial: str, lat: float, lon: float) -> None:
        """From another thread: somebody carries this instrument there."""
        self._wanted.put(lambda _now: self.world.move(serial, lat, lon))

    def faults(self) -> list[str]:
        """The gateways that are not connected, each with the reason."""
        return [f"{user}: {link.fault}" for user, link in self.links.items() if link.fault]

    def waiting(self) -> int:
        """Messages that the broker did not acknowledge yet."""
        return sum(link.waiting for link in self.links.values())

    def _turn(self, stop: threading.Event) -> None:
        while not self._orders.empty():
            serial, raw = self._orders.get()
            self.world.order(raw, serial, self.now_ms())
        while not self._wanted.empty():
            self._wanted.get()(self.now_ms())
        for link in self.links.values():
            link.pump()
        late = self.now_ms() - self.world.next_ms()
        if late > _ASLEEP_MS:
            self.world.skip(self.now_ms())
        elif late < 0:
            stop.wait(min(_SLICE, -late / 1000))
        else:
            self._step()

    def _step(self) -> None:
        step = self.world.next()
        if step is None:
            return
        link = self.links[step.user]
        if step.kind == "tell":
            link.tell(step.topic, step.payload)
            self.told += 1
        elif step.kind == "cut":
            link.cut()
        else:
            link.mend()

    def _heard(self, down: str, topic: str, raw: bytes) -> None:
        rest = topic.removeprefix(f"{down}/").split("/")
        if len(rest) == 2 and rest[1] == "order":
            self._orders.put((rest[0], raw))

    def _acknowledged(self, count: int) -> None:
        self.acked += count
