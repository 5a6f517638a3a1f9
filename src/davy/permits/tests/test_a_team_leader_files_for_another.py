"""Through the door: the role lets write, the firm bounds it, and the applicant finds it among his tasks and
in his inbox."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.notify.tests.inboxes import deliver, inbox
from davy.people.models import Firm, Person
from davy.permits.card import card
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


def _leader(hands: Hands) -> None:
    with tenant.company(hands.plant.company):
        Account.objects.filter(id=hands.plant.people["feng"].account).update(roles=["worker", "team_leader"])


def _write(hands: Hands, who: str = "feng") -> Mapping[str, Any]:
    plant, now = hands.plant, clock.now()
    body = {
        "type": "hot",
        "place": {"site": str(plant.site), "area": str(plant.area), "point": str(plant.point)},
        "window": {"from": iso(now), "to": iso(now + timedelta(hours=8))},
        "crew": journeys.crew(plant),
        "work": dict(journeys.HOT_WORK),
        "content": "换法兰",
        "photos": [photo(plant.company, "request")],
        "applicant": plant.person("li"),
    }
    return hands.give(who, "draft", body, base_version=0)


def _shown(hands: Hands, who: str) -> dict[str, Any]:
    with tenant.company(hands.plant.company):
        person = hands.plant.people[who].person
        found = card(hands.plant.company, hands.permit, person, clock.now())
    assert found is not None
    return found


def test_the_applicant_is_told_and_submits_it_himself() -> None:
    hands = Hands(small_plant())
    _leader(hands)
    assert _write(hands)["verdict"] == "accepted"
    found = _shown(hands, "li")
    assert found["crew"]["filer"]["name"] == "冯班长"
    assert [task["command"] for task in found["mine"]["tasks"]] == ["submit"]
    assert "submit" not in _shown(hands, "feng")["mine"]["commands"]
    deliver()
    assert inbox(hands.plant, "li")[0]["title_zh"] == "班组长替您填了一张作业票申请：请核对后提交"
    assert inbox(hands.plant, "feng") == []
    hands.must("li", "submit")
    assert journeys.state(hands).state == "submitted"


def test_without_the_role_nobody_writes_for_others() -> None:
    answer = _write(Hands(small_plant()))
    assert [reason["code"] for reason in answer["reasons"]] == ["filing_not_allowed"]


def test_nobody_writes_for_another_firm() -> None:
    hands = Hands(small_plant())
    _leader(hands)
    with tenant.company(hands.plant.company):
        firm = Firm.objects.create(company_id=hands.plant.company, code="F1", name="检修公司")
        Person.objects.filter(id=hands.plant.people["li"].person).update(firm_id=firm.id)
    answer = _write(hands)
    assert [reason["code"] for reason in answer["reasons"]] == ["filing_other_firm"]
