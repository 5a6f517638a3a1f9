"""One permit over HTTP from request to closed, as a phone would send it: bytes in, verdicts out."""

import json
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.building import journeys
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import PASSWORD, Plant, small_plant
from davy.ids import uuid7
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


def _client(plant: Plant, who: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.get("/api/v1/session")
    token = client.cookies["csrftoken"].value
    sent = {"username": who, "password": PASSWORD}
    answer = client.post(
        "/_allauth/browser/v1/auth/login",
        sent,
        content_type="application/json",
        headers={"X-CSRFToken": token},
    )
    assert answer.status_code == 200, answer.content
    return client


def _give(  # noqa: PLR0917 - reads like a sentence
    client: Client, plant: Plant, permit: str, kind: str, body: Any, version: int | None = None
) -> Any:
    envelope = {
        "v": 1, "id": str(uuid7()), "company": str(plant.company), "stream": f"permit/{permit}", "kind": kind,
        "base_version": version, "body": body, "occurred_at": iso(clock.now()), "app": "test/1",
        "position": AT_POINT,
    }  # fmt: skip
    token = client.cookies["csrftoken"].value
    return client.post(
        "/api/v1/commands",
        json.dumps(envelope),
        content_type="application/json",
        headers={"X-CSRFToken": token},
    )


def test_a_refused_signature_tells_everything_that_is_missing() -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    client = _client(plant, "zhao")
    answer = _give(
        client, plant, str(hands.permit), "sign_stage", {"stage": "area", "confirmed": []}, hands.version
    )
    assert answer.status_code == 409
    told = answer.json()
    codes = {r["code"] for r in told["missing"]}
    requirements = {r["missing"]["requirement"] for r in told["missing"] if "missing" in r}
    assert {"critical_items_missing", "reauth_failed", "signature_missing", "requirement_not_met"} <= codes
    assert {"aq.jsa.before_sign", "aq.measures.before_sign", "aq.hot.gas.before_sign"} <= requirements
    assert all(r["says"]["zh"] and r["says"]["en"] for r in told["missing"])


def test_the_card_shows_what_is_missing_and_what_i_may_do() -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    found = _client(plant, "wu").get(f"/api/v1/permits/{hands.permit}").json()
    assert found["state"] == "submitted"
    assert found["level"] == "first"
    assert "answer_measure" in found["mine"]["commands"]
    assert "sign_stage" not in found["mine"]["commands"]
    assert {m["requirement"] for m in found["missing"]} >= {"aq.jsa.before_sign", "aq.measures.before_sign"}
    assert found["gas"]["plan"]["points"] == ["representative"]


def test_tasks_board_and_timeline_follow() -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    tasks = _client(plant, "wu").get("/api/v1/tasks").json()
    assert [t["command"] for t in tasks] == ["confirm_hazard", "give_briefing"]
    board = _client(plant, "zhao").get("/api/v1/permits?state=submitted").json()
    assert board["total"] == 1
    assert board["items"][0]["responsible"]["name"] == "李工"
    track = _client(plant, "zhao").get(f"/api/v1/permits/{hands.permit}/timeline").json()
    assert [t["type"] for t in track] == ["PermitDrafted", "PermitSubmitted"]


def test_malformed_input_is_told_with_its_place() -> None:
    plant = small_plant()
    client = _client(plant, "li")
    answer = _give(client, plant, str(uuid7()), "draft", {"type": "hot", "colour": "red"}, 0)
    assert answer.status_code == 422
    assert answer.json()["missing"]


def test_substances_have_names_for_screens() -> None:
    plant = small_plant()
    told = {row["code"]: row for row in _client(plant, "li").get("/api/v1/substances").json()}
    assert told["methanol"] == {"code": "methanol", "zh": "甲醇", "en": "Methanol"}


def test_the_card_tells_since_when_the_guardian_stands_by() -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    client = _client(plant, "li")

    def stood_by() -> str | None:
        told: str | None = client.get(f"/api/v1/permits/{hands.permit}").json()["stood_by_at"]
        return told

    hands.must("li", "pause", {"cause": "break"})
    assert stood_by() is None
    hands.must("wang", "stand_by")
    at = journeys.state(hands).stood_by_at
    assert at is not None
    assert stood_by() == iso(at)
    hands.must("wang", "take_back", {"cause": "guardian_left"})
    assert stood_by() is None, "a new stop asks the guardian to stand by anew"
