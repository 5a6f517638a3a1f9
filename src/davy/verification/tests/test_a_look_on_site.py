"""Somebody on site holds a card, a badge or a number: one word, the face, the certificates, the permits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account, AuditRow
from davy.building.plant import Plant, photo, small_plant
from davy.contractors.models import Ban
from davy.db import tenant
from davy.people.models import Certificate, Firm, Person
from davy.signatures import badges
from davy.verification.tests.house import House

pytestmark = pytest.mark.django_db


def _look(plant: Plant, text: str, who: str = "wang", host: str = "testserver") -> Any:
    client = Client(headers={"host": host})
    with tenant.company(plant.company):
        client.force_login(Account.objects.get(id=plant.people[who].account))
    found = client.post("/api/v1/verification/look", json.dumps({"text": text}), "application/json")
    assert found.status_code == 200, found.content
    return found.json()


def _verified(house: House) -> None:
    """Every paper of 钱焊工 that has a source is confirmed."""
    with tenant.company(house.plant.company):
        mine = list(Certificate.objects.filter(person_id=house.plant.people["qian"].person))
    for row in mine:
        house.verify(house.answer(item=row.item), certificate=str(row.id))


def test_a_number_tells_face_papers_and_permits(house: House) -> None:
    _verified(house)
    face = photo(house.plant.company, "face")
    with tenant.company(house.plant.company):
        Person.objects.filter(id=house.plant.person("qian")).update(photo=face)
    by_code = _look(house.plant, "HR-qian")
    found = _look(house.plant, "t-qian")
    assert by_code["person"] == found["person"]
    assert (found["word"], found["person"]["name"], found["person"]["photo"]) == ("good", "钱焊工", face)
    assert [one["id"] for one in found["permits"]] == [str(house.hands.permit)]
    assert all("*" in one["number"] for one in found["papers"])


def test_a_badge_is_as_good_as_a_number(house: House) -> None:
    member = house.plant.people["qian"]
    with tenant.company(house.plant.company):
        badges.register(
            house.plant.company, member.account, "04A32F9911", by=house.plant.people["zheng"].account
        )
    assert _look(house.plant, "04:A3:2F:99:11")["person"]["name"] == "钱焊工"


def test_somebody_of_a_firm_that_is_shut_out_is_stopped(house: House) -> None:
    _verified(house)
    company = house.plant.company
    with tenant.company(company):
        firm = Firm.objects.create(company_id=company, code="C1", name="宏安检修")
        Person.objects.filter(id=house.plant.person("qian")).update(firm_id=firm.id)
    assert _look(house.plant, "HR-qian")["word"] == "good"
    with tenant.company(company):
        Ban.objects.create(company_id=company, firm_id=firm.id, since="2026-11-16", why="两次无票动火")
    assert _look(house.plant, "HR-qian")["word"] == "banned"


def test_what_is_not_verified_is_said_and_is_no_good(house: House) -> None:
    assert _look(house.plant, "T-qian")["word"] == "unverified"


def test_a_frozen_person_is_known_at_once(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    found = _look(house.plant, "T-qian")
    assert found["word"] == "frozen"
    assert {one["state"] for one in found["papers"]} >= {"differs"}


def test_a_forged_card_with_the_number_of_another_shows_the_others_face(house: House) -> None:
    _verified(house)
    forged = "姓名：孙某；证号：T-qian；操作项目：低压电工作业；有效期至：2035-01-01"
    found = _look(house.plant, forged)
    assert (found["word"], found["person"]["name"]) == ("doubted", "钱焊工")
    assert set(found["code_differs"]) == {"name", "holder_name", "valid_to"}
    assert house.status() == "active"  # a code freezes nobody


def test_a_link_is_for_a_person_to_open(house: House) -> None:
    found = _look(house.plant, "https://cx.example/v?id=8a7")
    assert (found["word"], found["code"], found["person"]) == ("unknown", "link", None)
    assert found["link"] == "https://cx.example/v?id=8a7"


def test_a_number_of_several_people_is_nobodys(house: House) -> None:
    with tenant.company(house.plant.company):
        Certificate.objects.filter(number="T-sun").update(number="T-QIAN", item="N1")
    assert _look(house.plant, "T-qian")["word"] == "unknown"


def test_a_look_is_kept_without_a_name(house: House) -> None:
    _look(house.plant, "T-qian")
    with tenant.company(house.plant.company):
        row = AuditRow.objects.get(resource="verification_look")
    assert row.account_id == house.plant.people["wang"].account
    assert "钱" not in json.dumps(row.after, ensure_ascii=False)


def test_a_neighbour_finds_nobody_of_ours(house: House) -> None:
    other = small_plant("hx", "hx.test")
    with tenant.company(other.company):
        Certificate.objects.filter(number="T-qian").delete()
    assert _look(other, "T-qian", "wang", "hx.test")["word"] == "unknown"
