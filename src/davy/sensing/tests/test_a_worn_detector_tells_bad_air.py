"""A detector that somebody wears tells bad air over MQTT: the work he checked in at is paused by the process
that reads, once, whatever is killed meanwhile, and the alarm names him."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from davy.alarms import queries as alarms
from davy.alarms import shown
from davy.db import tenant
from davy.sensing.tests.field import Client, Field, running, until
from davy.sensing.tests.watching import causes, episodes, live, ready, wear

pytestmark = pytest.mark.kill


@pytest.fixture
def field(tmp_path: Path, committed_db: str) -> Iterator[Field]:
    """A plant whose permits may have begun this morning."""
    with running(tmp_path, committed_db, simulated=True) as found:
        yield found


def _tell(field: Field, gateway: Client, seq: int, lel: float) -> None:
    gateway.send(field.topic("SN-1"), {"seq": seq, "boot": "a", "lel": lel, "o2": 20.8, "co": 0, "h2s": 0})


def test_bad_air_at_its_wearer_pauses_his_work_once_whatever_is_killed(field: Field) -> None:
    hands = live(field.plant)
    gateway = field.gateway()
    meter = field.instrument("SN-1")
    ready(field.plant, meter)
    wear(field.plant, "qian", meter)
    field.start()
    gateway.connect(60)
    _tell(field, gateway, 1, 5)
    until(lambda: len(field.readings()) == 1)
    assert causes(hands)[0] == "active"

    _tell(field, gateway, 2, 9)
    until(lambda: causes(hands)[0] == "paused")
    assert len(field.readings()) == 2, "the pause and its reading come together"
    assert causes(hands)[1] == ["gas"]

    field.kill_watch()
    _tell(field, gateway, 3, 9.2)
    field.kill_broker()
    field.watch()
    until(lambda: len(field.readings()) == 3)
    told = [one for one in episodes(hands) if one.endswith("permit_limit.lel")]
    assert told == ["EpisodeOpened permit_limit.lel"]
    with tenant.company(field.company):
        found = [a for a in alarms.open_for(field.company, hands.permit) if a["kind"] == "gas_limit"]
        assert [(shown.line(a)["about"] or {}).get("zh") for a in found] == ["钱焊工"]
