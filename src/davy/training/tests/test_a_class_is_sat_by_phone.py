"""People sign on to a class by its code, without an account, and sit its examination."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from davy import clock
from davy.accounts.models import AuditRow
from davy.db import tenant
from davy.evidence.queries import events
from davy.people import queries as people
from davy.people.models import Training
from davy.training.models import Attempt, Question
from davy.training.tests.house import FORM, PAPER, House
from davy.training.whose import BY_BADGE
from tests.plant import said


def _trained(there: House, who: str) -> tuple[str, ...]:
    with tenant.company(there.plant.company.id):
        found = people.facts(there.plant.company.id, [there.people[who]], there.plant.company.today())
    return found[str(there.people[who])].trainings


def _step(there: House, lesson: str, to: str) -> None:
    assert "id" in there.post(f"/training/classes/{lesson}/step", {"to": to})


def test_who_passes_is_trained_for_a_year_and_who_fails_twice_is_not(there: House) -> None:
    lesson = there.opened()
    feng, qin = there.seated(lesson, "feng"), there.seated(lesson, "qin")
    assert "等培训师开考" in feng.open(f"/t/s/{lesson}")
    _step(there, lesson, "exam")
    assert "合格" in there.sit(feng, lesson, right=True)
    assert "再考一次（还有 1 次）" in there.sit(qin, lesson, right=False)
    assert "考试次数已经用完" in there.sit(qin, lesson, right=False)
    assert "考试次数已经用完" in qin.open(f"/t/x/{lesson}")
    assert (_trained(there, "feng"), _trained(there, "qin")) == (("entry_plant",), ())
    file = said(there.he.get(f"/api/v1/training/classes/{lesson}"))
    assert [(one["person"], one["passed"], one["tries"]) for one in file["people"]] == [
        ("冯外", True, 1),
        ("秦外", False, 2),
    ]
    with tenant.company(there.plant.company.id):
        row = Training.objects.get(person_id=there.people["feng"])
        assert (row.passed, row.score, row.hours) == (True, Decimal(100), Decimal(8))
        assert row.valid_to is not None
        assert row.valid_to.year == row.done_on.year + 1
        assert AuditRow.objects.filter(resource="trainings", resource_id=row.id).count() == 1


def test_a_second_try_that_is_right_makes_the_day_good(there: House) -> None:
    lesson = there.opened()
    qin = there.seated(lesson, "qin")
    _step(there, lesson, "exam")
    there.sit(qin, lesson, right=False)
    assert "合格" in there.sit(qin, lesson, right=True)
    assert _trained(there, "qin") == ("entry_plant",)
    assert "已经考试合格" in qin.open(f"/t/x/{lesson}")


def test_the_result_stands_in_the_chain_and_is_marked_once(there: House) -> None:
    lesson = there.opened()
    feng = there.seated(lesson, "feng")
    _step(there, lesson, "exam")
    there.sit(feng, lesson, right=True)
    company = there.plant.company.id
    with tenant.company(company):
        paper = Attempt.objects.get()
        [event] = events(company, "exam", paper.id)
    assert (event.type, event.data["passed"], event.data["right"]) == ("ExamMarked", True, 5)
    assert event.data["person"] == str(there.people["feng"])
    command = {
        "v": 1, "id": "01a1ffdc-2238-73b9-a26a-94f55c7ecb55", "company": str(company),
        "stream": f"exam/{paper.id}", "kind": "mark_exam", "base_version": None, "body": {"answers": []},
        "occurred_at": "2026-11-23T00:30:00.000Z", "app": "m/0.1.0",
    }  # fmt: skip
    refused = said(there.he.send("POST", "/api/v1/commands", command))
    assert "exam_by_itself" in json.dumps(refused)


def test_answers_are_not_sent_before_they_are_given(there: House) -> None:
    lesson = there.opened()
    feng = there.seated(lesson, "feng")
    _step(there, lesson, "exam")
    page = feng.open(f"/t/x/{lesson}")
    assert page.count("<fieldset>") == 5
    assert "right" not in page
    assert "checked" not in page.split("</style>")[1]
    assert feng.open(f"/t/x/{lesson}").count("<fieldset>") == 5
    with tenant.company(there.plant.company.id):
        assert Attempt.objects.count() == 1, "the same paper is shown again"
        assert Question.objects.filter(course="entry_plant").count() == 6


def test_a_code_is_over_after_some_minutes(there: House) -> None:
    lesson = there.opened()
    way = there.way(f"/training/classes/{lesson}/code")
    with time_machine.travel(clock.now() + timedelta(minutes=2)):
        assert "身份证后四位" in there.phone().open(way)
    with time_machine.travel(clock.now() + timedelta(minutes=4)):
        assert "这个码已经过期" in there.phone().open(way)
    assert "这个码已经过期" in there.phone().open(f"/t/s/{lesson}/{'0' * 20}")


@pytest.mark.parametrize(("badge", "digits"), [("C1-001", "9999"), ("C9-999", "1234"), ("C1-003", "")])
def test_wrong_digits_nobody_and_no_digits_are_one_answer(there: House, badge: str, digits: str) -> None:
    lesson = there.opened()
    way = there.way(f"/training/classes/{lesson}/code")
    answer = there.phone().fill(way, badge=badge, digits=digits)
    assert (answer.status_code, "对不上" in answer.content.decode()) == (403, True)


def test_guessing_is_stopped(there: House) -> None:
    lesson = there.opened()
    way = there.way(f"/training/classes/{lesson}/code")
    phone = there.phone()
    for guess in range(BY_BADGE):
        assert phone.fill(way, badge="C1-001", digits=f"{guess:04}").status_code == 403
    assert phone.fill(way, badge="C1-001", digits="1234").status_code == 429
    assert phone.fill(way, badge="C1-002", digits="567x").status_code == 303


def test_without_a_ticket_and_without_a_beginning_there_is_no_paper(there: House) -> None:
    lesson = there.opened()
    assert "还没有签到" in there.phone().open(f"/t/x/{lesson}")
    feng = there.seated(lesson, "feng")
    assert "还没有开考" in feng.open(f"/t/x/{lesson}")
    other = there.opened("entry_team")
    assert "还没有签到" in feng.open(f"/t/x/{other}")


def test_who_comes_late_and_who_is_late_are_told(there: House) -> None:
    lesson = there.opened()
    feng = there.seated(lesson, "feng")
    _step(there, lesson, "exam")
    way = there.way(f"/training/classes/{lesson}/code")
    late = there.phone().fill(way, badge="C1-002", digits="567X")
    assert "已经开考" in late.content.decode()
    page = feng.open(f"/t/x/{lesson}")
    token, paper = FORM.search(page), PAPER.search(page)
    assert token is not None
    assert paper is not None
    _step(there, lesson, "close")
    feng.browser.post(f"/t/x/{lesson}", {"csrfmiddlewaretoken": token[1], "paper": paper[1], "q0": "1"})
    assert "已经结束" in feng.open(f"/t/s/{lesson}")
    assert _trained(there, "feng") == ()


def test_no_examination_without_enough_questions(there: House) -> None:
    made = there.post("/training/classes", {"course": "confined", "site_id": str(there.plant.site_id)})
    told = there.post(f"/training/classes/{made['id']}/step", {"to": "exam"})
    assert told["code"] == "class_no_questions"


def test_questions_come_by_line_and_one_that_is_wrong_keeps_all_out(there: House) -> None:
    good = "看到火怎么办？|报警|跑|A\n哪些要带？|安全帽|手套|香烟|AB"
    told = there.post("/training/questions/import", {"course": "confined", "lines": good})
    assert [one["right"] for one in told] == [[0], [0, 1]]
    refused = there.post(
        "/training/questions/import", {"course": "confined", "lines": f"{good}x?\n什么|一|B"}
    )
    assert refused["code"] == "question_malformed"
    found = said(there.he.get("/api/v1/training/questions?course=confined"))
    assert len(found) == 2
    there.he.send("POST", f"/api/v1/training/questions/{found[0]['id']}/retire")
    assert len(said(there.he.get("/api/v1/training/questions?course=confined"))) == 1


def test_the_right_answers_are_for_who_keeps_the_bank(there: House) -> None:
    assert there.plant.browser("zhao").get("/api/v1/training/questions?course=confined").status_code == 403
