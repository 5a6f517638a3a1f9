"""From a stop on site to the inboxes of those who must act, and back to an alarm that is closed: nothing
resumes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clockwork.tests.plants import MORNING, active, row
from davy.db import rows, tenant
from davy.notify.tests.inboxes import deliver, give, inbox, open_alarms

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=True):
        yield


@pytest.fixture
def hands(_morning: None) -> Hands:
    """Hot work that goes on; what was told until then is forgotten."""
    found = active(small_plant())
    rows.run("DELETE FROM procrastinate_jobs WHERE task_name = 'notify.deliver'")
    return found


def test_a_stop_is_told_once_to_everybody_who_must_act(hands: Hands) -> None:
    hands.must("zhou", "stop")
    deliver()
    for who in ("li", "wang", "qian", "feng", "chu"):
        told = inbox(hands.plant, who)
        assert len(told) == 1, who
        assert told[0]["severity"] == "red"
    assert inbox(hands.plant, "li")[0]["title_zh"].endswith("有人叫停作业")
    assert inbox(hands.plant, "qian")[0]["title_zh"].endswith("已暂停：被叫停")
    assert inbox(hands.plant, "zhou") == []


def test_the_alarm_is_owned_dealt_with_and_closed_and_the_work_stays_stopped(hands: Hands) -> None:
    hands.must("zhou", "stop")
    (alarm,) = open_alarms(hands)
    assert (alarm["kind"], alarm["severity"], alarm["owner"]) == (
        "stopped_by_bystander",
        "red",
        "shift_leader",
    )
    assert give(hands.plant, "qian", alarm["id"], "acknowledge_alarm")["code"] == "alarm_not_yours"
    for kind, note in (("acknowledge_alarm", None), ("handle_alarm", "现场核实"), ("close_alarm", "误报")):
        assert give(hands.plant, "feng", alarm["id"], kind, note)["verdict"] == "accepted"
        assert row(hands)["state"] == "paused"
    assert open_alarms(hands) == []


def test_stopped_again_while_it_is_stopped_it_counts_on_and_tells_nobody_twice(hands: Hands) -> None:
    hands.must("zhou", "stop")
    hands.must("wu", "stop")
    deliver()
    (alarm,) = open_alarms(hands)
    assert alarm["count"] == 2
    assert len(inbox(hands.plant, "li")) == 1


def test_a_refused_step_raises_its_alarm_as_a_task(hands: Hands) -> None:
    hands.must("li", "pause", {"cause": "break"})
    answer = hands.give("li", "resume", {"changed": False})
    assert answer["verdict"] == "refused"
    assert all(a["severity"] == "task" for a in open_alarms(hands))


def test_every_change_of_the_permit_has_its_row_for_the_authority(hands: Hands) -> None:
    hands.must("zhou", "stop")
    with tenant.company(hands.plant.company):
        found = rows.many(
            "SELECT body->>'TICKET_STATUS' AS status FROM outbox_message"
            " WHERE kind = 'aq3064.ticket' ORDER BY id"
        )
        alarm_rows = rows.one("SELECT count(*) AS n FROM outbox_message WHERE kind = 'aq3064.alarm'")
    statuses = [r["status"] for r in found]
    assert list(dict.fromkeys(statuses)) == ["0", "1", "2", "6"]
    assert alarm_rows is not None
    assert alarm_rows["n"] >= 1
