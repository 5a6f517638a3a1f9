"""An administrator sets a messenger up, tries it, and nobody reads its password back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from davy.accounts.models import Account, AuditRow
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.notify.models import Messenger
from davy.notify.outward.tests.posts import GATEWAY, phone, rounds
from davy.notify.outward.tests.servers import WebServer, web_server
from tests.plant import Browser

pytestmark = pytest.mark.django_db
PATH = "/api/v1/messengers"


@pytest.fixture
def gateway() -> Iterator[WebServer]:
    with web_server() as found:
        found.answers["/send"] = {"result": [{"code": 0}]}
        yield found


def _browser(plant: Plant, who: str, *roles: str, host: str = "testserver") -> Browser:
    account = Account.objects.get(id=plant.people[who].account)
    account.roles = [*account.roles, *roles]
    account.save()
    browser = Browser(host)
    browser.force_login(account)
    return browser


def _sms(gateway: WebServer, **over: Any) -> dict[str, Any]:
    settings = {"url": f"{gateway.url}/send", **GATEWAY, **over}
    return {"private_net": True, "settings": settings, "secret": {"key": "gateway-key"}}


def test_an_administrator_sets_it_up_tries_it_and_reads_no_password_back(gateway: WebServer) -> None:
    plant = small_plant()
    phone(plant, "chen", "13800138000")
    admin = _browser(plant, "chen", "admin")
    told = admin.send("PUT", f"{PATH}/sms", _sms(gateway))
    assert (told.status_code, told.json()["enabled"]) == (200, True)
    trial = admin.send("POST", f"{PATH}/sms/trial").json()
    rounds(plant)
    assert admin.get(f"/api/v1/messages/{trial['id']}").json()["state"] == "sent"
    assert [body["to"] for body in gateway.bodies()] == [["13800138000"]]
    found = admin.get(PATH).content.decode()
    with tenant.company(plant.company):
        kept = bytes(Messenger.objects.get(company_id=plant.company).secret)
        found += str([row.after for row in AuditRow.objects.filter(resource="messengers")])
    assert "gateway-key" not in found
    assert b"gateway-key" not in kept


def test_others_neither_change_it_nor_read_its_settings(gateway: WebServer) -> None:
    plant = small_plant()
    _browser(plant, "chen", "admin").send("PUT", f"{PATH}/sms", _sms(gateway))
    officer = _browser(plant, "zheng")
    assert {row["settings"] is None for row in officer.get(PATH).json()} == {True}
    assert officer.send("PUT", f"{PATH}/sms", _sms(gateway)).status_code == 403
    assert _browser(plant, "qian").get(PATH).status_code == 403


def test_a_kept_password_does_not_follow_to_another_place(gateway: WebServer) -> None:
    plant = small_plant()
    admin = _browser(plant, "chen", "admin")
    admin.send("PUT", f"{PATH}/sms", _sms(gateway))
    moved = _sms(gateway, url="https://elsewhere.example/send")
    refused = admin.send("PUT", f"{PATH}/sms", {**moved, "secret": None})
    assert (refused.status_code, refused.json()["code"]) == (422, "messenger_secret_again")
    paused = admin.send("PUT", f"{PATH}/sms", {**_sms(gateway), "secret": None, "enabled": False})
    assert (paused.status_code, paused.json()["enabled"]) == (200, False)


def test_what_cannot_be_used_is_refused_and_nothing_kept(gateway: WebServer) -> None:
    plant = small_plant()
    admin = _browser(plant, "chen", "admin")
    refused = admin.send("PUT", f"{PATH}/sms", _sms(gateway, body={"to": "{phone}"}))
    assert (refused.status_code, refused.json()["missing"]) == (422, [{"at": "body"}])
    assert not any(row["set_up"] for row in admin.get(PATH).json())
    assert admin.send("PUT", f"{PATH}/pigeon", _sms(gateway)).status_code == 422


def test_where_a_person_is_found_is_written_down_and_taken_away() -> None:
    plant = small_plant()
    admin = _browser(plant, "chen", "admin")
    path = f"/api/v1/people/{plant.person('li')}/addresses"
    told = {"wecom": "lisi", "mail": "li@plant.example"}
    assert admin.send("PUT", path, told).json() == {"sms": "", "dingtalk": "", **told}
    assert admin.send("PUT", path, {"wecom": "lisi"}).status_code == 200
    assert admin.get(path).json() == {"sms": "", "dingtalk": "", "mail": "", "wecom": "lisi"}
    refused = admin.send("PUT", path, {"mail": "li at plant"})
    assert (refused.status_code, refused.json()["missing"]) == (422, [{"at": "mail"}])
    assert _browser(plant, "qian").get(path).status_code == 403


def test_a_neighbour_finds_neither_messenger_nor_address(gateway: WebServer) -> None:
    mine, other = small_plant(), small_plant("b", "b.example")
    _browser(mine, "chen", "admin").send("PUT", f"{PATH}/sms", _sms(gateway))
    stranger = _browser(other, "chen", "admin", host="b.example")
    assert not any(row["set_up"] for row in stranger.get(PATH).json())
    assert stranger.get(f"/api/v1/people/{mine.person('li')}/addresses").status_code == 404
