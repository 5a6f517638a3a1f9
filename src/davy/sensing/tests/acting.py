"""Devices that act, as makers build them: one MQTT client that listens for orders and does, or does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from davy.sensing.tests.field import Client, Field

__all__ = ["Devices", "obedient"]

Act = Callable[["Devices", str, Mapping[str, Any]], None]
SHOWS: Mapping[str, Mapping[str, int]] = {
    "cut_energy": {"on": 0},
    "restore_energy": {"on": 1},
    "start_ventilation": {"running": 1, "flow": 420},
    "stop_ventilation": {"running": 0, "flow": 0},
    "sound_siren": {"sounding": 1},
    "silence_siren": {"sounding": 0},
}


def obedient(devices: Devices, serial: str, order: Mapping[str, Any]) -> None:
    """Says that it has the order, does it once, and shows it."""
    devices.echo(serial, order["id"], "received")
    if devices.done.setdefault(order["id"], serial) == serial:
        devices.shows(serial, **SHOWS[order["effect"]])


class Devices:
    """All devices behind one gateway. `heard` are the orders as they came, `done` those that were done."""

    def __init__(self, field: Field, gateway: Client, act: Act = obedient) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.done: dict[str, str] = {}
        self.act = act
        self._field, self._gateway, self._seq = field, gateway, 0
        gateway.mqtt.on_message = self._on

    def listen(self) -> Devices:
        """Listen at QoS 1 for orders to the devices of this gateway."""
        self._gateway.mqtt.subscribe("davy/down/hh/gw1/+/order", qos=1)
        return self

    def _on(self, _client: Any, _data: Any, message: Any) -> None:
        serial, order = message.topic.split("/")[4], json.loads(message.payload)
        self.heard.append((serial, order))
        self.act(self, serial, order)

    def echo(self, serial: str, order: str, did: str) -> None:
        """What the device says of an order."""
        told = {"order": order, "did": did}
        self._gateway.send(self._field.topic(serial), told, wait=False)

    def shows(self, serial: str, **values: int) -> None:
        """A reading of the device."""
        self._seq += 1
        told = {"seq": self._seq, "boot": "a", **values}
        self._gateway.send(self._field.topic(serial), told, wait=False)
