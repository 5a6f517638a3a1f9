"""A station between devices and Davy: the centre goes, the station is killed, and all that the station
acknowledged is at the centre once and in order. What it cannot keep is seen there as a gap."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from davy.db import rows, tenant
from davy.edge.tests.station import SERIALS, Station, stored, tell
from davy.sensing.tests.field import Client, Field, until

pytestmark = pytest.mark.kill

EACH = 40


@pytest.fixture
def station(tmp_path: Path, field: Field) -> Iterator[Station]:
    made = Station(tmp_path / "edge", field)
    yield made
    if made.process is not None:
        made.kill()


def test_everything_once_and_in_order_whatever_goes_down(field: Field, station: Station) -> None:
    field.start()
    station.start()
    device = station.device()
    # What it tells over a line that is up is in time; by that the centre measures the clock of the station.
    until(lambda: "the line to the centre is up" in station.said())
    tell(device, field, 1, EACH)
    until(lambda: len(field.readings()) == EACH * 3)
    field.broker.stop(2.0)  # the centre is gone
    tell(device, field, EACH + 1, 2 * EACH)
    device.close()
    station.kill()
    station.start()
    device = station.device()
    tell(device, field, 2 * EACH + 1, 3 * EACH)
    field.broker._launch()
    time.sleep(1)
    station.kill()  # while it delivers
    station.start()
    until(lambda: len(field.readings()) >= 3 * EACH * 3, 90)
    for numbers in stored(field).values():
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
        tell(device, field, 1, 2)
        until(lambda: len(field.readings()) == 6)
        field.broker.stop(2.0)
        device.close()
        station.kill()
        station.start()
        device = station.device()
        tell(device, field, 3, 70, pad=20_000)
        until(lambda: "THE STORE IS FULL" in station.said())
        station.kill()
        station.start()
        field.broker._launch()
        until(lambda: all(numbers[-1] == 70 for numbers in stored(field).values()), 90)
        with tenant.company(field.company):
            gaps = rows.many("SELECT from_seq, to_seq, missing FROM readings_gap", ())
        assert len(gaps) == len(SERIALS)
        assert all(gap["from_seq"] == 3 and gap["missing"] > 0 for gap in gaps)
    finally:
        station.kill()
