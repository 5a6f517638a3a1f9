"""People by trade, firm, post and what ends first; and day by day what ends."""

from datetime import date, timedelta
from typing import Any

import pytest

from davy import clock
from davy.db import tenant
from davy.people.models import Certificate, Checkup, Person, Post, Restriction, Training
from davy.permits.around import LOCAL
from tests.plant import Browser, Plant, said


def today() -> date:
    return clock.now().astimezone(LOCAL).date()


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, in a plant where 李工 welds with a paper that ends soon and 王班 has one that ended."""
    company, now = plant.company.id, today()
    with tenant.company(company):
        Person.objects.filter(id=plant.people["li"].id).update(trade="焊工", firm_id=plant.firm_id)
        Post.objects.create(
            company_id=company, code="shift_leader", name="当班班长", holder_id=plant.people["zhao"].id
        )
        for nick, number, item, ends, review in (
            ("li", "T1", "熔化焊接与热切割作业", 900, 20),
            ("wang", "G1", "作业监护", -3, None),
        ):
            Certificate.objects.create(
                company_id=company,
                person_id=plant.people[nick].id,
                kind="special_operation" if nick == "li" else "guardian",
                number=number,
                item=item,
                valid_to=now + timedelta(days=ends),
                review_due=None if review is None else now + timedelta(days=review),
            )
        Checkup.objects.create(
            company_id=company,
            person_id=plant.people["li"].id,
            kind="pre",
            done_on=now,
            valid_to=now + timedelta(days=365),
            verdict="fit",
        )
        Training.objects.create(
            company_id=company,
            person_id=plant.people["li"].id,
            subject="annual",
            done_on=now,
            valid_to=now + timedelta(days=40),
            passed=True,
        )
        Restriction.objects.create(
            company_id=company, person_id=plant.people["wang"].id, kind="other", works=[], since=now
        )
    return plant.browser("qian")


def names(browser: Browser, asked: str) -> list[str]:
    return [row["name"] for row in said(browser.get(f"/api/v1/ledger/roster?{asked}"))["items"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("trade=焊工", ["李工"]),
        ("own_staff=false", ["李工"]),
        ("post=shift_leader", ["赵主任"]),
        ("worst=ended", ["王班"]),
        ("worst=soon", ["李工"]),
        ("worst=barred", ["王班"]),
        ("within_days=20", ["李工", "王班"]),
        ("within_days=19", ["王班"]),
        ("within_days=20&sort=ends", ["王班", "李工"]),
        ("q=H000&size=1&page=3&sort=code", ["赵主任"]),
        ("q=%25", []),
    ],
)
def test_the_roster_is_narrowed_and_sorted(qian: Browser, asked: str, expected: list[str]) -> None:
    assert sorted(names(qian, asked)) == sorted(expected)
    if "sort" in asked:
        assert names(qian, asked) == expected


def test_a_row_tells_the_state_of_the_papers(qian: Browser, plant: Plant) -> None:
    [row] = said(qian.get("/api/v1/ledger/roster?trade=焊工"))["items"]
    told: dict[str, Any] = {
        "firm": "宏安检修",
        "papers": 1,
        "ended": 0,
        "medical": "fit",
        "trainings": ["annual"],
        "barred": False,
    }
    assert {name: row[name] for name in told} == told
    assert row["next_what"] == "certificate/熔化焊接与热切割作业"
    assert row["next_end"] == (today() + timedelta(days=20)).isoformat()


def test_the_calendar_tells_each_end_on_its_day(qian: Browser) -> None:
    span = f"start={today() - timedelta(days=5)}&end={today() + timedelta(days=60)}"
    found = said(qian.get(f"/api/v1/ledger/calendar?{span}"))
    assert [(row["person"], row["what"], row["state"]) for row in found] == [
        ("王班", "certificate", "expired"),
        ("李工", "review", "review_due"),
        ("李工", "training", None),
    ]


@pytest.mark.usefixtures("qian")
def test_the_neighbour_sees_none_of_it(neighbour: Plant) -> None:
    assert names(neighbour.browser("sun"), "") == ["孙某"]


def test_the_catalogues_tell_how_sure_they_are(qian: Browser) -> None:
    found = {row["id"]: row for row in said(qian.get("/api/v1/ledger/catalogues"))}
    assert (found["certificates/order30"]["until"], found["certificates/order30"]["to_confirm"]) == (
        "2026-05-31",
        False,
    )
    assert found["certificates/order19"]["to_confirm"] is True
    assert found["certificates/order19"]["valid_months"] == 72
    works = said(qian.get("/api/v1/ledger/words"))["works"]
    assert {"hot", "confined", "height", "power"} <= set(works)
