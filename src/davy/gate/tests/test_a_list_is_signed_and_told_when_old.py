"""A gate without a network has a signed list; who is on it and may go in no more is told at once."""

import json
from datetime import timedelta
from typing import Any

from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import tenant
from davy.evidence.log.keys import PublicKey
from davy.gate.models import Controller
from davy.gate.tests.house import House
from davy.ids import uuid7
from davy_core.evidence.note import opened
from davy_core.instants import iso


def _client(plant: Plant, who: str) -> Client:
    client = Client()
    with tenant.company(plant.company):
        client.force_login(Account.objects.get(id=plant.people[who].account))
    return client


def _issue(house: House, who: str, hours: int = 8) -> Any:
    body = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(house.plant.company),
        "stream": f"gate/{house.gate}",
        "kind": "issue_list",
        "base_version": None,
        "body": {"hours": hours},
        "occurred_at": iso(clock.now()),
        "app": "test",
    }
    sent = json.dumps(body)
    return _client(house.plant, who).post("/api/v1/commands", sent, content_type="application/json")


def test_a_list_is_made_by_who_may_and_stands_by_itself(
    hands: Hands, house: House, settings: Any, tmp_path: Any
) -> None:
    settings.DATA = tmp_path
    with tenant.company(hands.plant.company):
        Controller.objects.filter(id=house.gate).update(way="list", url="")
    journeys.get_to_work(hands)
    path = f"/api/v1/gates/{house.gate}/list"
    assert _client(hands.plant, "feng").get(path).status_code == 404
    assert _issue(house, "qian").json()["code"] == "gate_list_not_yours"
    assert _issue(house, "feng").status_code == 200
    told = _client(hands.plant, "feng").get(path).json()
    assert "钱焊工" in {line["name"] for line in told["lines"]}
    text, _ = opened(told["note"], [PublicKey.of(told["key"])])
    assert text.startswith("davy gate list v1\ngate G-01\nnumber 1\n")
    assert house.code("qian") in text
    assert _client(hands.plant, "qian").get(path).status_code == 403
    assert house.state.passes == ()
    hands.must("sun", "stop", {"reason": "看到明火"})
    assert house.alarms() == ["gate_list_outdated"]
    assert _client(hands.plant, "feng").get(path).json()["outdated_at"] is not None
    assert _issue(house, "feng").status_code == 200
    told = _client(hands.plant, "feng").get(path).json()
    assert (told["number"], told["lines"], told["outdated_at"]) == (2, [], None)


def test_a_permit_of_this_evening_is_on_it_and_one_of_tomorrow_is_not(hands: Hands, house: House) -> None:
    with tenant.company(hands.plant.company):
        Controller.objects.filter(id=house.gate).update(way="list", url="")
    journeys.get_to_work(hands)
    assert _issue(house, "feng", hours=2).status_code == 200
    listed = house.state.listed
    assert listed is not None
    assert {row.end for row in listed.rows} == {clock.now() + timedelta(hours=2)}
    assert _issue(house, "feng", hours=48).json()["code"] == "gate_list_too_long"
