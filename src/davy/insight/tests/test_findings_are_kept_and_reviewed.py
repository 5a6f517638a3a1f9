"""What looks like stamping is found in the record, kept once, and reviewed by somebody it is not about."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from procrastinate.contrib.django import app

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.insight import store

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def stamped(step_clock: Callable[[timedelta], None]) -> Hands:
    """A permit whose rows were all answered in one instant and whose signatures are one drawing."""
    step_clock(MORNING - clock.now())
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _look(hands: Hands) -> int:
    company = hands.plant.company
    with tenant.company(company):
        return store.look(company, since=MORNING - timedelta(days=2), now=clock.now() + timedelta(hours=1))


def _client(hands: Hands, who: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return client


def _list(hands: Hands, **query: str) -> Any:
    answer = _client(hands, "zheng").get("/api/v1/findings", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def _review(hands: Hands, who: str, finding: str, **body: str) -> Any:
    sent = {"outcome": "explained", "note": "模拟签名", **body}
    path = f"/api/v1/findings/{finding}/reviews"
    return _client(hands, who).post(path, json.dumps(sent), content_type="application/json")


def test_the_record_of_a_stamped_permit_is_found_with_its_evidence(stamped: Hands) -> None:
    assert _look(stamped) > 0
    found = {row["kind"]: row for row in _list(stamped)}
    assert {"fast_answers", "same_strokes"} <= set(found)
    row = found["same_strokes"]
    assert [permit["id"] for permit in row["permits"]] == [str(stamped.permit)]
    assert {event["type"] for event in row["evidence"]} >= {"BriefingSigned", "StageSigned"}
    assert row["proposal"]["zh"]
    assert row["severity"] == "grave"


def test_what_was_found_is_found_once(stamped: Hands) -> None:
    assert _look(stamped) > 0
    assert _look(stamped) == 0


def test_a_review_stays_and_takes_the_finding_from_the_open_ones(stamped: Hands) -> None:
    _look(stamped)
    finding = next(row for row in _list(stamped) if row["kind"] == "same_strokes")["id"]
    answer = _review(stamped, "zheng", finding)
    assert answer.status_code == 201, answer.content
    assert [review["outcome"] for review in answer.json()["reviews"]] == ["explained"]
    assert finding not in {row["id"] for row in _list(stamped)}
    assert _review(stamped, "zheng", finding, outcome="confirmed").status_code == 201
    (told,) = [row for row in _list(stamped, state="reviewed") if row["id"] == finding]
    assert [review["outcome"] for review in told["reviews"]] == ["confirmed", "explained"]
    with tenant.company(stamped.plant.company):
        assert AuditRow.objects.filter(resource="findings", resource_id=finding).count() == 2


def test_nobody_reviews_what_is_about_himself(stamped: Hands) -> None:
    _look(stamped)
    Account.objects.filter(id=stamped.plant.people["li"].account).update(roles=["safety_officer"])
    mine = next(row for row in _list(stamped) if row["person"] and row["kind"] == "fast_answers")
    assert mine["person"]["id"] in {str(stamped.plant.people[who].person) for who in ("li", "wu")}
    who = "li" if mine["person"]["id"] == str(stamped.plant.people["li"].person) else "wu"
    Account.objects.filter(id=stamped.plant.people[who].account).update(roles=["safety_officer"])
    answer = _review(stamped, who, mine["id"])
    assert (answer.status_code, answer.json()["code"]) == (403, "finding_about_yourself")


def test_a_worker_reads_no_findings(stamped: Hands) -> None:
    assert _client(stamped, "chen").get("/api/v1/findings").status_code == 403


def test_no_finding_is_ever_changed(stamped: Hands) -> None:
    _look(stamped)
    for change in ("UPDATE insight_finding SET kind = 'x'", "DELETE FROM insight_finding"):
        with pytest.raises(DatabaseError), tenant.company(stamped.plant.company), transaction.atomic():
            rows.run(change)


def test_a_permit_that_ends_is_looked_at(stamped: Hands) -> None:
    stamped.must("li", "request_cancel", {"reason": "大风"})
    app.perform_import_paths()  # type: ignore[no-untyped-call]  # the library's own way to find tasks
    queued = rows.many("SELECT args::text AS args FROM procrastinate_jobs WHERE task_name = 'insight.look'")
    assert not queued  # the issuing side has not agreed yet
    stamped.must("zhao", "approve_cancel", {})
    queued = rows.many("SELECT args::text AS args FROM procrastinate_jobs WHERE task_name = 'insight.look'")
    assert [json.loads(row["args"]) for row in queued] == [{"company": str(stamped.plant.company)}]
    assert {"insight.look", "insight.nightly"} <= set(app.tasks)
    app.tasks["insight.look"](company=str(stamped.plant.company))
    assert _list(stamped)
