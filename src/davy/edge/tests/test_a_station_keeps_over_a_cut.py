"""A station between devices and Davy: the centre goes, the station is killed, and all that the station
acknowledged is at the centre once and in order. What it cannot keep is seen there as a gap."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from davy.db import rows, tenant
from davy.sensing.tests import register
from davy.sensing.tests.field import Client, Field, free_port, until

pytestmark = pytest.mark.kill

SERIALS = ("SN-1", "SN-2", "SN-3")
EACH = 40


class Station:
    """`davy edge` as a process of its own."""

    def __init__(self, home: Path, field: Field, megabytes: int = 64) -> None:
        self.home, self._field, self._megabytes = home, field, megabytes
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
        options = ["--data", str(self.home / "data"), "--centre", f"127.0.0.1:{self._field.port}"]
        options += ["--topic", self.login.up, "--password-file", str(self.home / "password")]
        options += ["--port", str(self.port), "--megabytes", str(self._megabytes)]
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


@pytest.fixture
def station(tmp_path: Path, field: Field) -> Iterator[Station]:
    made = Station(tmp_path / "edge", field)
    yield made
    if made.process is not None:
        made.kill()


def _tell(device: Client, field: Field, begin: int, end: int, pad: int = 0) -> None:
    """Each instrument in turn; back when the station has acknowledged all."""
    for seq in range(begin, end + 1):
        for serial in SERIALS:
            body = {"seq": seq, "boot": "a", "lel": 1.5, **({"note": "x" * pad} if pad else {})}
            last = device.send(field.topic(serial), json.dumps(body).encode(), wait=False)
    until(lambda: last in device.acked)
    until(lambda: len(device.acked) >= (end - begin + 1) * len(SERIALS))


def _stored(field: Field) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in field.readings():
        found.setdefault(str(row["instrument_id"]), []).append(row["seq"])
    return found


def test_everything_once_and_in_order_whatever_goes_down(field: Field, station: Station) -> None:
    field.start()
    station.start()
    device = station.device()
    _tell(device, field, 1, EACH)
    until(lambda: len(field.readings()) == EACH * 3)
    field.broker.stop(2.0)  # the centre is gone
    _tell(device, field, EACH + 1, 2 * EACH)
    device.close()
    station.kill()
    station.start()
    device = station.device()
    _tell(device, field, 2 * EACH + 1, 3 * EACH)
    field.broker._launch()
    time.sleep(1)
    station.kill()  # while it delivers
    station.start()
    until(lambda: len(field.readings()) >= 3 * EACH * 3, 90)
    for numbers in _stored(field).values():
        assert numbers == list(range(1, 3 * EACH + 1))
    assert field.aside() == []
    taken = [row["taken_at"] for row in field.readings()]
    assert {row["clock"] for row in field.readings()} == {"device_synced"}
    assert max(taken) > min(taken)
    until(lambda: _kept(station) == 0, 90)


def test_a_device_tells_for_itself_alone_and_hears_what_is_for_it(field: Field, station: Station) -> None:
    field.start()
    station.start()
    device = station.device("SN-1")
    device.mqtt.subscribe(f"{station.login.down}/#", qos=1)
    device.send(field.topic("SN-2"), {"seq": 1, "boot": "a", "lel": 99})
    device.send(field.topic("SN-1"), {"seq": 1, "boot": "a", "lel": 1.5})
    until(
        lambda: (
            ("davy/down/hh/gw1/stored", b'{"SN-1": {"seq": 1, "missing": [], "boot": "a"}}') in device.heard
        )
    )
    assert [row["channels"] for row in field.readings()] == ['{"lel": "1.5"}']
    assert Client("SN-3", "not it", station.port).refused() != 0


def _kept(station: Station) -> int:
    """Messages in the station's log."""
    import asyncio

    from davy.sensing import msglog
    from davy.sensing.access import found
    from davy.sensing.callout import connect

    async def asked() -> int:
        access = found(station.home / "data")
        assert access is not None
        client = await connect(access, access.watch, "test")
        try:
            return int((await msglog.state(client))["messages"])
        finally:
            await client.close()

    return asyncio.run(asked())


def test_what_it_could_not_keep_is_a_gap_at_the_centre(tmp_path: Path, field: Field) -> None:
    station = Station(tmp_path / "edge", field, megabytes=1)
    field.start()
    station.start()
    try:
        device = station.device()
        _tell(device, field, 1, 2)
        until(lambda: len(field.readings()) == 6)
        field.broker.stop(2.0)
        device.close()
        station.kill()
        station.start()
        device = station.device()
        _tell(device, field, 3, 70, pad=20_000)
        until(lambda: "THE STORE IS FULL" in station.said())
        station.kill()
        station.start()
        field.broker._launch()
        until(lambda: all(numbers[-1] == 70 for numbers in _stored(field).values()), 90)
        with tenant.company(field.company):
            gaps = rows.many("SELECT from_seq, to_seq, missing FROM readings_gap", ())
        assert len(gaps) == len(SERIALS)
        assert all(gap["from_seq"] == 3 and gap["missing"] > 0 for gap in gaps)
    finally:
        station.kill()
