"""One box finds permits, people, places, equipment, firms and orders: only what the account may read."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.insight.search import queries
from davy.people.models import Firm, Person
from davy.planning.models import WorkOrder
from davy.sites.models import Equipment

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant() -> Plant:
    """A hot work at the tanks, a contractor, a pump and an order for it."""
    plant = small_plant()
    journeys.draft_hot(Hands(plant))
    company = plant.company
    with tenant.company(company):
        firm = Firm.objects.create(company_id=company, name="华建安装", code="HJ-01")
        Person.objects.filter(id=plant.people["qian"].person).update(firm_id=firm.id)
        Equipment.objects.create(company_id=company, area_id=plant.area, code="P-777", name="甲醇输送泵")
        WorkOrder.objects.create(
            company_id=company, site_id=plant.site, number="GD-2026-88", title="换机械密封", source="order",
            equipment_code="P-777", starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 30),
        )  # fmt: skip
    return plant


def _told(plant: Plant, q: str) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people["li"].account))
    answer = client.get("/api/v1/search", {"q": q})
    assert answer.status_code == 200, answer.content
    return answer.json()


def _found(plant: Plant, q: str) -> Mapping[str, list[str]]:
    return {group["kind"]: [hit["name"] for hit in group["hits"]] for group in _told(plant, q)["groups"]}


def test_each_kind_is_found_by_a_part_of_what_it_is_called(plant: Plant) -> None:
    assert _found(plant, "钱焊")["person"] == ["钱焊工"]
    assert _found(plant, "罐区")["area"] == ["甲醇罐区"]
    assert _found(plant, "输送")["equipment"] == ["甲醇输送泵"]
    assert _found(plant, "p-777") == {"equipment": ["甲醇输送泵"], "order": ["换机械密封"]}
    assert _found(plant, "华建")["firm"] == ["华建安装"]
    assert _found(plant, "gd-2026") == {"order": ["换机械密封"]}
    assert _found(plant, "没有这样的东西") == {}


def test_a_permit_is_found_with_its_state_by_work_place_and_people(plant: Plant) -> None:
    groups = {group["kind"]: group for group in _told(plant, "罐区 钱焊")["groups"]}
    hit = groups["permit"]["hits"][0]
    assert (hit["permit"]["type"], hit["permit"]["state"]) == ("hot", "submitted")
    assert hit["code"] == hit["permit"]["number"]
    assert "permit" in _found(plant, hit["permit"]["content"][2:4])
    assert "permit" in _found(plant, hit["code"][-4:])


def test_what_is_called_exactly_so_comes_first_and_a_few_stand_for_many(plant: Plant) -> None:
    with tenant.company(plant.company):
        for at in range(9):
            Equipment.objects.create(
                company_id=plant.company, area_id=plant.area, code=f"P-7{at}", name="备用泵"
            )
    group = next(g for g in _told(plant, "p-77")["groups"] if g["kind"] == "equipment")
    assert [hit["code"] for hit in group["hits"]] == ["P-77", "P-777"]
    group = next(g for g in _told(plant, "备用")["groups"] if g["kind"] == "equipment")
    assert (len(group["hits"]), group["more"]) == (queries.MOST, True)


def test_a_sign_of_the_pattern_finds_only_itself(plant: Plant) -> None:
    assert _found(plant, "%") == {}
    assert _found(plant, "_") == {}
    assert _told(plant, " \t")["groups"] == []


def test_what_the_account_may_not_read_is_not_looked_for(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = {**queries.KINDS, "person": "evidence", "order": "audit"}
    monkeypatch.setattr(queries, "KINDS", MappingProxyType(closed))
    told = _told(plant, "钱焊")
    assert told["kinds"] == ["permit", "area", "point", "equipment", "firm"]
    assert "person" not in {group["kind"] for group in told["groups"]}
    assert "permit" in {group["kind"] for group in told["groups"]}


def test_a_neighbour_finds_nothing_of_ours(plant: Plant) -> None:
    other = small_plant("next", "next.davy.test")
    client = Client(headers={"host": "next.davy.test"})
    client.force_login(Account.objects.get(id=other.people["li"].account))
    for q in ("华建", "P-777", "GD-2026", "焊"):
        groups = client.get("/api/v1/search", {"q": q}).json()["groups"]
        ours = {str(member.person) for member in plant.people.values()}
        assert not ours & {hit["id"] for group in groups for hit in group["hits"]}
        assert {group["kind"] for group in groups} <= {"person"}
