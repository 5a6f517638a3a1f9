"""A violation counts for thirty days unless it is lifted, and nobody lifts his own."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.db import tenant
from davy.people import queries
from davy.permits.around import LOCAL
from tests.plant import Browser, Plant, said


@pytest.fixture
def zhao(plant: Plant) -> Browser:
    """赵主任, who leads the shift."""
    return plant.browser("zhao")


def today() -> date:
    return clock.now().astimezone(LOCAL).date()


def counting(plant: Plant, nick: str) -> int:
    person = plant.people[nick].id
    with tenant.company(plant.company.id):
        return queries.facts(plant.company.id, [person], today())[str(person)].violations


def enter(by: Browser, plant: Plant, nick: str, days_ago: int) -> Any:
    body = {
        "person_id": str(plant.people[nick].id),
        "happened_on": (today() - timedelta(days=days_ago)).isoformat(),
        "kind": "general",
        "what": "高处作业未系安全带",
    }
    return by.send("POST", "/api/v1/violations", body)


@pytest.mark.parametrize(("days_ago", "counts"), [(0, 1), (29, 1), (30, 0)])
def test_it_counts_for_thirty_days(plant: Plant, zhao: Browser, days_ago: int, counts: int) -> None:
    made = enter(zhao, plant, "li", days_ago)
    assert made.status_code == 201, made.content
    assert said(made)["counts"] is bool(counts)
    assert (counting(plant, "li"), counting(plant, "wang")) == (counts, 0)
    assert len(said(zhao.get("/api/v1/violations?counting=true"))["items"]) == counts


def test_a_lifted_one_no_longer_counts_and_keeps_its_reason(plant: Plant, zhao: Browser) -> None:
    made = said(enter(zhao, plant, "li", 1))
    lifted = said(zhao.send("POST", f"/api/v1/violations/{made['id']}/lift", {"why": "已再培训并考核合格"}))
    assert (lifted["counts"], lifted["lifted_why"], counting(plant, "li")) == (False, "已再培训并考核合格", 0)
    again = said(zhao.send("POST", f"/api/v1/violations/{made['id']}/lift", {"why": "换个理由"}))
    assert again["lifted_why"] == "已再培训并考核合格"


def test_nobody_lifts_his_own(plant: Plant, zhao: Browser) -> None:
    made = said(enter(plant.browser("he"), plant, "zhao", 1))
    answer = zhao.send("POST", f"/api/v1/violations/{made['id']}/lift", {"why": "误录"})
    assert (answer.status_code, said(answer)["code"]) == (409, "violation_own")
    assert counting(plant, "zhao") == 1


def test_tomorrow_and_strangers_are_refused(plant: Plant, zhao: Browser) -> None:
    assert enter(zhao, plant, "li", -1).status_code == 422
    stranger = {
        "person_id": str(UUID(int=7)),
        "happened_on": today().isoformat(),
        "kind": "general",
        "what": "无证",
    }
    assert said(zhao.send("POST", "/api/v1/violations", stranger))["code"] == "reference_unknown"
    assert enter(plant.browser("li"), plant, "wang", 1).status_code == 403
    assert plant.browser("li").get("/api/v1/violations").status_code == 403
