"""The band on every screen: what goes on now or begins soon, and who must act (S18, S27)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from davy import clock
from davy.accounts.models import Account
from davy.building.papering import Papering
from davy.building.plant import small_plant
from davy.db import tenant
from davy.outages.shapes import StandingOut
from davy.outages.standing import standing
from davy_core.instants import iso

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def paper() -> Papering:
    return Papering(small_plant())


def _read(paper: Papering, who: str) -> dict[str, Any]:
    browser = Client()
    browser.force_login(Account.objects.get(id=paper.plant.people[who].account))
    answer = browser.get("/api/v1/outages/standing")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = json.loads(answer.content)
    StandingOut.model_validate(found)
    return found


def test_everybody_is_told_where_paper_counts_since_when_and_until_when(paper: Papering) -> None:
    assert _read(paper, "wang")["open"] == []
    paper.declared()
    one = _read(paper, "wang")["open"][0]
    assert [area["name"] for area in one["areas"]] == ["甲醇罐区"]
    assert (one["reason"], one["overdue"], one["yours"]) == ("power", False, False)
    paper.ended()
    assert _read(paper, "wang")["open"] == []


def test_a_screen_knows_beforehand_what_begins_within_a_day(paper: Papering) -> None:
    for hours, told in ((25, 0), (23, 1)):
        with tenant.company(paper.plant.company):
            begins = clock.now() + timedelta(hours=hours)
        paper = Papering(paper.plant)
        body = {
            "site": str(paper.plant.site),
            "reason": "maintenance",
            "from": iso(begins),
            "until": iso(begins + HOUR),
        }
        paper.must("zheng", "declare_outage", body)
        assert len(_read(paper, "li")["open"]) == told
        paper.must("zheng", "end_outage", {"ended": iso(clock.now())})


def test_only_whoever_may_extend_or_end_it_is_called_when_it_runs_over(paper: Papering) -> None:
    paper.declared()
    late = clock.now() + timedelta(hours=5)
    for who, yours in (("feng", True), ("zheng", True), ("li", False)):
        with tenant.company(paper.plant.company):
            found = standing(paper.plant.company, paper.plant.people[who].person, late)
        assert [(o["overdue"], o["yours"]) for o in found["open"]] == [(True, yours)]


def test_it_reads_no_booklet_and_asks_once(paper: Papering) -> None:
    paper.printed().declared()
    with tenant.company(paper.plant.company), CaptureQueriesContext(connection) as asked:
        standing(paper.plant.company, paper.plant.people["wang"].person, clock.now())
    assert len(asked) == 1
    assert "outages_block" not in asked[0]["sql"]
    assert "outages_sheet" not in asked[0]["sql"]
