"""The simulator's gateways log in over MQTT like anybody's: what they tell is stored once and in order, over
a link that was cut too, and an actuator answers an order by its readings."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.edge.uplink import Where
from davy.sensing import access, callout
from davy.sensing.tests.field import Field, until
from davy.simulator import enrolling, room
from davy.simulator.plant import Plant
from davy.simulator.playing import Playing
from davy.simulator.scenario import Act, Scenario
from davy.simulator.world import World

pytestmark = pytest.mark.kill
ORDER = {
    "id": "1",
    "effect": "start_ventilation",
    "at": "2026-11-23T00:00:00Z",
    "until": "2099-01-01T00:00:00Z",
}


def enrolled(field: Field, gateways: int = 1) -> Plant:
    company = Company.objects.get(id=field.company)
    return enrolling.enrol(company, gateways, 5, room.plant_file(field.home, company.code))


@contextmanager
def playing(field: Field, plant: Plant, scenario: Scenario | None = None) -> Iterator[Playing]:
    from davy import clock

    world = World(plant, 5, int(clock.now().timestamp() * 1000))
    if scenario is not None:
        world.begin(scenario, 0)
    found, stop = Playing(world, Where("127.0.0.1", field.port)), threading.Event()
    thread = threading.Thread(target=found.run, args=(stop,))
    thread.start()
    try:
        yield found
    finally:
        stop.set()
        thread.join()


def test_what_is_told_while_the_link_is_cut_comes_later_once_and_in_order(field: Field) -> None:
    plant = enrolled(field, 2)
    field.start()
    cut = Act("outage", 2, "multi_gas", most=10, hold_s=3)
    with playing(field, plant, Scenario("cut", 9, "断线", "cut", (cut,))) as plays:
        until(lambda: any(link.fault == "cut" for link in plays.links.values()))
        until(lambda: plays.told > 60 and not any(link.fault for link in plays.links.values()))
    assert plays.waiting() == 0
    until(lambda: len(field.readings()) >= plays.told)
    by_instrument: dict[object, list[int]] = {}
    for row in field.readings():
        by_instrument.setdefault(row["instrument_id"], []).append(row["seq"])
    assert len(by_instrument) >= 8
    for numbers in by_instrument.values():
        assert numbers == list(range(1, len(numbers) + 1))
    assert sum(map(len, by_instrument.values())) == plays.told
    assert field.aside() == []


def test_a_fan_that_is_ordered_to_run_reads_as_running(field: Field) -> None:
    plant = enrolled(field)
    fan = next(one.serial for _, one in plant.instruments if one.kind == "fan")
    field.start()
    with playing(field, plant) as plays:
        until(lambda: not any(link.fault for link in plays.links.values()))
        until(lambda: _running(field, fan) == "0")
        subject = f"davy.down.hh.sim1.{fan}.order"
        asyncio.run(_publish(field, subject, ORDER))
        until(lambda: _running(field, fan) == "1")


def test_enrolling_again_adds_nothing_and_keeps_the_passwords(field: Field) -> None:
    assert enrolled(field) == enrolled(field)
    assert len(enrolled(field, 2).gateways) == 2
    company = Company.objects.get(id=field.company)
    company.simulated = False
    with pytest.raises(enrolling.NotSimulatedError, match="is no simulated company"):
        enrolling.enrol(company, 1, 1, room.plant_file(field.home, company.code))


async def _publish(field: Field, subject: str, body: dict[str, str]) -> None:
    found = access.found(field.home)
    assert found is not None
    client = await callout.connect(found, found.watch, "test")
    await client.publish(subject, json.dumps(body).encode())
    await client.flush()
    await client.close()


def _running(field: Field, serial: str) -> str | None:
    asked = """
    SELECT l.channels->>'running' AS running FROM readings_latest l
    JOIN instruments_instrument i ON i.company_id = l.company_id AND i.id = l.instrument_id
    WHERE i.company_id = %s AND i.serial = %s
    """
    with tenant.company(field.company):
        row = rows.one(asked, (field.company, serial))
    return str(row["running"]) if row else None
