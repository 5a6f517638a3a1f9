"""`davy edge` as a process of its own, between devices on site and the centre of a field."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from davy.sensing.tests import register
from davy.sensing.tests.field import Client, Field, free_port, until

__all__ = ["SERIALS", "Station", "stored", "tell"]

SERIALS = ("SN-1", "SN-2", "SN-3")


class Station:
    """One gateway of the field's plant. `options` are more of its command line, `env` of its environment."""

    def __init__(self, home: Path, field: Field, megabytes: int = 64, centre: str = "127.0.0.1") -> None:
        self.home, self._field, self._megabytes = home, field, megabytes
        self._centre = centre
        self.options: list[str] = []
        self.env: dict[str, str] = {}
        home.mkdir()
        self.login = register.gateway(field.plant, "gw1")
        for serial in SERIALS:
            register.instrument(field.plant, serial, "gw1")
        (home / "password").write_text(self.login.password, encoding="utf-8")
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("DAVY_")}
        env = {**ours, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "DAVY_BROKER_SYNC": "100ms"}
        env |= self.env
        options = ["--data", str(self.home / "data"), "--centre", f"{self._centre}:{self._field.port}"]
        options += ["--topic", self.login.up, "--password-file", str(self.home / "password")]
        options += ["--port", str(self.port), "--megabytes", str(self._megabytes), *self.options]
        with (self.home / "edge.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "davy.cli", "edge", *options], env=env, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """kill -9; its broker goes with it."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def said(self) -> str:
        return (self.home / "edge.log").read_text(encoding="utf-8", errors="replace")

    def device(self, user: str | None = None) -> Client:
        """One that tells for many, or one of this serial number, let in by the station's own password."""
        secret = self.home / "data" / "edge-password"
        until(secret.exists)
        client = Client(user or self.login.user, secret.read_text(encoding="ascii").strip(), self.port)
        end = time.monotonic() + 60
        while not client.mqtt.is_connected() and time.monotonic() < end:
            with suppress(AssertionError):
                client.connect(5)
        assert client.mqtt.is_connected()
        self._field.clients.append(client)
        return client


def tell(device: Client, field: Field, begin: int, end: int, pad: int = 0) -> None:
    """Each instrument in turn; back when the station has acknowledged all."""
    for seq in range(begin, end + 1):
        for serial in SERIALS:
            body = {"seq": seq, "boot": "a", "lel": 1.5, **({"note": "x" * pad} if pad else {})}
            last = device.send(field.topic(serial), json.dumps(body).encode(), wait=False)
    until(lambda: last in device.acked)
    until(lambda: len(device.acked) >= (end - begin + 1) * len(SERIALS))


def stored(field: Field) -> dict[str, list[int]]:
    """The numbers that the centre has, by instrument."""
    found: dict[str, list[int]] = {}
    for row in field.readings():
        found.setdefault(str(row["instrument_id"]), []).append(row["seq"])
    return found
