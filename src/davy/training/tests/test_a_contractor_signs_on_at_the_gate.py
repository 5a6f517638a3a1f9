"""Contractors sign on at the gate; who is not let in, or not trained where that is asked, is refused."""

from __future__ import annotations

from datetime import timedelta
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from davy import clock
from davy.contractors.models import Admission, Ban
from davy.db import tenant
from davy.people.models import Person, Training
from davy.permits import facts
from davy.rulebook.models import StoredOverlay
from davy.training import courses
from davy.training.tests.house import TRAINEES, House
from davy_core.rules.overlay import load_overlay
from tests.plant import said


def _let_in(there: House, who: str, *works: str) -> None:
    today = there.plant.company.today()
    with tenant.company(there.plant.company.id):
        Admission.objects.create(
            company_id=there.plant.company.id,
            person_id=there.people[who],
            works=list(works),
            since=today,
            until=today + timedelta(days=30),
        )


def _at_gate(there: House, who: str, way: str = "on") -> Any:
    told = next(one for one in TRAINEES if one[0] == who)
    path = there.way(f"/roster/code/{there.plant.site_id}")
    return there.phone().fill(path, badge=told[2], digits=told[3], way=way)


def _offered(name: str) -> dict[str, Any]:
    text = resources.files("davy_law").joinpath("rulepacks", "overlays", name).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def _take_into_use(there: House, name: str) -> None:
    body = _offered(name)
    load_overlay(body)
    with tenant.company(there.plant.company.id):
        StoredOverlay.objects.create(
            company_id=there.plant.company.id,
            pack=body["pack"],
            body=body,
            created_at=clock.now(),
            created_by=there.plant.accounts["he"].id,
        )


def _signed_on(there: House, who: str) -> bool | None:
    with tenant.company(there.plant.company.id):
        return facts.persons(there.plant.company.id, [str(there.people[who])], clock.now())[
            str(there.people[who])
        ].signed_on


def _train(there: House, who: str, *subjects: str, ends: int = 300) -> None:
    today = there.plant.company.today()
    with tenant.company(there.plant.company.id):
        for subject in subjects:
            Training.objects.create(
                company_id=there.plant.company.id,
                person_id=there.people[who],
                subject=subject,
                done_on=today - timedelta(days=9),
                valid_to=today + timedelta(days=ends),
                passed=True,
            )


def test_who_was_let_in_signs_on_and_off_and_is_on_the_roster(there: House) -> None:
    _let_in(there, "feng")
    assert _signed_on(there, "feng") is False
    assert "已签到" in _at_gate(there, "feng").content.decode()
    assert _signed_on(there, "feng") is True
    _at_gate(there, "feng")
    [line] = said(there.he.get(f"/api/v1/roster?firm_id={there.plant.firm_id}"))
    assert (line["person"], line["firm"], line["off_at"]) == ("冯外", "宏安检修", None)
    text = there.he.get("/api/v1/roster.csv").content.decode()
    assert text.count("冯外,C1-001") == 1
    assert "已签离" in _at_gate(there, "feng", "off").content.decode()
    assert _signed_on(there, "feng") is False
    assert "今天还没有签到" in _at_gate(there, "feng", "off").content.decode()


def test_it_is_of_one_day(there: House) -> None:
    _let_in(there, "feng")
    _at_gate(there, "feng")
    tomorrow = clock.now() + timedelta(days=1)
    with tenant.company(there.plant.company.id):
        zone = ZoneInfo(there.plant.company.timezone)
        from davy.training import queries

        assert not queries.signed_on(there.plant.company.id, [str(there.people["feng"])], tomorrow, zone)


def test_who_is_not_let_in_is_told_why(there: House) -> None:
    answer = _at_gate(there, "feng")
    assert (answer.status_code, "没有有效的入厂授权" in answer.content.decode()) == (403, True)
    _let_in(there, "feng")
    company = there.plant.company
    with tenant.company(company.id):
        Person.objects.filter(id=there.people["feng"]).update(status="frozen")
    assert "冻结" in _at_gate(there, "feng").content.decode()
    with tenant.company(company.id):
        Person.objects.filter(id=there.people["feng"]).update(status="active")
        Ban.objects.create(
            company_id=company.id, firm_id=there.plant.firm_id, since=company.today(), why="无票"
        )
    assert "黑名单" in _at_gate(there, "feng").content.decode()
    assert said(there.he.get("/api/v1/roster")) == []


def test_without_the_rule_nobody_is_asked_for_training(there: House) -> None:
    assert "id" in _admit(there, "feng", [])


def _admit(there: House, who: str, works: list[str]) -> Any:
    today = there.plant.company.today()
    until = (today + timedelta(days=9)).isoformat()
    body = {"person_id": str(there.people[who]), "works": works, "since": today.isoformat(), "until": until}
    return there.post("/contractors/admissions", body)


def test_where_it_is_asked_nobody_is_let_in_without_his_courses(there: House) -> None:
    _take_into_use(there, "entry_training.yaml")
    told = _admit(there, "feng", ["hot"])
    assert told["code"] == "admission_untrained"
    assert [one["course"] for one in told["missing"]] == ["entry_plant", "entry_workshop", "entry_team"]
    assert "冯外" in told["detail"]["zh"]
    _train(there, "feng", "entry_plant", "entry_workshop", "entry_team")
    assert "id" in _admit(there, "feng", ["hot"])
    assert [one["course"] for one in _admit(there, "feng", ["confined"])["missing"]] == ["confined"]
    assert [one["course"] for one in _admit(there, "feng", [])["missing"]] == ["confined"]
    assert "已签到" in _at_gate(there, "feng").content.decode()


def test_a_training_that_is_over_lets_nobody_in_at_the_gate(there: House) -> None:
    _let_in(there, "feng", "hot")
    _take_into_use(there, "entry_training.yaml")
    _train(there, "feng", "entry_plant", "entry_team")
    _train(there, "feng", "entry_workshop", ends=-1)
    assert "车间级安全教育" in _at_gate(there, "feng").content.decode()


def test_the_offered_rule_asks_for_what_the_courses_say() -> None:
    [gate, watch] = _offered("entry_training.yaml")["requirements"]
    for name, row in courses.courses().items():
        assert f"'{name}' in p.trainings" in gate["holds"]
        assert all(f"permit.type != '{work}'" in gate["holds"] for work in row["works"])
    assert gate["holds"] == watch["holds"]


def test_a_code_of_a_class_opens_no_gate(there: House) -> None:
    lesson = there.opened()
    code = there.way(f"/training/classes/{lesson}/code").rsplit("/", 1)[1]
    assert "这个码已经过期" in there.phone().open(f"/t/g/{there.plant.site_id}/{code}")
