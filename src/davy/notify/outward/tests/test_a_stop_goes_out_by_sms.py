"""S8, F1: who does not look at the app is called by SMS; nothing is lost, nothing floods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from davy import clock
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clockwork.tests.plants import MORNING, active
from davy.db import rows, tenant
from davy.notify import store, tasks
from davy.notify.outward.sending import HELD
from davy.notify.outward.tests.posts import GATEWAY, messages, phone, rounds, set_up, waiting_jobs
from davy.notify.outward.tests.servers import WebServer, web_server
from davy.notify.tests.inboxes import deliver, open_alarms

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def gateway() -> Iterator[WebServer]:
    with web_server() as found:
        found.answers["/send"] = {"result": [{"code": 0}]}
        yield found


@pytest.fixture
def hands(gateway: WebServer, morning: time_machine.Traveller) -> Hands:
    """Hot work that goes on in a plant with an SMS gateway; what was told until then is forgotten."""
    found = active(small_plant())
    rows.run("DELETE FROM procrastinate_jobs WHERE task_name LIKE 'notify.%%'")
    set_up(found.plant, "sms", {"key": "gateway-key"}, url=f"{gateway.url}/send", **GATEWAY)
    phone(found.plant, "li", "13800138000")
    phone(found.plant, "wang", "13900139000")
    return found


def test_whoever_must_act_is_called_once_by_his_phone_number(hands: Hands, gateway: WebServer) -> None:
    hands.must("zhou", "stop")
    deliver()  # each job twice, as after a kill
    assert waiting_jobs() == 1
    rounds(hands.plant)
    rounds(hands.plant)
    told = {body["to"][0]: body["content"] for body in gateway.bodies()}
    assert told.keys() == {"13800138000", "13900139000"}
    assert len(gateway.asked) == 2
    assert told["13800138000"].startswith("【Davy】作业票 ")
    assert told["13800138000"].endswith("有人叫停作业")
    assert {headers["Authorization"] for _, headers, _ in gateway.asked} == {"Bearer gateway-key"}
    assert [m["state"] for m in messages(hands.plant, "li")] == ["sent"]


def test_whoever_has_no_number_is_counted_and_holds_nobody_up(hands: Hands) -> None:
    hands.must("zhou", "stop")
    deliver()
    rounds(hands.plant)
    assert [(m["state"], m["problem"]) for m in messages(hands.plant, "qian")] == [("given_up", "no_address")]
    assert [m["state"] for m in messages(hands.plant, "wang")] == ["sent"]


def test_a_gateway_that_is_down_is_asked_again_until_it_takes_it(
    hands: Hands, gateway: WebServer, morning: time_machine.Traveller
) -> None:
    gateway.status = 503
    hands.must("zhou", "stop")
    deliver()
    rounds(hands.plant)
    (mine,) = messages(hands.plant, "li")
    assert (mine["state"], mine["problem"], mine["tries"]) == ("waiting", "status", 1)
    rounds(hands.plant)  # not before its time
    assert messages(hands.plant, "li")[0]["tries"] == 1
    gateway.status = 200
    morning.shift(timedelta(seconds=6))
    rounds(hands.plant)
    assert [m["state"] for m in messages(hands.plant, "li")] == ["sent"]


def test_what_cannot_be_sent_for_half_an_hour_is_no_news_any_more(
    hands: Hands, gateway: WebServer, morning: time_machine.Traveller
) -> None:
    gateway.status = 503
    hands.must("zhou", "stop")
    deliver()
    for _ in range(12):
        rounds(hands.plant)
        morning.shift(timedelta(minutes=6))
    (mine,) = messages(hands.plant, "li")
    assert (mine["state"], mine["problem"]) == ("given_up", "status")


def test_a_gateway_without_credit_refuses_everybody_and_somebody_is_told(
    hands: Hands, gateway: WebServer, morning: time_machine.Traveller
) -> None:
    gateway.answers["/send"] = {"result": [{"code": 17}]}
    hands.must("zhou", "stop")
    deliver()
    for _ in range(3):
        rounds(hands.plant)
        morning.shift(timedelta(minutes=2))
    (mine,) = messages(hands.plant, "li")
    assert (mine["state"], mine["problem"]) == ("waiting", "refused")
    assert _plant_alarms(hands) == [("messenger_failing", "sms")]
    gateway.answers["/send"] = {"result": [{"code": 0}]}
    rounds(hands.plant)
    assert [m["state"] for m in messages(hands.plant, "li")] == ["sent"]


def test_one_number_that_is_refused_is_no_trouble_of_the_gateway(hands: Hands, gateway: WebServer) -> None:
    gateway.answers["/send"] = lambda body, _: {
        "result": [{"code": 17 if body["to"] == ["13800138000"] else 0}]
    }
    hands.must("zhou", "stop")
    deliver()
    rounds(hands.plant)
    assert {m["problem"] for m in messages(hands.plant, "li")} == {"refused"}
    with tenant.company(hands.plant.company):
        assert rows.one("SELECT problem FROM notify_messenger") == {"problem": ""}


def test_a_worker_that_died_in_between_sends_it_after_all(
    hands: Hands, gateway: WebServer, morning: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.must("zhou", "stop")
    deliver()
    monkeypatch.setattr("davy.notify.outward.sending._tried", _dies)
    with pytest.raises(KeyboardInterrupt):
        rounds(hands.plant)
    monkeypatch.undo()
    rounds(hands.plant)  # somebody may still have it in hand
    assert gateway.asked == []
    morning.shift(HELD)
    rounds(hands.plant)
    assert len(gateway.asked) == 2


def _dies(*_: object) -> None:
    raise KeyboardInterrupt


def test_whoever_has_read_it_in_the_app_is_not_called(hands: Hands, gateway: WebServer) -> None:
    hands.must("zhou", "stop")
    deliver()
    with tenant.company(hands.plant.company):
        store.read(hands.plant.company, UUID(hands.plant.person("li")), None)
    rounds(hands.plant)
    assert {body["to"][0] for body in gateway.bodies()} == {"13900139000"}
    assert [m["state"] for m in messages(hands.plant, "li")] == ["read"]


def test_several_things_at_once_are_one_message(hands: Hands, gateway: WebServer) -> None:
    hands.must("zhou", "stop")
    deliver()
    _nudged(hands, 7)
    rounds(hands.plant)
    (mine,) = [body["content"] for body in gateway.bodies() if body["to"] == ["13800138000"]]
    assert mine.endswith("有人叫停作业（另有 1 条，打开应用查看）")
    assert {m["state"] for m in messages(hands.plant, "li")} == {"sent"}


def test_reminders_keep_ten_minutes_apart_and_a_stop_does_not_wait(
    hands: Hands, gateway: WebServer, morning: time_machine.Traveller
) -> None:
    for source in (7, 8):
        _nudged(hands, source)
        rounds(hands.plant)
        morning.shift(timedelta(minutes=1))
    assert len(gateway.asked) == 1
    hands.must("zhou", "stop")
    deliver()
    rounds(hands.plant)
    assert len([b for b in gateway.bodies() if b["to"] == ["13800138000"]]) == 2  # the stop, with what waited
    assert {m["state"] for m in messages(hands.plant, "li")} == {"sent"}


def test_a_gateway_that_takes_nothing_is_told_to_somebody(
    hands: Hands, gateway: WebServer, morning: time_machine.Traveller
) -> None:
    gateway.status = 401
    hands.must("zhou", "stop")
    deliver()
    for _ in range(4):
        tasks.send_all.func(timestamp=0)
        rounds(hands.plant)
        morning.shift(timedelta(minutes=6))
    found = _plant_alarms(hands)
    assert found == [("messenger_failing", "sms")]
    assert open_alarms(hands)  # the stop itself rings on in the app


def _nudged(hands: Hands, source: int) -> None:
    """Somebody reminds Li of what he has to sign."""
    told = {"ref": "reminder.nudge", "group": "reminder.nudge", "at": clock.now().isoformat()}
    notices = [{**told, "cause": None, "to": [hands.plant.person("li")]}]
    store.deliver(
        hands.plant.company, permit_id=hands.permit, number="DH-1", source=UUID(int=source), notices=notices
    )


def _plant_alarms(hands: Hands) -> list[tuple[str, str]]:
    """The alarms that are about no permit."""
    with tenant.company(hands.plant.company):
        found = rows.many("SELECT kind, subject FROM alarms_alarm WHERE permit_id IS NULL")
    return [(row["kind"], row["subject"]) for row in found]
