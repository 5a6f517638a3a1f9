"""B3: whoever has an appointment is reminded of that; the rights follow the paper all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from davy.db import rows, tenant
from davy.people.models import Certificate
from davy.reminding import tasks
from tests.plant import Browser, Plant, said

NINE = datetime(2027, 1, 4, 1, 0, tzinfo=UTC)  # 09:00 in China
TODAY = NINE.date()


@pytest.fixture(autouse=True)
def nine() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NINE, tick=False) as found:
        yield found


@pytest.fixture
def paper(plant: Plant) -> Certificate:
    """李工's, with twenty days left."""
    with tenant.company(plant.company.id):
        return Certificate.objects.create(
            company_id=plant.company.id,
            person_id=plant.people["li"].id,
            kind="special_operation",
            number="T1",
            item="低压电工作业",
            valid_to=TODAY + timedelta(days=20),
        )


def mine(browser: Browser) -> Any:
    return said(browser.get("/api/v1/reminders/mine"))


def booked(browser: Browser, paper: Certificate, days: int) -> Any:
    body = {"on": str(TODAY + timedelta(days=days)), "place": "市安科院考试点"}
    return browser.send("PUT", f"/api/v1/reminders/papers/{paper.id}/booking", body)


def titles(plant: Plant) -> list[str]:
    with tenant.company(plant.company.id):
        found = rows.many(
            "SELECT title_zh FROM notify_inbox WHERE person_id = %s ORDER BY id", [plant.people["li"].id]
        )
    return [row["title_zh"] for row in found]


def days_on(plant: Plant, nine: time_machine.Traveller, days: int) -> None:
    for _ in range(days):
        tasks.look_company(plant.company.id)
        nine.shift(timedelta(days=1))


def test_until_the_day_only_the_appointment_is_told(
    plant: Plant, paper: Certificate, nine: time_machine.Traveller
) -> None:
    answer = booked(plant.browser("li"), paper, 15)
    assert answer.status_code == 200, answer.content
    assert said(answer)["next_on"] == str(TODAY + timedelta(days=14))
    days_on(plant, nine, 15)
    assert titles(plant) == ["2027-01-19 办理《低压电工作业》换证：市安科院考试点，带齐材料"]
    days_on(plant, nine, 1)  # the day itself says nothing more
    assert len(titles(plant)) == 1
    days_on(plant, nine, 6)  # it passed and the paper is the old one
    assert [title.partition("》")[2] for title in titles(plant)[1:]] == [
        "还有 4 天到期（2027-01-24），请准备换证材料",
        "已于 2027-01-24 到期：不能上岗作业，换证并核对后恢复",
    ]


def test_another_appointment_is_told_anew(
    plant: Plant, paper: Certificate, nine: time_machine.Traveller
) -> None:
    booked(plant.browser("li"), paper, 1)
    tasks.look_company(plant.company.id)
    booked(plant.browser("qian"), paper, 10)
    days_on(plant, nine, 10)
    assert [title[:10] for title in titles(plant)] == ["2027-01-05", "2027-01-14"]


def test_an_end_within_the_wait_is_told_all_the_same(
    plant: Plant, paper: Certificate, nine: time_machine.Traveller
) -> None:
    booked(plant.browser("li"), paper, 30)
    days_on(plant, nine, 25)
    assert [title[-18:] for title in titles(plant)] == ["到期：不能上岗作业，换证并核对后恢复"]


def test_a_person_books_for_himself_and_the_desk_for_all(
    plant: Plant, neighbour: Plant, paper: Certificate
) -> None:
    assert booked(plant.browser("wang"), paper, 5).status_code == 404
    assert booked(neighbour.browser("sun"), paper, 5).status_code == 404
    assert booked(plant.browser("li"), paper, -1).status_code == 422
    assert booked(plant.browser("qian"), paper, 5).status_code == 200
    [row] = mine(plant.browser("li"))
    assert row["booking"] == {"on": str(TODAY + timedelta(days=5)), "place": "市安科院考试点", "note": ""}
    gone = plant.browser("li").send("DELETE", f"/api/v1/reminders/papers/{paper.id}/booking")
    assert said(gone)["booking"] is None
    assert mine(plant.browser("wang")) == []


def test_the_desk_sees_what_was_told_and_a_worker_only_his_own(plant: Plant, paper: Certificate) -> None:
    tasks.look_company(plant.company.id)
    [row] = said(plant.browser("qian").get("/api/v1/reminders"))
    assert (row["left"], row["person"]) == (20, "李工")
    assert [(step["step"], step["told"]) for step in row["steps"]] == [(90, False), (60, False), (30, True)]
    assert row["next_on"] == str(TODAY + timedelta(days=13))
    assert plant.browser("li").get("/api/v1/reminders").status_code == 403


def test_a_company_sets_its_own_steps_and_goes_back(plant: Plant, paper: Certificate) -> None:
    he = plant.browser("he")

    def put(days: list[int] | None) -> Any:
        return he.send("PUT", "/api/v1/reminders/steps/certificate", {"days": days})

    refused = put([7])
    assert (refused.status_code, said(refused)["code"]) == (422, "reminder_steps")
    found = {row["what"]: row for row in said(put([30, 90, 7]))}
    assert (found["certificate"]["days"], found["certificate"]["own"]) == ([90, 30, 7], True)
    tasks.look_company(plant.company.id)
    [row] = said(plant.browser("qian").get("/api/v1/reminders"))
    assert [step["step"] for step in row["steps"]] == [90, 30]
    assert {row["own"] for row in said(put(None))} == {False}
    assert plant.browser("li").send("PUT", "/api/v1/reminders/steps/review", {}).status_code == 403


def test_what_to_bring_comes_with_its_forms(plant: Plant) -> None:
    found = said(plant.browser("li").get("/api/v1/reminders/lists/review"))
    assert found["clause"] == "令30 第21、22、23条"
    assert {one["form"] for one in found["bring"]} == {None, "checkup", "training", "conduct"}
    assert [form["id"] for form in found["forms"]] == ["checkup", "training", "conduct"]
    assert plant.browser("li").get("/api/v1/reminders/lists/none").status_code == 422
