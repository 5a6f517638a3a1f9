"""F1: who has an emergency to see to is called by SMS, once, with place and people, and hears of its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clockwork.tests.plants import MORNING
from davy.db import rows
from davy.emergency.tests.calling import get, give, in_tank, work
from davy.notify.outward.tests.posts import GATEWAY, phone, rounds, set_up
from davy.notify.outward.tests.servers import WebServer, web_server
from davy.notify.tests.inboxes import deliver, inbox, standing

pytestmark = pytest.mark.django_db
FENG = "13700137000"


@pytest.fixture(autouse=True)
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=True) as found:
        yield found


@pytest.fixture
def gateway() -> Iterator[WebServer]:
    with web_server() as found:
        found.answers["/send"] = {"result": [{"code": 0}]}
        yield found


@pytest.fixture
def hands(gateway: WebServer, travel: time_machine.Traveller) -> Hands:
    """Work in a tank with 钱焊工 inside; 冯班长 has a telephone, what was told until then is forgotten."""
    found = in_tank(Hands(small_plant(simulated=True), at=MORNING))
    assert found.at is not None
    travel.move_to(found.at)
    found.at = None
    rows.run("DELETE FROM procrastinate_jobs WHERE task_name LIKE 'notify.%%'")
    set_up(found.plant, "sms", {"key": "gateway-key"}, url=f"{gateway.url}/send", **GATEWAY)
    phone(found.plant, "feng", FENG)
    return found


def _opened(hands: Hands) -> str:
    """The emergency of a call for help; of the alarm itself everybody has heard."""
    hands.must("qian", "sos", {})
    deliver()
    rounds(hands.plant)
    work()
    deliver()
    rounds(hands.plant)
    (line,) = get(hands.plant, "chu", "/emergencies")
    return str(line["id"])


def _texts(gateway: WebServer) -> list[str]:
    return [body["content"] for body in gateway.bodies() if FENG in body["to"]]


def test_it_says_where_and_how_many_are_inside_and_leads_to_the_emergency(
    hands: Hands, gateway: WebServer
) -> None:
    emergency = _opened(hands)
    (told,) = [text for text in _texts(gateway) if "应急 YJ-" in text]
    assert "现场求救，甲醇罐区 · " in told
    assert "空间内 1 人" in told
    assert len(told) <= 180
    row = next(row for row in inbox(hands.plant, "feng") if row["kind"] == "emergency.EmergencyOpened")
    assert (str(row["emergency_id"]), row["severity"]) == (emergency, "red")
    assert [r["kind"] for r in standing(hands.plant, "feng") if r["emergency_id"]] == [row["kind"]]
    (shown,) = [r for r in get(hands.plant, "feng", "/inbox/standing") if r["emergency"]]
    assert shown["emergency"] == emergency


def test_one_more_alarm_tells_nobody_of_it_again_and_its_end_is_told_once(
    hands: Hands, gateway: WebServer
) -> None:
    emergency = _opened(hands)
    hands.must("wang", "sos", {})
    work()
    deliver()
    rounds(hands.plant)
    assert len([text for text in _texts(gateway) if "应急 YJ-" in text]) == 1
    stream = f"emergency/{emergency}"
    for one in get(hands.plant, "chu", f"/emergencies/{emergency}")["people"]:
        give(hands.plant, "chu", stream, "call_person", {"person": one["id"], "status": "found"})
    assert give(hands.plant, "chu", stream, "end_emergency", {"reason": "误按"})["verdict"] == "accepted"
    deliver()
    rounds(hands.plant)
    (_, over) = [text for text in _texts(gateway) if "应急 YJ-" in text]
    assert "已解除" in over
    assert not [row for row in standing(hands.plant, "feng") if row["emergency_id"]]
    assert [r["kind"] for r in inbox(hands.plant, "chu")].count("emergency.EmergencyEnded") == 0
