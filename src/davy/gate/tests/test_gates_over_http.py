"""A gate is entered at the desk, its secret is never read back, and nobody gives a pass by hand."""

import json
from datetime import timedelta
from typing import Any

import time_machine
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.gate.judging import judge_all
from davy.gate.tests.house import House
from davy.gate.visiting import visit
from davy.ids import uuid7
from davy.simulator.gatehouse import Gatehouse
from davy_core.instants import iso


def _client(plant: Plant, who: str, host: str = "testserver") -> Client:
    client = Client(headers={"host": host})
    with tenant.company(plant.company):
        account = Account.objects.get(id=plant.people[who].account)
    client.force_login(account)
    return client


def _body(plant: Plant, server: Gatehouse, **more: Any) -> dict[str, Any]:
    same = {
        "site": str(plant.site),
        "areas": [str(plant.area)],
        "code": "G-02",
        "name": "罐区西门",
        "way": "http",
        "url": server.url,
        "token": "of-the-gate",
    }
    return {**same, **more}


def _post(client: Client, path: str, body: dict[str, Any], method: str = "post") -> Any:
    return getattr(client, method)(f"/api/v1{path}", json.dumps(body), content_type="application/json")


def test_a_gate_is_entered_told_and_kept_secret(hands: Hands, server: Gatehouse) -> None:
    plant, desk = hands.plant, _client(hands.plant, "zheng")
    journeys.get_to_work(hands)
    made = _post(desk, "/gates", _body(plant, server))
    assert made.status_code == 201, made.content
    gate = made.json()["id"]
    assert "of-the-gate" not in made.content.decode()
    judge_all(plant.company)
    assert visit(plant.company, gate) == 1
    [row] = desk.get("/api/v1/gates").json()
    assert (row["passes"], row["waiting"], row["has_token"], row["problem"]) == (5, 0, True, "")
    told = {one["name"]: one["state"] for one in desk.get(f"/api/v1/gates/{gate}/passes").json()}
    assert told["钱焊工"] == "in"
    card = _client(plant, "qian").get(f"/api/v1/permits/{hands.permit}/passes").json()
    assert {one["state"] for one in card} == {"in"}
    with tenant.company(plant.company):
        audit = AuditRow.objects.filter(resource="gates").values_list("after", flat=True)
        assert "of-the-gate" not in json.dumps(list(audit))
        assert server.url not in json.dumps(list(audit))


def test_another_address_asks_for_the_token_again(hands: Hands, house: House) -> None:
    desk = _client(hands.plant, "zheng")
    body = _body(hands.plant, house.server, code="G-01", url="http://127.0.0.1:9/elsewhere", token=None)
    answer = _post(desk, f"/gates/{house.gate}", body, "put")
    assert answer.json()["code"] == "gate_token_again"
    wrong = _post(desk, "/gates", _body(hands.plant, house.server, url="ftp://x", areas=[str(uuid7())]))
    assert wrong.json()["code"] == "gate_invalid"
    assert {one["at"] for one in wrong.json()["missing"]} == {"url", "areas"}


def test_out_of_service_takes_everything_back(
    hands: Hands, house: House, time: time_machine.Traveller
) -> None:
    journeys.get_to_work(hands)
    house.look()
    assert house.at_the_gate()
    body = _body(hands.plant, house.server, code="G-01", enabled=False)
    assert _post(_client(hands.plant, "zheng"), f"/gates/{house.gate}", body, "put").status_code == 200
    house.look()
    assert house.at_the_gate() == set()


