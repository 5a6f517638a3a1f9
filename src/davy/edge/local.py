"""Which devices on site are let in by the station: by its own password, as themselves or as the gateway."""

from __future__ import annotations

import hashlib
import hmac
import re
import threading
import time
from collections.abc import Iterable

from davy.instruments.topics import Wire
from davy.sensing.admission import Asked, Rights
from davy.sensing.connections import Open

__all__ = ["Local", "wire_of"]

_SERIAL = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_TOPIC = re.compile(r"davy/up/([A-Za-z0-9_-]{1,33})/([A-Za-z0-9_-]{1,33})/([A-Za-z0-9_-]{1,32})", re.ASCII)
_JUST = 3.0  # seconds in which one who was let in may not be seen as connected yet


def wire_of(topic: str) -> Wire:
    """The gateway's names, of the topic that Davy told when it was entered. Raises ValueError."""
    found = _TOPIC.fullmatch(topic.strip().rstrip("/"))
    if found is None:
        raise ValueError(f"{topic!r} is no topic of a gateway; it looks like davy/up/hh/S1/gw1")
    return Wire(*found.groups())


class Local:
    """User name is the serial number of the device, or that of the gateway for one that tells for many."""

    def __init__(self, wire: Wire, password: str) -> None:
        self._wire, self._password = wire, password
        self._mark = hashlib.sha256(password.encode()).hexdigest()[:16]
        self._lock = threading.Lock()
        self._just: dict[str, float] = {}

    def decide(self, asked: Asked, *, connected: bool) -> Rights | str:
        """Its rights, or the code of the refusal."""
        if not hmac.compare_digest(asked.password.encode(), self._password.encode()):
            return "password_wrong"
        if "mqtt" not in asked.kind.lower():
            return "not_mqtt"
        if asked.client != asked.user:
            return "client_id_wrong"
        if asked.user != self._wire.user and _SERIAL.fullmatch(asked.user) is None:
            return "client_id_wrong"
        with self._lock:
            now = time.monotonic()
            if connected or now - self._just.get(asked.user, float("-inf")) < _JUST:
                return "connected_twice"
            self._just[asked.user] = now
        return self._rights(asked.user)

    def outdated(self, found: Iterable[Open]) -> list[Open]:
        """Nobody: the password changes only while the station does not run."""
        del found
        return []

    def _rights(self, user: str) -> Rights:
        if user == self._wire.user:
            return Rights(self._wire.publish, self._wire.subscribe, self._mark)
        up = f"davy.r.*.{self._wire.company}.{self._wire.site}.{self._wire.gateway}.{user}"
        return Rights((up,), self._wire.subscribe, self._mark)
