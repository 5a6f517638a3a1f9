"""A plant with gateways and instruments, its broker, and watch processes that can be killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import paho.mqtt.client as mqtt
from django.db import connection
from paho.mqtt.enums import CallbackAPIVersion

from davy.building.plant import Plant, small_plant
from davy.db import rows, tenant
from davy.sensing.tests import register
from davy.serve.broker import Broker, Options

__all__ = ["Client", "Field", "free_port", "until"]

T0 = "2026-11-22T08:00:00.000Z"


def until(true: Callable[[], Any], patience: float = 60.0) -> Any:
    """Wait for it; what it gave. Raises AssertionError when it does not come."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.03)
    raise AssertionError(f"not within {patience} s")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Client:
    """An MQTT client as makers use one. `acked` are the message ids the broker acknowledged."""

    user: str
    password: str
    port: int
    client_id: str = ""
    acked: list[int] = field(default_factory=list)
    heard: list[tuple[str, bytes]] = field(default_factory=list)
    reason: int | None = None

    def __post_init__(self) -> None:
        self.mqtt = mqtt.Client(
            CallbackAPIVersion.VERSION2, client_id=self.client_id or self.user, clean_session=False
        )
        self.mqtt.username_pw_set(self.user, self.password)
        self.mqtt.reconnect_delay_set(1, 1)
        self.mqtt.max_inflight_messages_set(20)
        self.mqtt.on_publish = lambda _c, _u, mid, *_: self.acked.append(mid)
        self.mqtt.on_message = lambda _c, _u, m: self.heard.append((m.topic, bytes(m.payload)))
        self.mqtt.on_connect = self._connected

    def _connected(self, *told: Any) -> None:
        self.reason = int(getattr(told[3], "value", told[3]))

    def connect(self, patience: float = 10.0) -> Client:
        """Connect; raises AssertionError when it is not let in."""
        with suppress(OSError):
            self.mqtt.connect("127.0.0.1", self.port, keepalive=10)
        self.mqtt.loop_start()
        until(lambda: self.reason == 0, patience)
        return self

    def refused(self, patience: float = 10.0) -> int:
        """Knock once; the reason it was told."""
        self.mqtt.connect("127.0.0.1", self.port, keepalive=10)
        end = time.monotonic() + patience
        while self.reason is None and time.monotonic() < end:
            self.mqtt.loop(0.1)
        assert self.reason is not None
        return self.reason

    def send(self, topic: str, payload: Mapping[str, Any] | bytes, *, wait: bool = True) -> int:
        """Publish at QoS 1; its id, which is in `acked` when the broker has it."""
        raw = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        told = self.mqtt.publish(topic, raw, qos=1)
        if wait:
            until(lambda: told.mid in self.acked)
        return told.mid

    def close(self) -> None:
        """Say good-bye."""
        self.mqtt.disconnect()
        self.mqtt.loop_stop()


class Field:
    """See the module. `plant` is that of 李工, built here unless there is one."""

    def __init__(
        self,
        home: Path,
        database: str,
        code: str = "hh",
        *,
        simulated: bool = False,
        plant: Plant | None = None,
    ) -> None:
        self.home = home
        self.port = free_port()
        self.plant: Plant = plant or small_plant(code, f"{code}.davy.test", simulated=simulated)
        self.broker = Broker(home, Options("127.0.0.1", self.port, sync="100ms"))
        self.watches: list[subprocess.Popen[bytes]] = []
        self.clients: list[Client] = []
        self._database = database

    @property
    def company(self) -> UUID:
        """The company."""
        return self.plant.company

    def gateway(self, key: str = "gw1", plant: Plant | None = None, adapter: str = "plain") -> Client:
        """A gateway of the register, with a client that may log in as it."""
        login = register.gateway(plant or self.plant, key, adapter)
        client = Client(login.user, login.password, self.port)
        self.clients.append(client)
        return client

    def instrument(self, serial: str, gateway: str = "gw1", kind: str = "multi_gas") -> UUID:
        """An enrolled instrument behind that gateway."""
        return register.instrument(self.plant, serial, gateway, kind)

    def topic(self, serial: str, gateway: str = "gw1") -> str:
        """Where the instrument's messages go."""
        return f"davy/up/hh/S1/{gateway}/{serial}"

    def start(self) -> Field:
        """Broker and one watch."""
        self.broker.start()
        self.watch()
        return self

    def watch(self) -> subprocess.Popen[bytes]:
        """One more watch process."""
        from tests.postgres import TestServer

        env = {
            **os.environ,
            "DAVY_DATA": str(self.home),
            "DAVY_DATABASE_URL": TestServer.ready().url("davy_app", self._database),
            "DJANGO_SETTINGS_MODULE": "davy.settings",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        }
        with (self.home / "watch.log").open("ab") as log:
            made = subprocess.Popen(
                [sys.executable, "-m", "davy.serve.part", "davy.sensing.loop:run"],
                env=env,
                stdout=log,
                stderr=log,
            )
        self.watches.append(made)
        return made

    def kill_watch(self, which: int = -1) -> None:
        """kill -9."""
        self.watches[which].send_signal(signal.SIGKILL)
        self.watches[which].wait()

    def kill_broker(self) -> None:
        """kill -9, and what the supervisor does about it."""
        pid = self.broker.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        until(lambda: self.broker.tend() is not None)
        until(lambda: self.broker.tend() is None and self.broker.pid is not None)

    def stop(self) -> None:
        """Everything that was started."""
        for client in self.clients:
            client.close()
        for watch in self.watches:
            with suppress(ProcessLookupError):
                watch.send_signal(signal.SIGCONT)
                watch.kill()
            watch.wait()
        self.broker.stop(2.0)
        connection.close()

    def readings(self) -> list[dict[str, Any]]:
        """All readings, in the order of the log."""
        with tenant.company(self.company):
            return rows.many(
                "SELECT instrument_id, boot, seq, taken_at, received_at, clock, channels::text AS channels,"
                " doubts::text AS doubts, log_seq FROM readings_reading WHERE company_id = %s"
                " ORDER BY log_seq",
                (self.company,),
            )

    def aside(self) -> list[str]:
        """The codes of what was set aside, in the order of the log."""
        with tenant.company(self.company):
            found = rows.many(
                "SELECT code FROM readings_set_aside WHERE company_id = %s ORDER BY log_seq, code",
                (self.company,),
            )
        return [row["code"] for row in found]


@contextmanager
def running(
    home: Path, database: str, *, simulated: bool = False, plant: Plant | None = None
) -> Iterator[Field]:
    """A field with broker and watch, taken down at the end."""
    found = Field(home, database, simulated=simulated, plant=plant)
    try:
        yield found
    finally:
        found.stop()