def test_who_may_see_and_enter(hands: Hands, house: House) -> None:
    plant = hands.plant
    worker, leader = _client(plant, "qian"), _client(plant, "feng")
    assert worker.get("/api/v1/gates").status_code == 403
    assert worker.get(f"/api/v1/sites/{plant.site}/inside").status_code == 403
    [row] = leader.get("/api/v1/gates").json()
    assert row["url"] is None
    assert _post(leader, "/gates", _body(plant, house.server)).status_code == 403
    spy = small_plant("nb", "nb.davy.test")
    other = _client(spy, "zheng", "nb.davy.test")
    assert other.get("/api/v1/gates").json() == []
    assert other.get(f"/api/v1/gates/{house.gate}/passes").status_code == 404
    assert other.get(f"/api/v1/permits/{hands.permit}/passes").status_code == 404
    assert other.get(f"/api/v1/sites/{plant.site}/inside").status_code == 404


def test_nobody_gives_a_pass_by_hand(hands: Hands, house: House) -> None:
    body = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(hands.plant.company),
        "stream": f"gate/{house.gate}",
        "kind": "judge_passes",
        "base_version": None,
        "body": {},
        "occurred_at": iso(clock.now()),
        "app": "test",
    }
    answer = _post(_client(hands.plant, "zheng"), "/commands", body)
    assert answer.json()["code"] == "gate_not_by_hand"


def test_who_went_in_is_inside_and_who_should_not_have_is_told(
    hands: Hands, house: House, time: time_machine.Traveller
) -> None:
    journeys.get_to_work(hands)
    house.look()
    leader, path = _client(hands.plant, "feng"), f"/api/v1/sites/{hands.plant.site}/inside"
    area = {"area": str(hands.plant.area)}
    for who in ("li", "qian", "wang"):
        assert house.server.walk("in", house.code(who))
    assert not house.server.walk("in", house.code("sun"))
    time.shift(timedelta(minutes=5))
    house.server.walk("out", house.code("qian"))
    house.due_now()
    house.look()
    found = leader.get(path, area).json()
    assert {one["name"] for one in found["people"]} == {"李工", "王班"}
    assert (found["gates"], found["blind"], found["unknown"]) == (1, [], 0)
    hands.must("sun", "stop", {"reason": "看到明火"})
    time.shift(timedelta(minutes=1))
    house.server.passages.append(
        {"id": "forced", "at": iso(clock.now()), "way": "in", "person": house.code("qian")}
    )
    house.server.passages.append({"id": "who", "at": iso(clock.now()), "way": "in", "badge": "04A32F99"})
    house.due_now()
    house.look()
    assert "gate_passed_revoked" in house.alarms()
    told = leader.get(f"/api/v1/gates/{house.gate}/passages").json()
    assert [one["verdict"] for one in told][:2] == ["unknown", "revoked"]
    assert told[0]["badge"] == "F99"
    assert leader.get(path, area).json()["unknown"] == 1
    house.server.fault = "error"
    house.due_now()
    house.look()
    assert leader.get(path, area).json()["blind"][0]["code"] == "G-01"


def test_passages_told_twice_are_kept_once(hands: Hands, house: House) -> None:
    journeys.get_to_work(hands)
    house.look()
    house.server.walk("in", house.code("li"))
    for _ in range(2):
        with tenant.company(hands.plant.company):
            type(house.row).objects.filter(id=house.gate).update(cursor="", next_visit_at=clock.now())
        house.look()
    told = _client(hands.plant, "feng").get(f"/api/v1/gates/{house.gate}/passages").json()
    assert len(told) == 1


def test_what_stands_on_a_list_is_read_back(hands: Hands, house: House) -> None:
    leader, path = _client(hands.plant, "feng"), f"/gates/{house.gate}/passages"
    body = {"person": hands.plant.person("li"), "way": "in", "at": iso(clock.now() - timedelta(minutes=9))}
    assert _post(leader, path, body).status_code == 201
    ahead = {**body, "at": iso(clock.now() + timedelta(minutes=9))}
    assert _post(leader, path, ahead).json()["code"] == "passage_ahead"
    [one] = leader.get(f"/api/v1/sites/{hands.plant.site}/inside", {"area": str(hands.plant.area)}).json()[
        "people"
    ]
    assert (one["name"], one["doubts"]) == ("李工", ["hand"])
