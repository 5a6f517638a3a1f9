"""What a finished permit gave is written once, worked out again, and corrected by new entries alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building.hands import Hands
from davy.building.journeys import STROKES
from davy.building.plant import photo
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.keeping.tests.leaving import ahead, closed, over
from davy.people.models import Person, Violation
from davy.points.looking import look
from davy.points.models import Entry, Suspect
from davy_core.permits.ending import CLEARANCE_ITEMS

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]


def _over(step_clock: Step, minutes: int = 25) -> Hands:
    hands = closed(step_clock)
    step_clock(timedelta(minutes=minutes) + ahead())
    return over(hands, step_clock)


def _get(hands: Hands, who: str, path: str, **query: str) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return client.get(f"/api/v1/points/{path}", query)


def _post(hands: Hands, who: str, path: str, body: Mapping[str, Any]) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return client.post(f"/api/v1/points/{path}", json.dumps(body), content_type="application/json")


def _look(hands: Hands) -> int:
    return look(hands.plant.company, clock.now())


def _own(hands: Hands, who: str) -> Any:
    answer = _get(hands, who, "own")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_finished_permit_gives_its_people_points_once(step_clock: Step) -> None:
    hands = _over(step_clock)
    assert _look(hands) > 0
    assert _look(hands) == 0
    mine = _own(hands, "wang")
    assert (mine["balance"], mine["owed"], mine["waiting"]) == (3, 0, 0)
    (entry,) = mine["entries"]
    assert (entry["rule"], entry["points"], entry["lacks"]) == ("complete.guardian", 3, [])
    assert entry["permit"]["id"] == str(hands.permit)
    assert mine["figures"]["works"] == mine["figures"]["complete"] == 1
    assert {line["id"] for line in mine["book"]["rules"]} >= {"complete.guardian", "late.rounds"}


def test_entries_are_never_edited(step_clock: Step) -> None:
    hands = _over(step_clock)
    _look(hands)
    for change in (
        "UPDATE points_entry SET points = 99",
        "DELETE FROM points_entry",
        "DELETE FROM points_verdict",
    ):
        with pytest.raises(DatabaseError), tenant.company(hands.plant.company), transaction.atomic():
            rows.run(change)


def test_a_violation_takes_points_and_its_lifting_gives_them_back(step_clock: Step) -> None:
    hands = _over(step_clock)
    company, person = hands.plant.company, hands.plant.people["qian"].person
    with tenant.company(company):
        made = Violation.objects.create(
            company_id=company, person_id=person, happened_on=clock.now().date(), kind="general",
            what="没系安全带", recorded_at=clock.now(),
        )  # fmt: skip
    _look(hands)
    assert (_own(hands, "qian")["balance"], _own(hands, "qian")["owed"]) == (0, 3)
    assert _own(hands, "qian")["figures"]["faults"] == 1
    with tenant.company(company):
        Violation.objects.filter(id=made.id).update(lifted_on=clock.now().date(), lifted_why="记错人")
    assert _look(hands) == 1
    assert _look(hands) == 0
    mine = _own(hands, "qian")
    assert (mine["balance"], mine["owed"], mine["figures"]["faults"]) == (2, 0, 0)
    with tenant.company(company):
        told = Entry.objects.filter(person_id=person, kind="violation").order_by("number")
        assert [(one.number, one.points) for one in told] == [(0, -5), (1, 5)]


def test_points_of_a_permit_over_within_minutes_wait_until_they_are_judged(step_clock: Step) -> None:
    hands = _over(step_clock, minutes=12)
    _look(hands)
    assert (_own(hands, "wang")["balance"], _own(hands, "wang")["waiting"]) == (0, 3)
    (one,) = _get(hands, "zheng", "anomalies").json()["anomalies"]
    assert (one["kind"], one["figures"]) == ("quick", {"minutes": 12})
    sent = {"outcome": "stands", "reason": "只换一个垫片"}
    assert _post(hands, "wang", f"anomalies/{one['id']}/verdicts", sent).status_code == 403
    answer = _post(hands, "zheng", f"anomalies/{one['id']}/verdicts", sent)
    assert answer.status_code == 201, answer.content
    assert (_own(hands, "wang")["balance"], _own(hands, "wang")["waiting"]) == (3, 0)
    gone = _post(hands, "zheng", f"anomalies/{one['id']}/verdicts", {"outcome": "void", "reason": "刷分"})
    assert gone.json()["outcome"] == "void"
    mine = _own(hands, "wang")
    assert (mine["balance"], mine["entries"][0]["void"], mine["entries"][0]["points"]) == (0, True, 0)
    with tenant.company(hands.plant.company):
        assert AuditRow.objects.filter(resource="anomalies").count() == 2
        assert Entry.objects.filter(person_id=hands.plant.people["wang"].person).count() == 2


def test_nobody_judges_an_anomaly_about_himself(step_clock: Step) -> None:
    hands = _over(step_clock, minutes=12)
    _look(hands)
    Account.objects.filter(id=hands.plant.people["wang"].account).update(roles=["safety_officer"])
    with tenant.company(hands.plant.company):
        found = Suspect.objects.get()
    answer = _post(hands, "wang", f"anomalies/{found.id}/verdicts", {"outcome": "stands", "reason": "没事"})
    assert (answer.status_code, answer.json()["code"]) == (403, "anomaly_about_yourself")


def test_a_work_that_was_stopped_and_broken_off_gives_the_same(step_clock: Step) -> None:
    hands = closed(step_clock)
    step_clock(timedelta(minutes=12) + ahead())
    hands.must("qian", "stop", {})
    hands.must("zhao", "void", {"reason": "泄漏未查清"})
    step_clock(timedelta(minutes=31) + ahead())
    cold = photo(hands.plant.company, "cold")
    hands.must("wang", "check_residual_fire", {"photo": cold, "clear": True})
    seen = {
        "items": list(CLEARANCE_ITEMS),
        "photo": photo(hands.plant.company, "clear"),
        "signature": STROKES,
    }
    hands.must("feng", "confirm_clear", seen)
    _look(hands)
    assert [(_own(hands, who)["balance"], _own(hands, who)["waiting"]) for who in ("qian", "wang", "li")] == [
        (2, 0), (3, 0), (4, 0),
    ]  # fmt: skip


def test_the_ranking_is_for_who_answers_and_a_team_leader_sees_his_team(step_clock: Step) -> None:
    hands = _over(step_clock)
    _look(hands)
    company, people = hands.plant.company, hands.plant.people
    with tenant.company(company):
        Person.objects.filter(id__in=[people["qian"].person, people["feng"].person]).update(team="一班")
    told = _get(hands, "zheng", "ranking").json()
    assert told["whole"] is True
    assert [one["place"] for one in told["people"]][:1] == [1]
    assert {one["name"] for one in told["people"]} >= {"王班", "钱焊工", "李工"}
    seen = _get(hands, "feng", "ranking").json()
    assert (seen["whole"], [one["name"] for one in seen["people"]]) == (False, ["钱焊工"])
    assert _get(hands, "qian", "ranking").status_code == 403
    wang, qian = people["wang"].person, people["qian"].person
    assert _get(hands, "feng", f"people/{wang}").status_code == 404
    assert _get(hands, "feng", f"people/{qian}").status_code == 200
    with tenant.company(company):
        assert AuditRow.objects.filter(resource="points", resource_id=qian).count() == 1


def test_a_group_that_is_too_small_is_not_told_apart(step_clock: Step) -> None:
    hands = _over(step_clock)
    _look(hands)
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["qian"].person).update(team="一班")
    told = {one["name"]: one for one in _get(hands, "feng", "ranking", by="team").json()["groups"]}
    assert (told["一班"]["people"], told["一班"]["points"], told["一班"]["place"]) == (1, None, None)
    whole = {one["name"]: one for one in _get(hands, "zheng", "ranking", by="team").json()["groups"]}
    assert whole["一班"]["points"] == 2


def test_the_sheet_for_personnel_holds_no_formula_and_is_on_record(step_clock: Step) -> None:
    hands = _over(step_clock)
    _look(hands)
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["qian"].person).update(name="=1+1", team="@SUM(A1)")
    answer = _get(hands, "zheng", "export", form="csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "'=1+1" in text
    assert "'@SUM(A1)" in text
    assert ",=1+1" not in text
    xlsx = _get(hands, "zheng", "export")
    assert b"".join(xlsx.streaming_content)[:2] == b"PK"
    assert _get(hands, "qian", "export").status_code == 403
    with tenant.company(hands.plant.company):
        assert AuditRow.objects.filter(resource="points", after__form="csv").count() == 1


def test_whoever_has_no_points_reads_an_empty_period(step_clock: Step) -> None:
    hands = closed(step_clock)
    mine = _own(hands, "qian")
    assert (mine["figures"], mine["entries"], mine["top"], mine["balance"]) == (None, [], [], 0)
    assert _get(hands, "zheng", "people/" + str(uuid7())).status_code == 404
