"""A gateway's MQTT connection to Davy: QoS 1, in order, few in flight; what is told while the link is cut
waits and goes out first when it is back.

The client library sends what was in flight again when it is let in. What is told at that moment must not
overtake it, so the rest waits here until that is acknowledged.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion

__all__ = ["Login", "Uplink", "Where"]

_log = logging.getLogger(__name__)

IN_FLIGHT = 20
"""Unacknowledged messages of one gateway; of one with more a slow broker closes the line."""
KEEPALIVE = 15  # seconds; the broker gives a lost connection up after one and a half times so long
_NOWHERE, _DISCARD = "127.0.0.1", 9  # nobody answers there
_LONGEST_PAUSE = 10  # seconds between two knocks
Heard = Callable[[str, bytes], None]


@dataclass(frozen=True)
class Where:
    """The broker; `authority` is the file with the certificate it is known by, None: without TLS."""

    host: str
    port: int
    authority: str | None = None


class Login(Protocol):
    """Who it is, and the topic that it listens below."""

    @property
    def user(self) -> str:
        """User name and client id."""

    @property
    def password(self) -> str:
        """What it was given when it was entered."""

    @property
    def down(self) -> str:
        """The topic."""


class Uplink:
    """One gateway. Everything but the callbacks is for one thread, which has to `pump` now and then. `heard`
    gets what comes below `down`, `acked` how many messages the broker took, both in the thread of the
    connection. `fault` tells why it is not let in."""

    def __init__(self, where: Where, login: Login, heard: Heard, acked: Callable[[int], None]) -> None:
        self.user, self._down, self._heard, self._acked = login.user, login.down, heard, acked
        self.fault: str | None = "not connected yet"
        self._queue: deque[tuple[str, bytes]] = deque()
        self._flight: set[int] = set()
        self._early: set[int] = set()
        self._settled = False  # what was in flight before this connection is acknowledged
        self._lock = threading.Lock()
        self._where = where
        client = mqtt.Client(CallbackAPIVersion.VERSION2, client_id=login.user, clean_session=False)
        client.username_pw_set(login.user, login.password)
        client.reconnect_delay_set(1, _LONGEST_PAUSE)
        client.max_inflight_messages_set(0)  # held to its bound here
        if where.authority is not None:
            client.tls_set(where.authority)
        client.on_connect, client.on_disconnect = self._connected, self._disconnected
        client.on_publish, client.on_message = self._published, self._message
        self._client = client

    @property
    def waiting(self) -> int:
        """Messages that the broker did not acknowledge yet."""
        return len(self._queue) + len(self._flight)

    @property
    def room(self) -> int:
        """How many more messages can go out at once."""
        return IN_FLIGHT - self.waiting if self._settled and not self.fault else 0

    def start(self) -> None:
        """Connect, and again whenever the line is lost."""
        self._client.connect_async(self._where.host, self._where.port, KEEPALIVE)
        self._client.loop_start()

    def tell(self, topic: str, payload: bytes) -> None:
        """Send it when its turn comes."""
        self._queue.append((topic, payload))
        self.pump()

    def pump(self) -> None:
        """Send what waits, as far as it may go out."""
        while self._queue and self._settled and not self.fault and len(self._flight) < IN_FLIGHT:
            number = self._client.publish(*self._queue.popleft(), qos=1).mid
            with self._lock:
                if number in self._early:
                    self._early.discard(number)
                else:
                    self._flight.add(number)

    def cut(self) -> None:
        """The line is cut, without a good-bye; what is told now waits."""
        self.fault, self._settled = "cut", False
        self._client.connect_async(_NOWHERE, _DISCARD, KEEPALIVE)
        line = self._client.socket()
        if isinstance(line, socket.socket):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """The line is back; it is found at the next knock."""
        self._client.connect_async(self._where.host, self._where.port, KEEPALIVE)

    def stop(self, patience: float = 0.0) -> None:
        """Say good-bye when everything is acknowledged, or the patience (seconds) is over."""
        end = time.monotonic() + patience
        while self.waiting and not self.fault and time.monotonic() < end:
            self.pump()
            time.sleep(0.02)
        self._client.disconnect()
        self._client.loop_stop()

    def _connected(self, *told: object) -> None:
        code = told[3]
        if getattr(code, "is_failure", True):
            if self.fault != str(code):
                _log.warning("%s is not let in: %s", self.user, code)
            self.fault = str(code)
            return
        self._client.subscribe(f"{self._down}/#", qos=1)
        with self._lock:
            self._settled = not self._flight
            self.fault = None

    def _disconnected(self, *_: object) -> None:
        with self._lock:
            self._settled = False
            self.fault = self.fault or "the line is lost"

    def _published(self, _client: object, _data: object, number: int, *_: object) -> None:
        with self._lock:
            if number in self._flight:
                self._flight.discard(number)
            else:
                self._early.add(number)  # acknowledged before `publish` came back
            self._settled = self._settled or not self._flight
        self._acked(1)

    def _message(self, _client: object, _data: object, message: mqtt.MQTTMessage) -> None:
        self._heard(message.topic, bytes(message.payload))
