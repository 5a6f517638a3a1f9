"""The disk of a station is full: what it cannot keep it does not acknowledge, so that the device keeps it; it
is said there, and with room again everything goes on without hands, once and in order."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from davy.edge.tests.station import Station, stored
from davy.edge.uplink import Uplink, Where
from davy.sensing.tests.field import Field, until
from davy.sensing.tests.small_disk import Disk, small_disk

pytestmark = pytest.mark.kill

MEGABYTES = 24
EACH = 200  # more than fits into the last page of a file that is open


class _Login:
    """A device by its serial number, let in by the station's own password."""

    user = "SN-1"

    def __init__(self, station: Station) -> None:
        secret = station.home / "data" / "edge-password"
        until(secret.exists)
        self.password, self.down = secret.read_text(encoding="ascii").strip(), station.login.down


class Device:
    """One that keeps what is not acknowledged, as it has to."""

    def __init__(self, station: Station) -> None:
        self.acked = self.told = 0
        self._topic = f"{station.login.up}/SN-1"
        where = Where("127.0.0.1", station.port)
        self.link = Uplink(where, _Login(station), lambda *_: None, self._count)
        self.link.start()
        until(lambda: self.link.fault is None, 90)

    def _count(self, number: int) -> None:
        self.acked += number

    def tell(self, number: int) -> None:
        for _ in range(number):
            self.told += 1
            self.link.tell(self._topic, json.dumps({"seq": self.told, "boot": "a", "lel": 1.5}).encode())

    def until(self, true: Callable[[], bool], patience: float = 90) -> None:
        """Wait for it, sending meanwhile what has its turn."""

        def seen() -> bool:
            self.link.pump()
            return true()

        until(seen, patience)


@pytest.fixture
def made(tmp_path: Path, field: Field) -> Iterator[tuple[Station, Disk]]:
    """A station whose broker stores on a small disk of its own."""
    station = Station(tmp_path / "edge", field)
    with small_disk(tmp_path / "edge" / "data" / "broker" / "store", MEGABYTES) as disk:
        program = tmp_path / "nats-server"
        real = str(Path(sys.executable).with_name("nats-server"))
        program.write_text(f'#!/bin/sh\n{disk.within([real])} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        station.env = {"NATS_SERVER_BIN": str(program)}
        yield station, disk
        if station.process is not None:
            station.kill()


def test_nothing_is_lost_and_room_is_enough(field: Field, made: tuple[Station, Disk]) -> None:
    station, disk = made
    field.start()
    station.start()
    device = Device(station)
    device.tell(EACH)
    device.until(lambda: len(field.readings()) == EACH)
    field.broker.stop(2.0)
    disk.fill()
    device.tell(EACH)
    device.until(lambda: "MAKE ROOM" in station.said().upper())
    time.sleep(1)
    assert device.acked < 2 * EACH
    disk.empty()
    field.broker._launch()
    device.until(lambda: len(field.readings()) >= 2 * EACH, 120)
    device.until(lambda: device.acked == 2 * EACH)
    assert list(stored(field).values()) == [list(range(1, 2 * EACH + 1))]
    device.link.stop()
