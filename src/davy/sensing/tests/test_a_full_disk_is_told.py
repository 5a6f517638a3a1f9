"""The broker's disk is full: what it cannot keep it does not acknowledge, people are told, and with room
again it takes everything without hands; nothing is lost and nothing is there twice."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from davy.clock import now
from davy.db import rows, tenant
from davy.edge.uplink import Uplink, Where
from davy.sensing import standing
from davy.sensing.tests import register
from davy.sensing.tests.field import Field, until
from davy.sensing.tests.small_disk import Disk, small_disk

pytestmark = pytest.mark.kill

MEGABYTES = 24
EACH = 30


@pytest.fixture
def disk(field: Field, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The broker's store lies on a disk of its own."""
    with small_disk(field.broker.home / "store", MEGABYTES) as made:
        program = field.home / "nats-server"
        real = str(Path(sys.executable).with_name("nats-server"))
        program.write_text(f'#!/bin/sh\n{made.within([real])} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("NATS_SERVER_BIN", str(program))
        yield made


class Gateway:
    """One that keeps what is not acknowledged, as it has to."""

    def __init__(self, field: Field) -> None:
        login = register.gateway(field.plant, "gw1")
        register.instrument(field.plant, "SN-1", "gw1")
        self.acked = self.told = 0
        self.link = Uplink(Where("127.0.0.1", field.port), login, lambda *_: None, self._count)
        self._topic = f"{login.up}/SN-1"

    def _count(self, number: int) -> None:
        self.acked += number

    def tell(self, number: int) -> None:
        for _ in range(number):
            self.told += 1
            self.link.tell(self._topic, json.dumps({"seq": self.told, "boot": "a", "lel": 1.5}).encode())


def _tended(field: Field, gateway: Gateway) -> str:
    """What the supervisor does meanwhile; what it said."""
    gateway.link.pump()
    return field.broker.tend() or ""


def _rung(field: Field) -> bool:
    with tenant.company(field.company):
        asked = "SELECT 1 AS rung FROM alarms_alarm WHERE company_id = %s AND kind = 'readings_refused'"
        return bool(rows.many(asked, (field.company,)))


def test_nothing_is_lost_people_are_told_and_room_is_enough(field: Field, disk: Disk) -> None:
    gateway = Gateway(field)
    field.start()
    gateway.link.start()
    gateway.tell(EACH)
    until(lambda: (_tended(field, gateway), len(field.readings()) == EACH)[1])
    disk.fill()
    gateway.tell(EACH)
    said = until(lambda: "MAKE ROOM" in (told := _tended(field, gateway)).upper() and told)
    assert "DISK OF THE BROKER" in said
    until(lambda: (_tended(field, gateway), _rung(field))[1])
    until(lambda: standing.link(now())["broker_full"])  # told with the next beat of the leases
    gateway.tell(EACH)
    time.sleep(1)
    stored = len(field.readings())
    assert gateway.acked <= stored < 3 * EACH
    disk.empty()
    until(lambda: (_tended(field, gateway), len(field.readings()) >= 3 * EACH)[1], 90)
    until(lambda: (_tended(field, gateway), gateway.acked == 3 * EACH)[1])
    assert [row["seq"] for row in field.readings()] == list(range(1, 3 * EACH + 1))
    until(lambda: not standing.link(now())["broker_full"])
    with suppress(Exception):
        gateway.link.stop()
