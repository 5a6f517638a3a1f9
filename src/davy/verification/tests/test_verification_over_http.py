"""The desk sees what stands against whom, a neighbour sees nothing, and no form undoes a freeze."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building.envelopes import envelope
from davy.building.plant import Plant, photo, small_plant
from davy.db import rows, tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.people.models import Person
from davy.verification.tests.house import House

pytestmark = pytest.mark.django_db


def _client(plant: Plant, who: str, host: str = "testserver") -> Client:
    client = Client(headers={"host": host})
    with tenant.company(plant.company):
        client.force_login(Account.objects.get(id=plant.people[who].account))
    return client


def _get(house: House, path: str, who: str = "zheng") -> Any:
    found = _client(house.plant, who).get(f"/api/v1/verification/{path}")
    return found.json() if found.status_code == 200 else found.status_code


def test_what_is_wrong_stands_in_front_and_is_counted(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    found = _get(house, "certificates")
    assert found["counts"] == {"differs": 1, "waiting": found["total"] - 1}
    first = found["items"][0]
    assert (first["person"], first["state"], first["differs"]) == (
        "钱焊工",
        "differs",
        ["name", "holder_name"],
    )
    assert first["person_status"] == "frozen"
    assert [one["state"] for one in _get(house, "certificates?state=differs")["items"]] == ["differs"]
    assert _get(house, "certificates?q=孙司索")["total"] == 1


def test_a_certificate_tells_where_to_ask_and_what_was_answered(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    found = _get(house, f"certificates/{house.paper}")
    assert found["official"]["url"].startswith("https://cx.mem.gov.cn")
    assert [one["type"] for one in found["steps"]] == ["PersonFrozen", "CertificateChecked"]
    assert found["steps"][1]["answer"]["name"] == "孙某"
    assert found["steps"][1]["by_name"] == "郑安全"
    assert len(found["evidence"]) == 64
    assert set(found["proves"]) == {"official", "connector", "qr"}


def test_who_is_frozen_is_listed_with_the_reason(house: House) -> None:
    house.verify({"found": False, "number": "T-qian"})
    house.give("zheng", "ask_thaw", {"reason": "台账录错了号"})
    (one,) = _get(house, "freezes")
    assert (one["person"], one["against"], one["permits"]) == ("钱焊工", 1, 1)
    assert "查无此证" in one["why"]
    assert (one["thaw_by_name"], one["thaw_reason"]) == ("郑安全", "台账录错了号")


def test_a_changed_ledger_has_to_be_verified_anew(house: House) -> None:
    house.verify(house.answer())
    assert _get(house, f"certificates/{house.paper}")["state"] == "confirmed"
    changed = _client(house.plant, "chu").patch(
        f"/api/v1/certificates/{house.paper}", json.dumps({"valid_to": "2031-01-01"}), "application/json"
    )
    assert changed.status_code == 200
    after = _get(house, f"certificates/{house.paper}")
    assert (after["state"], after["same_claim"], after["verdict"]) == ("waiting", False, "confirmed")


def test_no_form_undoes_a_freeze(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    who = house.plant.person("qian")
    refused = _client(house.plant, "chu").patch(
        f"/api/v1/people/{who}", json.dumps({"status": "active"}), "application/json"
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "person_thaw_by_two")
    with tenant.company(house.plant.company):
        Person.objects.filter(id=who).update(status="active")
    assert house.status() == "frozen"


def test_who_is_frozen_by_the_register_is_looked_at_by_the_clock_at_once(house: House) -> None:
    who = house.plant.person("qian")
    changed = _client(house.plant, "chu").patch(
        f"/api/v1/people/{who}", json.dumps({"status": "frozen"}), "application/json"
    )
    assert changed.status_code == 200
    house.hands.tick()
    assert house.permit() == ("paused", ["person_ineligible"])


def test_a_neighbour_finds_no_paper_and_speaks_against_nobody(house: House) -> None:
    other = small_plant("hx", "hx.test")
    stranger = _client(other, "zheng", "hx.test")
    assert stranger.get(f"/api/v1/verification/certificates/{house.paper}").status_code == 404
    assert stranger.get("/api/v1/verification/freezes").json() == []
    for whose in (house.plant.people["qian"], other.people["qian"]):
        found = _strange(other, whose.person, house)
        assert found["verdict"] == "refused"
        assert found["reasons"][0]["code"] in {"verification_of_nobody", "verification_of_no_paper"}
    assert house.status() == "active"


def _strange(other: Plant, person: Any, house: House) -> Any:
    """The neighbour's officer speaks against 钱焊工's paper, in his own company's name."""
    body = {
        "certificate": str(house.paper),
        "source": "official",
        "answer": {"found": False, "number": "T-qian"},
        "screenshot": photo(other.company, "shot"),
    }
    sent = envelope(
        other.company,
        person,
        "record_answer",
        body,
        occurred_at=clock.now(),
        stream_kind="person",
        id=uuid7(),
    )
    member = other.people["zheng"]
    return execute(sent, Sender("person", member.person, member.account))


def test_whoever_only_works_reads_no_list(house: House) -> None:
    assert _get(house, "certificates", "li") == 403
    assert _get(house, "freezes", "qian") == 403


def test_the_tables_hide_a_company_from_another(house: House) -> None:
    house.verify(house.answer())
    other = small_plant("hx", "hx.test")
    with tenant.company(other.company):
        for table in ("verification_person", "verification_standing"):
            assert rows.many(f"SELECT 1 FROM {table}") == []  # noqa: S608 - constants
