"""The list of permits is narrowed by what people know of a permit, sorted, and paged without losing a row."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from davy.people.models import Firm, Person
from davy.sites.models import Area, Unit

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Plant:
    """A hot work today, a confined space tomorrow. 钱焊工, who welds, is of a contractor; the area belongs to
    a unit."""
    step_clock(MORNING - clock.now())
    plant = small_plant(simulated=True)
    journeys.draft_hot(Hands(plant, at=MORNING))
    with tenant.company(plant.company):
        firm = Firm.objects.create(company_id=plant.company, name="华建安装", code="HJ")
        Person.objects.filter(id=plant.people["qian"].person).update(firm_id=firm.id)
        unit = Unit.objects.create(company_id=plant.company, site_id=plant.site, code="U1", name="储运")
        Area.objects.filter(id=plant.area).update(unit_id=unit.id)
    step_clock(timedelta(days=1))
    others = {**journeys.crew(plant), "workers": [plant.person("sun")]}
    journeys.draft_confined(Hands(plant, at=MORNING + timedelta(days=1)), crew=others)
    return plant


def _list(plant: Plant, **asked: Any) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people["zheng"].account))
    answer = client.get("/api/v1/permits", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def _types(plant: Plant, **asked: Any) -> list[str]:
    return [item["type"] for item in _list(plant, **asked)["items"]]


def test_it_is_narrowed_by_what_people_know_of_a_permit(plant: Plant) -> None:
    with tenant.company(plant.company):
        firm, unit = Firm.objects.get(code="HJ").id, Unit.objects.get(code="U1").id
    item = _list(plant, type="hot")["items"][0]
    assert item["level"] == "first"
    assert _types(plant, level="first") == ["hot"]
    assert _types(plant, firm=firm) == ["hot"]
    assert _types(plant, firm=uuid7()) == []
    assert _types(plant, unit=unit) == ["confined", "hot"]
    assert _types(plant, point=item["point"]["id"], type="hot") == ["hot"]
    assert _types(plant, person=plant.person("qian")) == ["hot"]
    assert _types(plant, until=(MORNING + timedelta(hours=20)).isoformat()) == ["hot"]
    assert _types(plant, since=(MORNING + timedelta(hours=20)).isoformat()) == ["confined"]


def test_every_word_must_be_found_in_number_work_place_people_or_firms(plant: Plant) -> None:
    number = _list(plant, type="hot")["items"][0]["number"]
    assert _types(plant, q=number) == ["hot"]
    assert _types(plant, q="罐区") == ["confined", "hot"]
    assert _types(plant, q="罐区 华建") == ["hot"]
    assert _types(plant, q="钱焊") == ["hot"]
    assert _types(plant, q="受限空间") == ["confined"]
    assert _types(plant, q="罐区 没有这个") == []
    assert _types(plant, q="%") == []


def test_it_is_sorted_both_ways(plant: Plant) -> None:
    assert _types(plant, sort="from", rising="true") == ["hot", "confined"]
    assert _types(plant, sort="from") == ["confined", "hot"]
    for key in ("changed", "to", "left", "number", "type", "state", "place", "responsible", "guardian"):
        assert sorted(_types(plant, sort=key)) == ["confined", "hot"], key


@pytest.fixture
def many(plant: Plant) -> Plant:
    """Three more, so that pages of two leave one over."""
    for day in (2, 3, 4):
        journeys.draft_hot(Hands(plant, at=MORNING + timedelta(days=1, minutes=day)))
    return plant


@pytest.mark.parametrize(("sort", "rising"), [("changed", False), ("type", True), ("place", False)])
def test_pages_hold_every_permit_once_and_lead_back(many: Plant, sort: str, rising: bool) -> None:
    asked = {"sort": sort, "rising": rising, "size": 2}
    first = _list(many, **asked)
    second = _list(many, **asked, after=first["next"])
    third = _list(many, **asked, after=second["next"])
    seen = [item["id"] for page in (first, second, third) for item in page["items"]]
    assert (len(seen), len(set(seen))) == (5, 5)
    assert seen == [item["id"] for item in _list(many, sort=sort, rising=rising)["items"]]
    assert (first["previous"], third["next"]) == (None, None)
    back = _list(many, **asked, before=third["previous"])
    assert back["items"] == second["items"]
    assert _list(many, **asked, before=back["previous"])["items"] == first["items"]
    assert _list(many, **asked, before=back["previous"])["previous"] is None


def test_a_new_permit_does_not_move_the_page_that_somebody_reads(many: Plant) -> None:
    first = _list(many, sort="from", size=2)
    before = _list(many, sort="from", size=2, after=first["next"])
    journeys.draft_hot(Hands(many, at=MORNING + timedelta(days=1, minutes=9)))
    assert _list(many, sort="from", size=2, after=first["next"])["items"] == before["items"]


@pytest.mark.parametrize("told", ["x", "[]", '["2026", 1]', '[1, "x"]', '["x\\u0000", "y"]', "null"])
def test_a_place_that_the_list_never_told_is_malformed(plant: Plant, told: str) -> None:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people["zheng"].account))
    assert client.get("/api/v1/permits", {"after": told}).status_code == 422
