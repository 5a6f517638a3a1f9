"""Two people stand behind a table, a stranger sees nothing of it, and a neighbour's instrument is unknown."""

from typing import Any

import pytest
from django.test import Client

from davy.actuation.tests.plant import Desk, enrolled
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.ids import uuid7
from davy.sensing.tests.watching import live

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    return live(small_plant(simulated=True))


def _client(plant: Plant, who: str, host: str = "testserver") -> Client:
    from davy.accounts.models import Account
    from davy.db import tenant

    client = Client(headers={"host": host})
    with tenant.company(plant.company):
        account = Account.objects.get(id=plant.people[who].account)
    client.force_login(account)
    return client


def _get(client: Client, path: str) -> Any:
    return client.get(f"/api/v1{path}")


def test_the_table_is_shown_with_who_may_do_what(hands: Hands) -> None:
    plant = hands.plant
    desk = Desk(plant)
    desk.give("feng", "propose_table", {"rows": list(desk.rows)})
    path = f"/points/{plant.point}/effects"
    told = _get(_client(plant, "feng"), path).json()
    assert told["table"] is None
    assert told["may"] == ["propose_table", "withdraw_table"]
    assert told["proposal"]["rows"][2]["position"] == "上风侧"
    assert told["proposal"]["proposed_name"] == "冯班长"
    assert "approve_table" in _get(_client(plant, "zheng"), path).json()["may"]
    assert _get(_client(plant, "qian"), path).json()["may"] == []
    assert _get(_client(plant, "qian"), f"/points/{uuid7()}/effects").status_code == 404


def test_the_permit_shows_its_orders_and_why_they_stay(hands: Hands) -> None:
    plant = hands.plant
    desk = Desk(plant).in_force()
    hands.give("sun", "stop", {})
    path = f"/permits/{hands.permit}/interlocks"
    told = _get(_client(plant, "li"), path).json()
    assert len(told["armed"]) == 4
    [order] = told["orders"]
    assert (order["state"], order["back"], order["serial"]) == ("requested", "restore_energy", "SN-R")
    assert len(order["blocked"]) == 2
    assert _get(_client(plant, "qian"), path).json()["orders"][0]["blocked"] is None
    assert desk.orders()[0]["id"] == order["id"]


def test_a_neighbour_has_neither_instruments_nor_permits_here(hands: Hands) -> None:
    other = small_plant("nb", "nb.davy.test", simulated=True)
    theirs = enrolled(other, "NB-R", "cutoff_relay", None)
    desk = Desk(hands.plant)
    row = {"cause": "gas", "effect": "cut_energy", "instrument": str(theirs), "feeds": ["welding"]}
    answer = desk.give("feng", "propose_table", {"rows": [row]})
    assert answer["code"] == "actuation_instrument_unknown"
    spy = _client(other, "li", "nb.davy.test")
    assert _get(spy, f"/permits/{hands.permit}/interlocks").status_code == 404
    assert _get(spy, f"/points/{hands.plant.point}/effects").status_code == 404


def test_an_instrument_stands_in_the_table_of_one_work_point(hands: Hands) -> None:
    desk = Desk(hands.plant).in_force()
    row = {"cause": "gas", "effect": "cut_energy", "instrument": str(desk.relay), "feeds": ["welding"]}
    answer = desk.give("feng", "propose_table", {"rows": [row]}, hands.plant.other_point)
    assert answer["code"] == "actuation_instrument_elsewhere"
