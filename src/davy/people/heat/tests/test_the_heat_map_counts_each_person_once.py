"""B5: each person stands in one state of each map, and a count leads to exactly as many people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils.http import urlencode

from davy import clock
from davy.db import tenant
from davy.people.heat.queries import BY, STATES
from davy.people.models import Certificate, Checkup, Person
from davy.permits.around import LOCAL
from davy.sites.models import Unit
from tests.plant import Browser, Plant, said


def today() -> date:
    return clock.now().astimezone(LOCAL).date()


# name → days left of each of his certificates (None: no end is told), status
CREW: dict[str, tuple[tuple[int | None, ...], str]] = {
    "甲": ((900,), "active"),
    "乙": ((900, 91), "active"),
    "丙": ((900, 90), "active"),
    "丁": ((31, 30), "active"),
    "戊": ((7, 900), "active"),
    "己": ((0,), "active"),
    "庚": ((-1, 900), "active"),
    "辛": ((None, 900), "active"),
    "壬": ((), "active"),
    "癸": ((-5,), "frozen"),
    "走": ((-5,), "left"),
}
EXPECTED = {"valid": 2, "d90": 1, "d30": 1, "d7": 2, "expired": 1, "unknown": 1, "none": 1, "frozen": 1}


@pytest.fixture
def desk(plant: Plant) -> Browser:
    """钱敏, in a plant whose crew is as above; half of it works for the firm, in a team of the same name."""
    company = plant.company.id
    with tenant.company(company):
        Person.objects.filter(id__in=[one.id for one in plant.people.values()]).update(status="left")
        unit = Unit.objects.create(company_id=company, site_id=plant.site_id, code="U1", name="一车间")
        for n, (name, (ends, status)) in enumerate(CREW.items()):
            own = n % 2 == 0
            one = Person.objects.create(
                company_id=company,
                name=name,
                hr_code=f"K{n:03}",
                status=status,
                firm_id=None if own else plant.firm_id,
                unit_id=unit.id if own else None,
                team="一班",
                trade="焊工" if n < 4 else "",
            )
            _papers(company, one.id, ends)
    return plant.browser("qian")


def _papers(company: UUID, person: UUID, ends: tuple[int | None, ...]) -> None:
    for n, left in enumerate(ends):
        Certificate.objects.create(
            company_id=company,
            person_id=person,
            kind="special_operation",
            number=str(person),
            item=f"项目{n}",
            valid_to=None if left is None else today() + timedelta(days=left),
        )


def heat(browser: Browser, by: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = said(browser.get(f"/api/v1/ledger/heat?by={by}"))["rows"]
    return rows


@pytest.mark.parametrize("by", BY)
def test_each_person_is_counted_once_whatever_it_is_counted_by(desk: Browser, by: str) -> None:
    rows = heat(desk, by)
    assert {state: sum(row["counts"][state] for row in rows) for state in STATES} == EXPECTED
    assert sum(row["total"] for row in rows) == 10
    assert all(sum(row["counts"].values()) == row["total"] for row in rows)


@pytest.mark.parametrize("by", BY)
def test_a_count_leads_to_exactly_its_people(desk: Browser, by: str) -> None:
    for row in heat(desk, by):
        for state, count in row["counts"].items():
            asked = urlencode({"by": by, "key": row["key"], "state": state})
            found = said(desk.get(f"/api/v1/ledger/heat/people?{asked}"))
            assert found["total"] == len(found["items"]) == count
            assert {one["state"] for one in found["items"]} <= {state}


def test_teams_of_one_name_in_two_firms_are_two(desk: Browser) -> None:
    assert sorted((row["name"], row["firm"]) for row in heat(desk, "team")) == [
        ("一班", ""),
        ("一班", "宏安检修"),
    ]


def test_a_person_is_told_with_his_papers_the_first_end_in_front(desk: Browser) -> None:
    [one] = said(desk.get("/api/v1/ledger/heat/people?by=firm&state=expired"))["items"]
    assert (one["name"], one["day"]) == ("庚", str(today() - timedelta(days=1)))
    assert [paper["name"] for paper in one["papers"]] == ["项目0", "项目1"]
    page = said(desk.get("/api/v1/ledger/heat/people?by=firm&size=3&page=2"))
    assert (page["total"], len(page["items"])) == (10, 3)


def test_who_renewed_under_another_number_is_valid(desk: Browser, plant: Plant) -> None:
    with tenant.company(plant.company.id):
        geng = Person.objects.get(name="庚")
        Certificate.objects.create(
            company_id=plant.company.id,
            person_id=geng.id,
            kind="special_operation",
            number="new",
            item="项目0",
            valid_to=today() + timedelta(days=2000),
        )
    assert sum(row["counts"]["expired"] for row in heat(desk, "trade")) == 0


def test_the_forecast_tells_twelve_months(desk: Browser, plant: Plant) -> None:
    with tenant.company(plant.company.id):
        Checkup.objects.create(
            company_id=plant.company.id,
            person_id=Person.objects.get(name="甲").id,
            kind="periodic",
            done_on=today(),
            valid_to=today(),
            verdict="fit",
        )
    months = said(desk.get("/api/v1/ledger/forecast"))
    assert [months[0]["month"], len(months)] == [today().strftime("%Y-%m"), 12]
    assert sum(month["certificate"] for month in months) == 6  # 0, 7, 30, 31, 90, 91 days
    assert months[0]["checkup"] == 1


def test_whoever_does_not_answer_for_people_sees_no_map(
    desk: Browser, plant: Plant, neighbour: Plant
) -> None:
    assert plant.browser("li").get("/api/v1/ledger/heat").status_code == 403
    assert all(row["counts"]["expired"] == 0 for row in heat(neighbour.browser("sun"), "firm"))
