"""The rulebook tells which rules are in force and which were recalled, to everybody who is logged in."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.ids import uuid7
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def live() -> Hands:
    """A live hot-work permit; 郑安全 is safety officer, 褚中控 administrator."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    Account.objects.filter(id=hands.plant.people["chu"].account).update(roles=["control_room", "admin"])
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _client(hands: Hands, who: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return client


def _give(hands: Hands, who: str, stream: str, kind: str, body: Any) -> int:
    sent = {
        "v": 1, "id": str(uuid7()), "company": str(hands.plant.company), "stream": stream, "kind": kind,
        "base_version": None, "body": body, "occurred_at": iso(MORNING), "app": "test/1",
    }  # fmt: skip
    return _client(hands, who).post("/api/v1/commands", sent, content_type="application/json").status_code


def test_packs_and_works_are_told_with_their_source_and_basis(live: Hands) -> None:
    told = _client(live, "li").get("/api/v1/rulebook").json()
    packs = {pack["id"]: pack for pack in told["packs"]}
    assert packs["gb30871-2022"]["source"] == "GB 30871-2022"
    assert packs["gb30871-2022"]["requirements"] > 50
    works = {work["type"]: work for work in told["works"]}
    assert works["hot"]["basis"] == journeys.state(live).basis
    assert not any(work["recalled"] for work in works.values())
    assert told["recalls"] == []


def test_a_recall_over_http_is_shown_with_both_people_and_the_work_it_holds(live: Hands) -> None:
    basis = journeys.state(live).basis
    assert basis is not None
    stream = f"rulebook/{basis[:8]}-{basis[8:12]}-{basis[12:16]}-{basis[16:20]}-{basis[20:32]}"
    assert _give(live, "li", stream, "request_recall", {"basis": basis, "reason": "不合适"}) == 409
    assert _give(live, "zheng", stream, "request_recall", {"basis": basis, "reason": "限值抄错"}) == 200
    assert _give(live, "chu", stream, "confirm_recall", {}) == 200
    told = _client(live, "li").get("/api/v1/rulebook").json()
    (recall,) = told["recalls"]
    assert (recall["state"], recall["stream"], recall["live"], recall["reason"]) == (
        "recalled",
        stream,
        1,
        "限值抄错",
    )
    assert (recall["requested"]["name"], recall["confirmed"]["name"], recall["lifting"]) == (
        "郑安全",
        "褚中控",
        None,
    )
    assert [work["type"] for work in told["works"] if work["recalled"]] == ["hot"]
    assert {"confined", "hot"} <= {work["type"] for work in told["works"]}


def test_nobody_reads_it_without_a_login(live: Hands) -> None:
    assert Client().get("/api/v1/rulebook").status_code == 401
