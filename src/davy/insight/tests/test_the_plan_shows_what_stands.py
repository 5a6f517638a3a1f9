"""The plan of a site tells who is where, what is isolated, what rings, and what a freeze would stop."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Plant:
    step_clock(MORNING - clock.now())
    return small_plant(simulated=True)


def _client(plant: Plant, who: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people[who].account))
    return client


def _plan(plant: Plant) -> dict[str, Any]:
    answer = _client(plant, "li").get(f"/api/v1/plan/{plant.site}/live")
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def _area(plan: dict[str, Any], area: UUID) -> dict[str, Any]:
    return next(dict(row) for row in plan["areas"] if row["id"] == str(area))


def test_people_on_a_permit_are_told_with_who_is_inside(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_confined(hands)
    journeys.get_to_work(hands)
    hands.must("wang", "enter_space", {"person": plant.person("qian")})
    [row] = _plan(plant)["people"]
    here = {one["name"]: (one["duty"], one["inside"]) for one in row["here"]}
    assert row["permit"] == str(hands.permit)
    assert here["钱焊工"] == ("worker", True)
    assert here["王班"] == ("guardian", False)


def test_an_area_tells_what_a_freeze_would_stop_and_who_froze_it(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    assert _area(_plan(plant), plant.area)["stops"] == []  # an application is nothing to stop
    journeys.get_to_work(hands)
    area = _area(_plan(plant), plant.area)
    assert [(one["id"], one["state"]) for one in area["stops"]] == [(str(hands.permit), "active")]
    assert area["frozen"] is None
    member = plant.people["zheng"]
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(plant.company),
        "stream": f"area/{plant.area}",
        "kind": "freeze_area",
        "base_version": None,
        "body": {"reason": "漏油"},
        "occurred_at": iso(MORNING),
        "app": "test/1",
    }
    execute(parse(seal(data)), Sender("person", member.person, member.account, simulated_at=MORNING))
    area = _area(_plan(plant), plant.area)
    assert (area["frozen"]["post"], area["frozen"]["by"]) == ("safety_dept", "郑安全")
    assert [one["state"] for one in area["stops"]] == ["paused"]


def test_isolations_that_stand_and_red_alarms_have_their_place(plant: Plant) -> None:
    isolating = Isolating(plant, at=MORNING).plan()
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    hands.must("qian", "stop", {"reason": "旁边在装车"})
    plan = _plan(plant)
    assert [row["id"] for row in plan["isolations"]] == [str(isolating.isolation)]
    assert [(row["permit"], row["title"]["zh"]) for row in plan["bells"]] == [
        (str(hands.permit), "有人叫停作业")
    ]


def test_the_declared_grade_of_an_area_is_entered_with_an_audit_row(plant: Plant) -> None:
    change = {"risk_grade": "orange"}
    path = f"/api/v1/areas/{plant.area}"
    answer = _client(plant, "zheng").patch(path, change, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert _area(_plan(plant), plant.area)["risk_grade"] == "orange"
    with tenant.company(plant.company):
        row = AuditRow.objects.filter(resource="areas", resource_id=plant.area).order_by("at").last()
    assert row is not None
    assert ((row.before or {})["risk_grade"], (row.after or {})["risk_grade"]) == (None, "orange")
    green = _client(plant, "zheng").patch(path, {"risk_grade": "green"}, content_type="application/json")
    assert green.status_code == 422
