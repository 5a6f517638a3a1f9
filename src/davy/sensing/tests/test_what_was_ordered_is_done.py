"""Bad air over MQTT cuts, ventilates and sounds over MQTT; killed between pause and sending it is sent still,
and done once; a device that does not answer, or answers something else, is told to people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from davy.actuation.tests.plant import Desk
from davy.building.hands import Hands
from davy.clockwork.proofs import look_due
from davy.db import rows, tenant
from davy.instruments.models import Gateway
from davy.sensing.tests.acting import Devices, obedient
from davy.sensing.tests.field import Client, Field, running, until
from davy.sensing.tests.watching import bind, causes, live, ready

pytestmark = pytest.mark.kill


class Scene:
    """Hot work that goes on; a meter, a relay, a fan and a siren behind one gateway."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.hands: Hands = live(field.plant)
        self.gateway: Client = field.gateway()
        with tenant.company(field.company):
            gateway = Gateway.objects.get(company_id=field.company, key="gw1").id
        self.desk = Desk(field.plant, gateway).in_force()
        self.meter = field.instrument("SN-1")
        ready(field.plant, self.meter)
        bind(self.hands, self.meter)
        self.devices = Devices(field, self.gateway)
        self.seq = 0

    def start(self) -> Scene:
        """Broker, watch, and the gateway with its devices."""
        self.field.start()
        self.gateway.connect(60)
        self.devices.listen()
        self.air(0.4)
        until(self.field.readings)
        return self

    def air(self, lel: float) -> None:
        """The meter shows so much."""
        self.seq += 1
        told = {"seq": self.seq, "boot": "a", "lel": lel, "o2": 20.8, "co": 0, "h2s": 0}
        self.gateway.send(self.field.topic("SN-1"), told)

    def orders(self) -> dict[str, dict[str, Any]]:
        """The orders by serial number, the last one each."""
        return {row["serial"]: row for row in self.desk.orders()}

    def all_confirmed(self) -> bool:
        """Whether every order was proven."""
        found = self.orders()
        return len(found) == 3 and all(row["confirmed_at"] for row in found.values())


@pytest.fixture
def scene(tmp_path: Path, committed_db: str) -> Iterator[Scene]:
    """A plant whose permits may have begun this morning."""
    with running(tmp_path, committed_db, simulated=True) as found:
        yield Scene(found)


def test_bad_air_cuts_ventilates_and_sounds_and_every_time_is_kept(scene: Scene) -> None:
    scene.start()
    scene.air(60)
    until(scene.all_confirmed)
    assert causes(scene.hands) == ("paused", ["gas"])
    for row in scene.orders().values():
        times = [row["requested_at"], row["sent_at"], row["delivered_at"], row["confirmed_at"]]
        assert times == sorted(times)
        assert row["tries"] == 1
    assert sorted(serial for serial, _ in scene.devices.heard) == ["SN-F", "SN-R", "SN-S"]
    asked = dict(scene.devices.heard)
    assert set(asked["SN-R"]) == {"id", "effect", "at", "until"}
    assert asked["SN-R"]["effect"] == "cut_energy"

    scene.devices.shows("SN-R", on=1)
    until(lambda: scene.orders()["SN-R"]["contradicted_at"])
    assert "effect_overridden" in scene.desk.rung(scene.hands)
    assert len(scene.desk.orders()) == 3


def test_killed_between_pause_and_sending_it_is_sent_still_and_done_once(scene: Scene) -> None:
    scene.start()
    scene.field.kill_watch()
    scene.hands.at = None
    scene.hands.give("sun", "stop", {"reason": "有火花"})
    [order] = scene.desk.orders()
    assert order["sent_at"] is None
    scene.field.watch()
    until(lambda: scene.orders()["SN-R"]["confirmed_at"])
    heard = [order["id"] for _, order in scene.devices.heard]
    assert set(heard) == {order["id"]}
    assert list(scene.devices.done) == [order["id"]]

    # Killed after it was claimed and before the device said anything: told again under the same id.
    scene.devices.act = lambda *_: None
    scene.air(60)
    until(lambda: len(scene.devices.heard) > len(heard))
    scene.field.kill_watch()
    scene.devices.act = obedient
    scene.field.watch()
    until(scene.all_confirmed)
    assert len(scene.devices.done) == len(scene.desk.orders()) == 3


def test_a_device_that_never_answers_is_told_to_people(scene: Scene) -> None:
    scene.devices.act = lambda *_: None
    scene.start()
    scene.air(60)
    until(lambda: len({serial for serial, _ in scene.devices.heard}) == 3)
    until(look_due)
    assert scene.orders()["SN-R"]["timed_out_at"] is not None
    assert "effect_failed" in scene.desk.rung(scene.hands)
    until(lambda: scene.orders()["SN-R"]["tries"] > 2)
    assert len(scene.desk.orders()) == 3


def test_a_device_that_says_something_else_proves_nothing(scene: Scene) -> None:
    def lies(devices: Devices, serial: str, order: Any) -> None:
        if serial == "SN-R":
            devices.echo(serial, order["id"], "done")
            devices.shows(serial, on=1)
        elif serial == "SN-F":
            devices.echo(serial, order["id"], "refused")
        else:
            devices.echo(serial, "0" * 34, "done")

    scene.devices.act = lies
    scene.start()
    scene.air(60)
    until(lambda: scene.orders().get("SN-R", {}).get("delivered_at"))
    until(lambda: scene.orders()["SN-F"]["refused"] == "refused")
    until(lambda: "order_unknown" in scene.field.aside())
    until(look_due)
    found = scene.orders()
    assert found["SN-R"]["confirmed_at"] is None
    assert found["SN-R"]["timed_out_at"] is not None
    assert scene.desk.rung(scene.hands).count("effect_failed") >= 2


def test_another_gateway_neither_hears_nor_answers_an_order(scene: Scene) -> None:
    spy = scene.field.gateway("gw2")
    scene.devices.act = lambda *_: None
    scene.start()
    spy.connect(60)
    spy.mqtt.subscribe("davy/down/hh/gw1/#", qos=1)
    spy.mqtt.subscribe("davy/down/#", qos=1)
    scene.air(60)
    until(lambda: scene.orders().get("SN-R"))
    until(lambda: scene.devices.heard)
    order = scene.orders()["SN-R"]["id"]
    spy.send("davy/up/hh/S1/gw2/SN-R", {"order": order, "did": "done"}, wait=False)
    spy.send("davy/up/hh/S1/gw2/SN-R", {"seq": 1, "boot": "a", "on": 0}, wait=False)
    spy.send("davy/down/hh/gw1/SN-R/order", {"id": order, "effect": "restore_energy"}, wait=False)
    until(lambda: "instrument_elsewhere" in scene.field.aside())
    assert scene.orders()["SN-R"]["delivered_at"] is None
    assert scene.orders()["SN-R"]["confirmed_at"] is None
    assert {told["effect"] for _, told in scene.devices.heard} <= {
        "cut_energy",
        "start_ventilation",
        "sound_siren",
    }
    assert [topic for topic, _ in spy.heard if "order" in topic] == []


def test_what_is_void_is_sent_no_more(scene: Scene) -> None:
    scene.hands.at = None
    scene.hands.give("sun", "stop", {})
    with tenant.company(scene.field.company):
        rows.run("UPDATE actuation_order SET next_try_at = until_at + interval '1 second'")
    scene.start()
    scene.air(0.5)
    until(lambda: len(scene.field.readings()) == 2)
    assert scene.devices.heard == []
