"""Somebody of a contractor is let in for works and areas, from day to day, perhaps beside a companion."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from davy import clock
from davy.contractors import queries
from davy.db import tenant
from davy.people.models import Person
from davy_core.permits.contracting import admitted
from tests.plant import Browser, Plant, said


@pytest.fixture
def he(plant: Plant) -> Browser:
    """何工, who administers."""
    return plant.browser("he")


@pytest.fixture
def guest(plant: Plant) -> str:
    """冯外, who works for the contractor."""
    with tenant.company(plant.company.id):
        made = Person.objects.create(
            company_id=plant.company.id, name="冯外", hr_code="C1-001", firm_id=plant.firm_id
        )
    return str(made.id)


def day(plant: Plant, offset: int) -> str:
    return (plant.company.today() + timedelta(days=offset)).isoformat()


def ask(he: Browser, plant: Plant, person: str, **more: Any) -> Any:
    body = {"person_id": person, "since": day(plant, 0), "until": day(plant, 30), **more}
    return he.send("POST", "/api/v1/contractors/admissions", body)


def judged(plant: Plant, person: str, work: str = "hot", **more: Any) -> str:
    zone = ZoneInfo(plant.company.timezone)
    now = more.get("now", clock.now())
    with tenant.company(plant.company.id):
        found = queries.contracts(plant.company.id, [person], now, zone)[person]
    return admitted(found, work, more.get("area", str(plant.area_id)), more.get("crew", ()), now)


def test_it_counts_for_its_works_and_areas_until_the_end_of_the_last_day(
    plant: Plant, he: Browser, guest: str
) -> None:
    assert judged(plant, guest) == "none"
    made = said(ask(he, plant, guest, works=["hot"], areas=[str(plant.area_id)], until=day(plant, 0)))
    assert (made["counts"], made["person_name"], made["granted_by"]) == (True, "冯外", "何工")
    assert judged(plant, guest) == "admitted"
    assert judged(plant, guest, "height") == "other_work"
    assert judged(plant, guest, area="elsewhere") == "other_area"
    assert judged(plant, guest, now=clock.now() + timedelta(days=1)) == "ended"
    [line] = said(he.get("/api/v1/contractors"))
    assert (line["people"], line["admitted"]) == (1, 1)


def test_a_temporary_one_counts_beside_its_companion_only(plant: Plant, he: Browser, guest: str) -> None:
    li = str(plant.people["li"].id)
    assert said(ask(he, plant, guest, companion_id=li))["companion_name"] == "李工"
    assert judged(plant, guest) == "alone"
    assert judged(plant, guest, crew=(li,)) == "admitted"


def test_the_companion_is_of_the_plant(plant: Plant, he: Browser, guest: str) -> None:
    assert said(ask(he, plant, guest, companion_id=guest))["code"] == "admission_companion"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"works": ["baking"]}, "malformed"),
        ({"until": "2020-01-01"}, "ledger_dates"),
        ({"areas": ["01a1ffbf-0000-7000-8000-000000000000"]}, "not_found"),
        ({"person_id": "01a1ffbf-0000-7000-8000-000000000000"}, "reference_unknown"),
    ],
)
def test_what_cannot_be_is_refused(
    plant: Plant, he: Browser, guest: str, more: dict[str, Any], code: str
) -> None:
    assert said(ask(he, plant, guest, **more))["code"] == code


def test_the_plants_own_people_need_none(plant: Plant, he: Browser) -> None:
    assert said(ask(he, plant, str(plant.people["li"].id)))["code"] == "admission_no_firm"


def test_taking_it_back_is_never_refused_and_its_reason_stays(plant: Plant, he: Browser, guest: str) -> None:
    made = said(ask(he, plant, guest))
    assert (
        he.send(
            "POST", "/api/v1/contractors/bans", {"firm_id": str(plant.firm_id), "why": "隐瞒事故"}
        ).status_code
        == 201
    )
    assert said(ask(he, plant, guest))["code"] == "admission_firm_banned"
    path = f"/api/v1/contractors/admissions/{made['id']}/withdraw"
    for why in ("活干完了", "再按一次"):
        told = said(he.send("POST", path, {"why": why}))
        assert (told["counts"], told["withdrawn_why"]) == (False, "活干完了")
    assert judged(plant, guest) == "none"


def test_who_keeps_the_registers_lets_nobody_in(plant: Plant, guest: str) -> None:
    assert ask(plant.browser("qian"), plant, guest).status_code == 403
