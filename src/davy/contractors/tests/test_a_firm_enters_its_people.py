"""周队 enters his people: each once, with his identity number; nobody of another firm or of the plant."""

from __future__ import annotations

from typing import Any

import pytest

from davy.accounts.models import SecurityEvent
from davy.contractors.tests.firm_office import NUMBERS, give_login, hire, officer, other_firm
from davy.db import tenant
from davy.people.models import Person
from tests.plant import Browser, Plant, said

PATH = "/api/v1/own-firm/people"


@pytest.fixture
def zhou(plant: Plant) -> Browser:
    """The login of 周队."""
    give_login(plant, hire(plant, "周队", "F0001"))
    return officer(plant)


def enter(browser: Browser, number: str = NUMBERS[0], **more: Any) -> Any:
    return browser.send("POST", PATH, {"name": "钱焊工", "id_number": number, **more})


def test_a_new_person_is_of_the_firm_and_let_into_nothing(plant: Plant, zhou: Browser) -> None:
    made = said(enter(zhou, phone="13800000001"))
    assert (made["id_last4"], made["phone"]) == (NUMBERS[0][-4:], "13800000001")
    assert made["missing"] == ["certificate", "admission", "photo"]
    with tenant.company(plant.company.id):
        assert Person.objects.get(id=made["id"]).firm_id == plant.firm_id
    assert said(enter(zhou, firm_id=str(plant.firm_id)))["code"] == "malformed"
    assert said(enter(zhou, "110101199003070012"))["code"] == "id_number_invalid"


def test_nobody_is_entered_twice_here_or_elsewhere(plant: Plant, zhou: Browser) -> None:
    enter(zhou)
    assert said(enter(zhou))["code"] == "own_person_twice"
    body = {"name": "吴某", "hr_code": "X1", "id_number": NUMBERS[1], "firm_id": str(other_firm(plant).id)}
    assert plant.browser("qian").send("POST", "/api/v1/people", body).status_code == 201
    answer = enter(zhou, NUMBERS[1])
    assert said(answer)["code"] == "own_person_elsewhere"
    assert "吴某" not in answer.content.decode()
    with tenant.company(plant.company.id):
        assert SecurityEvent.objects.filter(kind="own_person_elsewhere").count() == 1


def test_it_changes_how_to_reach_him_and_never_who_he_is(zhou: Browser) -> None:
    made = said(enter(zhou))
    path = f"{PATH}/{made['id']}"
    assert said(zhou.send("PATCH", path, {"phone": "13800000002"}))["phone"] == "13800000002"
    for field, value in (
        ("name", "吴某"),
        ("firm_id", None),
        ("status", "active"),
        ("id_number", NUMBERS[1]),
    ):
        assert zhou.send("PATCH", path, {field: value}).status_code == 422, field


def test_who_leaves_is_gone_at_once_and_comes_back_by_the_plant_alone(zhou: Browser) -> None:
    made = said(enter(zhou))
    path = f"{PATH}/{made['id']}"
    assert said(zhou.send("POST", f"{path}/leave", {}))["status"] == "left"
    assert zhou.send("PATCH", path, {"phone": "13800000002"}).status_code == 404
    assert made["id"] not in [one["id"] for one in said(zhou.get(PATH))["items"]]
    assert [one["id"] for one in said(zhou.get(f"{PATH}?left=true"))["items"]] == [made["id"]]
