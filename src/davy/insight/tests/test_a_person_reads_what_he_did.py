"""What a person did and was on: his own for everybody, that of others by duty and recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.ids import uuid7
from tests.adversarial.scenes import reach

pytestmark = pytest.mark.django_db


def _as(hands: Hands, who: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return client


def _ask(hands: Hands, reader: str, about: str, **query: Any) -> Any:
    now = hands.at or clock.now()
    days = {"since": now - timedelta(days=2), "until": now + timedelta(days=2)}
    asked = {**{k: day.date().isoformat() for k, day in days.items()}, **query}
    path = "session" if reader == about else f"people/{hands.plant.person(about)}"
    return _as(hands, reader).get(f"/api/v1/{path}/activity", asked)


def _looks(hands: Hands) -> int:
    with tenant.company(hands.plant.company):
        return AuditRow.objects.filter(resource="activity").count()


def test_one_reads_ones_own_acts_and_roles_newest_first() -> None:
    hands = reach("active")
    found = _ask(hands, "wang", "wang").json()
    assert found["own"]
    assert found["person"]["name"] == "王班"
    [permit] = found["duties"]
    assert (permit["id"], "guardian" in permit["roles"]) == (str(hands.permit), True)
    types = [act["type"] for act in found["acts"]]
    assert {"CheckedIn", "BriefingSigned", "FiveChecksDone"} <= set(types)
    assert [act["at"] for act in found["acts"]] == sorted((a["at"] for a in found["acts"]), reverse=True)
    assert found["violations"] == []
    assert _looks(hands) == 0


def test_a_signature_says_its_level_and_the_post_it_was_for() -> None:
    hands = reach("issued")
    acts = _ask(hands, "zhao", "zhao", group="signed").json()["acts"]
    [signed] = [act for act in acts if act["type"] == "StageSigned"]
    assert (signed["way"], signed["level"], signed["post"]) == ("password", 1, "area_head")
    assert signed["permit"]["number"] == journeys.state(hands).number
    assert "approver" in _ask(hands, "zhao", "zhao").json()["duties"][0]["roles"]


def test_only_those_whose_duty_it_is_read_of_others_and_each_look_is_kept() -> None:
    hands = reach("issued")
    refused = _ask(hands, "li", "zhao")
    assert (refused.status_code, refused.json()["code"]) == (403, "access_denied")
    assert _looks(hands) == 0
    found = _ask(hands, "zheng", "zhao")
    assert found.status_code == 200
    assert not found.json()["own"]
    assert _looks(hands) == 1


def test_acts_of_others_and_of_other_days_are_not_among_them() -> None:
    hands = reach("issued")
    assert _ask(hands, "zhao", "zhao", since="2020-01-01", until="2020-02-01").json()["acts"] == []
    types = {act["type"] for act in _ask(hands, "zhao", "zhao").json()["acts"]}
    assert "RoundRecorded" not in types


def test_pages_follow_each_other_without_a_gap() -> None:
    hands = reach("active")
    acts = _ask(hands, "li", "li").json()["acts"]
    rest = _ask(hands, "li", "li", before=acts[2]["id"]).json()
    assert [act["id"] for act in rest["acts"]] == [act["id"] for act in acts[3:]]
    assert rest["duties"] == []


def test_nobody_of_the_register_is_not_found() -> None:
    hands = reach("submitted")
    answer = _as(hands, "zheng").get(f"/api/v1/people/{uuid7()}/activity")
    assert answer.status_code == 404
