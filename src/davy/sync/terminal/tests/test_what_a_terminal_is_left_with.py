"""A terminal that nobody watches: no rows without an invitation, nobody's login left, nothing said for
who went away."""

from __future__ import annotations

import json
from typing import Any

import pytest

from davy.accounts.models import SecurityEvent
from davy.building import journeys
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import PASSWORD, small_plant
from davy.building.terminals import Kiosk, badge_for
from davy.db import tenant
from davy.devices import p256
from davy.door.models import StoredCommand
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.signatures.tests.signing import Phone, signature
from davy.sync.stream import proof_text
from davy.sync.terminal.enrolling import RECORDED

pytestmark = pytest.mark.django_db

LI = "BADGE-LI"


@pytest.fixture
def hands() -> Hands:
    found = Hands(small_plant())
    journeys.draft_hot(found)
    badge_for(found.plant, "li", LI)
    return found


@pytest.fixture
def gate(hands: Hands) -> Kiosk:
    found = Kiosk(hands.plant, hands.plant.site)
    assert found.enrol().status_code == 201
    return found


def _raw(hands: Hands, kind: str, body: Any, **over: Any) -> bytes:
    plain = json.loads(signature(hands))
    del plain["position"]
    return json.dumps({**plain, "kind": kind, "body": body, "base_version": None, **over}).encode()


def _events(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        return [e.type for e in evidence.events(hands.plant.company, "permit", hands.permit)]


def test_who_has_no_invitation_fills_nothing(hands: Hands) -> None:
    company = hands.plant.company
    stranger = Kiosk(hands.plant, hands.plant.site)
    with tenant.company(company):
        before = StoredCommand.objects.count()
    for n in range(RECORDED + 3):
        token = f"guess-{n}"
        key = {"key": p256.point(stranger.key), "name": "x", "kiosk": str(uuid7())}
        proof = p256.sign(stranger.key, proof_text(company, key["kiosk"], token))
        told = stranger.post("terminal", {**key, "invitation": token, "proof": proof})
        assert told.json()["code"] == "invitation_not_valid"
    with tenant.company(company):
        assert StoredCommand.objects.count() == before
        assert SecurityEvent.objects.filter(kind="invitation_refused").count() == RECORDED
    assert stranger.enrol().status_code == 201  # who was invited comes in all the same


@pytest.mark.parametrize("kind", ["leave_space", "confirm_stopped"])
def test_nobody_says_in_another_ones_name_that_he_left_or_stopped(
    hands: Hands, gate: Kiosk, kind: str
) -> None:
    body = {"person": hands.plant.person("li")} if kind == "leave_space" else {}
    before = _events(hands)
    gate.present(LI)
    raw = _raw(hands, kind, body)
    assert gate.give(raw, pin=None, beside={}).json()["code"] == "kiosk_must_sign"
    assert gate.give(raw, pin=None).json()["code"] == "kiosk_pin_again"
    placed = _raw(hands, kind, body, position=AT_POINT)
    assert gate.give(placed).json()["code"] == "kiosk_no_presence"
    assert _events(hands) == before
    proven = gate.give(raw).json()  # the permit itself judges what he proved
    assert not str(proven.get("code", "")).startswith("kiosk_"), proven


@pytest.mark.parametrize("kind", ["stop", "sos", "pause", "take_back"])
def test_what_stops_waits_for_no_pin(hands: Hands, gate: Kiosk, kind: str) -> None:
    gate.present(LI)
    body = {"cause": "break"} if kind == "pause" else {}
    told = gate.give(_raw(hands, kind, body), pin=None, beside={"kiosk": "broken"}).json()
    assert not str(told.get("code", "")).startswith("kiosk_"), told


@pytest.mark.parametrize("signed", [5, None, ["x"], {"a": 1}])
def test_a_signature_that_is_no_text_is_a_wrong_one(hands: Hands, gate: Kiosk, signed: Any) -> None:
    gate.present(LI)
    beside: Any = {"kiosk": str(gate.id), "signature": signed}
    told = gate.give(_raw(hands, "confirm_stopped", {}), beside=beside)
    assert told.json()["code"] == "kiosk_signature_wrong"


def test_a_photo_goes_in_parts_and_no_sign_of_life_goes_at_all(hands: Hands, gate: Kiosk) -> None:
    gate.present(LI)
    part = gate.post(f"attachments/{'0' * 64}/parts", b"x")
    assert "kiosk_only_signs" not in part.content.decode()
    alive = gate.post(f"permits/{hands.permit}/contact", {})
    assert alive.json()["code"] == "kiosk_only_signs"


def test_who_logged_in_with_his_password_is_forgotten_too(hands: Hands) -> None:
    """An administrator who makes the browser a terminal, or who logs in on it later."""
    officer = Phone.of(hands.plant, "zheng")
    terminal = Kiosk(hands.plant, hands.plant.site, client=officer.client)
    assert terminal.enrol().status_code == 201
    assert not terminal.client.get("/api/v1/session").json()["authenticated"]
    told = {"username": "zheng", "password": PASSWORD}
    assert officer.post("/_allauth/browser/v1/auth/login", told).status_code == 200
    assert terminal.client.get("/api/v1/session").json()["authenticated"]
    assert terminal.post("terminal/forget", {}).status_code == 204
    assert not terminal.client.get("/api/v1/session").json()["authenticated"]
