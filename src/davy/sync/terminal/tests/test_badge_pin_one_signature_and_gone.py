"""A person without a phone: badge, PIN, one signature at a shared terminal, and nothing of him is left."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.building.terminals import Kiosk, badge_for
from davy.db import tenant
from davy.devices import p256
from davy.signatures.models import Badge, Evidence, SignedText, Visit
from davy.signatures.tests.signing import signature, signed

pytestmark = pytest.mark.django_db

BADGE = "04:A3:2F:91:55:80"


@pytest.fixture
def hands() -> Hands:
    found = Hands(small_plant())
    journeys.draft_hot(found)
    journeys.prepare(found)
    return found


@pytest.fixture
def kiosk(hands: Hands) -> Kiosk:
    badge_for(hands.plant, "zhao", BADGE)
    found = Kiosk(hands.plant, hands.plant.site)
    assert found.enrol().status_code == 201
    return found


def raw(hands: Hands, **over: Any) -> bytes:
    """His signature as a terminal composes it: it knows no position."""
    plain = json.loads(signature(hands))
    del plain["position"]
    return json.dumps({**plain, **over}).encode()


def who(kiosk: Kiosk) -> str | None:
    account = kiosk.client.get("/api/v1/session").json()["account"]
    return account and str(account["username"])


def test_badge_and_pin_show_his_own_tasks_and_nothing_of_the_registers(kiosk: Kiosk) -> None:
    assert kiosk.present(BADGE).json() == {"seconds": 300}
    assert who(kiosk) == "zhao"
    assert kiosk.client.get("/api/v1/tasks").status_code == 200
    for path in ("people", "badges", "accounts", "audit", "kiosks", "devices", "permits/x/sheet.pdf"):
        assert kiosk.client.get(f"/api/v1/{path}").json()["code"] == "kiosk_only_signs", path
    for path in ("pin", "passkeys/offer", "badges", "sync"):
        assert kiosk.post(path, {}).json()["code"] == "kiosk_only_signs", path
    change = "/_allauth/browser/v1/account/password/change"
    assert kiosk.client.post(change, {}).json()["code"] == "kiosk_only_signs"


def test_one_command_is_signed_by_the_terminal_and_the_session_is_gone(hands: Hands, kiosk: Kiosk) -> None:
    kiosk.present(BADGE)
    answer = kiosk.give(raw(hands, kind="add_photo", body={"photo": "0" * 64}))
    assert who(kiosk) == "zhao", answer.json()  # refused: he may try again
    given = kiosk.give(raw(hands))
    assert given.status_code == 200, given.json()
    assert who(kiosk) is None
    (kept,) = signed(hands)
    assert (kept["way"], kept["level"]) == ("kiosk", 1)
    with tenant.company(hands.plant.company):
        evidence = Evidence.objects.get(sha256=kept["evidence"])
        text = bytes(SignedText.objects.get(sha256=evidence.command).bytes)
        visit = Visit.objects.get()
        badge = Badge.objects.get()
    said = json.loads(bytes(evidence.body))
    assert p256.verifies(said["public_key"], said["signature"], text)
    assert (said["kiosk"], said["badge"], said["pin"]) == (str(kiosk.id), str(badge.id), True)
    assert visit.ended_at is not None
    assert str(visit.command) == json.loads(text)["id"]


def test_the_pin_is_entered_again_for_the_signature(hands: Hands, kiosk: Kiosk) -> None:
    """Who finds a terminal that somebody left signs nothing with it."""
    kiosk.present(BADGE)
    assert kiosk.give(raw(hands), pin=None).json()["code"] == "kiosk_pin_again"
    assert kiosk.give(raw(hands), pin="111222").json()["code"] == "kiosk_pin_again"
    assert signed(hands) == []


def test_a_terminal_at_the_gate_proves_no_presence(hands: Hands, kiosk: Kiosk) -> None:
    kiosk.present(BADGE)
    checked = kiosk.give(raw(hands, kind="check_in", body={}))
    assert checked.json()["code"] == "kiosk_no_presence"
    elsewhere = kiosk.give(raw(hands, position={"lat": 31.2, "lon": 121.4, "accuracy_m": 5}))
    assert elsewhere.json()["code"] == "kiosk_no_presence"
    assert signed(hands) == []


def test_whoever_stands_there_stops_work_without_a_pin(hands: Hands, kiosk: Kiosk) -> None:
    kiosk.present(BADGE)
    told = kiosk.give(raw(hands, kind="stop", body={}, base_version=None), pin=None, beside={})
    assert told.json()["code"] == "wrong_state"  # judged by the permit, not held up by the terminal
    assert who(kiosk) == "zhao"


def test_after_five_minutes_and_after_leaving_nobody_is_there(
    kiosk: Kiosk, step_clock: Callable[[timedelta], None]
) -> None:
    kiosk.present(BADGE)
    assert kiosk.post("terminal/forget", {}).status_code == 204
    assert who(kiosk) is None
    kiosk.present(BADGE)
    assert who(kiosk) == "zhao"
    step_clock(timedelta(minutes=5, seconds=1))
    assert who(kiosk) is None


def test_a_badge_is_kept_as_a_keyed_hash_and_read_however_it_is_spelled(kiosk: Kiosk) -> None:
    with tenant.company(kiosk.plant.company):
        (kept,) = Badge.objects.all()
    assert "04A32F" not in kept.number_hash
    assert kept.ends_in == "580"
    assert kiosk.present("04a32f915580").status_code == 200
