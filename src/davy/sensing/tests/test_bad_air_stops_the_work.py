"""A meter on site tells bad air over MQTT: its permit is paused by the process that reads, once, whatever is
killed meanwhile, and people are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from davy.alarms import queries as alarms
from davy.db import tenant
from davy.sensing.tests.field import Client, Field, running, until
from davy.sensing.tests.watching import bind, causes, episodes, live, ready

pytestmark = pytest.mark.kill


@pytest.fixture
def field(tmp_path: Path, committed_db: str) -> Iterator[Field]:
    """A plant whose permits may have begun this morning."""
    with running(tmp_path, committed_db, simulated=True) as found:
        yield found


def _tell(field: Field, gateway: Client, seq: int, lel: float) -> None:
    gateway.send(field.topic("SN-1"), {"seq": seq, "boot": "a", "lel": lel, "o2": 20.8, "co": 0, "h2s": 0})


def test_bad_air_pauses_the_permit_once_whatever_is_killed(field: Field) -> None:
    hands = live(field.plant)
    gateway = field.gateway()
    meter = field.instrument("SN-1")
    ready(field.plant, meter)
    bind(hands, meter)
    field.start()
    gateway.connect(60)
    _tell(field, gateway, 1, 0.4)
    until(lambda: len(field.readings()) == 1)
    assert causes(hands)[0] == "active"

    _tell(field, gateway, 2, 60)
    until(lambda: causes(hands)[0] == "paused")
    assert causes(hands)[1] == ["gas"]
    with tenant.company(field.company):
        rung = [a["kind"] for a in alarms.open_for(field.company, hands.permit)]
    assert rung.count("gas_limit") == 1

    field.kill_watch()
    _tell(field, gateway, 3, 70)
    field.kill_broker()
    field.watch()
    until(lambda: len(field.readings()) == 3)
    told = episodes(hands)
    assert told.count("EpisodeOpened permit_limit.lel") == 1
    assert "EpisodeClosed permit_limit.lel" not in told
