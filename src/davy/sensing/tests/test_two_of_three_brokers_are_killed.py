"""The same code on a cluster of three brokers named by NATS_URL: two of them are killed in turn, air goes bad
meanwhile, and every reading is stored once and in order, with one pause."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator

import pytest

from davy.building.hands import Hands
from davy.edge.uplink import Uplink, Where
from davy.sensing.tests import register
from davy.sensing.tests.field import Field, running, until
from davy.sensing.tests.three import Node, three
from davy.sensing.tests.watching import bind, causes, episodes, live, ready

pytestmark = pytest.mark.kill

LASTS = 60.0 if int(os.environ.get("DAVY_DEPTH", "100")) >= 10_000 else 3.0  # seconds a broker is away
PAUSE = 0.05


@pytest.fixture
def field(tmp_path_factory: pytest.TempPathFactory, committed_db: str) -> Iterator[Field]:
    """A plant whose permits may have begun this morning; its own broker is not started."""
    with running(tmp_path_factory.mktemp("plant"), committed_db, simulated=True) as found:
        yield found


class Gateway:
    """One at each broker: `told` counts the readings of its meter."""

    def __init__(self, field: Field, node: Node, key: str) -> None:
        login = register.gateway(field.plant, key)
        self.meter = register.instrument(field.plant, f"M-{key}", key)
        self.told = 0
        self.link = Uplink(Where("127.0.0.1", node.mqtt), login, lambda *_: None, lambda _: None)
        self._topic = f"{login.up}/M-{key}"

    def tell(self, lel: float = 0.4) -> None:
        self.told += 1
        body = {"seq": self.told, "boot": "a", "lel": lel, "o2": 20.8, "co": 0, "h2s": 0}
        self.link.tell(self._topic, json.dumps(body).encode())


def _telling(gateways: list[Gateway], seconds: float, lel: float = 0.4) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for gateway in gateways:
            gateway.tell(lel)
        time.sleep(PAUSE)


def _delivered(gateways: list[Gateway]) -> bool:
    for gateway in gateways:
        gateway.link.pump()
    return not any(gateway.link.waiting for gateway in gateways)


def _works(field: Field, gateways: list[Gateway]) -> Hands:
    hands = live(field.plant)
    ready(field.plant, gateways[2].meter)
    bind(hands, gateways[2].meter)
    return hands


def test_nothing_is_lost_and_one_pause(field: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    with three(field.home) as nodes:
        monkeypatch.setenv("NATS_URL", ",".join(node.url for node in nodes))
        gateways = [Gateway(field, node, f"gw{n}") for n, node in enumerate(nodes)]
        hands = _works(field, gateways)
        field.watch()
        for gateway in gateways:
            gateway.link.start()
        until(lambda: all(g.link.fault is None for g in gateways), 90)
        _telling(gateways, 2)
        until(lambda: _delivered(gateways) and len(field.readings()) == sum(g.told for g in gateways), 90)
        for node, lel in ((nodes[0], 0.4), (nodes[1], 9.2)):
            node.kill()
            _telling(gateways, LASTS, lel)
            node.start()
            until(lambda: _delivered(gateways), 120)
        until(lambda: len(field.readings()) >= sum(g.told for g in gateways), 120)
        stored: dict[str, list[int]] = {}
        for row in field.readings():
            stored.setdefault(str(row["instrument_id"]), []).append(row["seq"])
        for gateway in gateways:
            assert stored[str(gateway.meter)] == list(range(1, gateway.told + 1))
            gateway.link.stop()
        assert field.aside() == []
        assert causes(hands)[0] == "paused"
        assert episodes(hands).count("EpisodeOpened permit_limit.lel") == 1
