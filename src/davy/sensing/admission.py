"""Who is let in over MQTT: a gateway with its password, under its own client id, once at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from davy.db import tenant
from davy.instruments import gateways
from davy.instruments.topics import user_parts
from davy.sensing import refusals, telling
from davy.sensing.connections import Open

__all__ = ["Admission", "Asked", "Rights", "read"]

_JUST = 3.0  # seconds in which one who was let in may not be seen as connected yet


@dataclass(frozen=True)
class Asked:
    """One that knocks. `key` is the broker's name for the connection, `cid` and `server` its number and
    where."""

    user: str
    password: str
    client: str
    kind: str
    host: str
    key: str
    server: str
    cid: int


def read(told: Mapping[str, Any]) -> Asked:
    """The claims of an authorization request. Raises KeyError when they are none."""
    nats = told["nats"]
    options, client = nats["connect_opts"], nats["client_info"]
    return Asked(
        user=str(options.get("user") or ""),
        password=str(options.get("pass") or ""),
        client=str(client.get("mqtt_id") or ""),
        kind=str(client.get("type") or ""),
        host=str(client.get("host") or ""),
        key=str(nats["user_nkey"]),
        server=str(nats["server_id"]["id"]),
        cid=int(client.get("id") or 0),
    )


@dataclass(frozen=True)
class Rights:
    """What one that is let in may publish and listen to (subjects of the broker), and by which password it
    came in."""

    publish: tuple[str, ...]
    subscribe: tuple[str, ...]
    mark: str


class Admission:
    """Decides; remembers for a moment whom it let in, since two may knock at one instant."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._just: dict[str, float] = {}

    def decide(self, asked: Asked, *, connected: bool) -> Rights | str:
        """The rights of a gateway that is let in, or the code of the refusal. `connected`: another
        connection with this client id is open now."""
        gateway = gateways.known(asked.user)
        if not gateways.fits(gateway, asked.password) or gateway is None:
            refusals.note(gateway, "password_wrong", asked.host)
            return "password_wrong"
        code = self._against(asked, connected)
        if code is not None:
            refusals.note(gateway, code, asked.host)
            if code == "connected_twice":
                telling.ring(gateway.company, "gateway_twice", str(gateway.id))
            return code
        with tenant.company(gateway.company):
            gateways.seen(gateway.company, gateway.id)
        return Rights(gateway.wire.publish, gateway.wire.subscribe, gateway.mark)

    def outdated(self, found: Iterable[Open]) -> list[Open]:
        """Those that would not be let in any more as they came in. Opens its own tenant blocks."""
        by_company: dict[str, list[tuple[str, Open]]] = {}
        for one in found:
            parts = user_parts(one.client)
            if parts is not None:
                by_company.setdefault(parts[0], []).append((parts[1], one))
        over = []
        for company, connected in by_company.items():
            marks = gateways.marks(company)
            over += [one for key, one in connected if one.mark and marks.get(key) != one.mark]
        return over

    def _against(self, asked: Asked, connected: bool) -> str | None:
        if "mqtt" not in asked.kind.lower():
            return "not_mqtt"
        if asked.client != asked.user:
            return "client_id_wrong"
        with self._lock:
            now = time.monotonic()
            self._just = {user: at for user, at in self._just.items() if now - at < _JUST}
            if connected or asked.user in self._just:
                return "connected_twice"
            self._just[asked.user] = now
        return None
