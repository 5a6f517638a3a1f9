"""A shared terminal stands where anybody gets at it: badges of others, copies, replays, guesses, changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import SecurityEvent
from davy.alarms.models import AlarmRow
from davy.building import journeys
from davy.building.authenticator import header
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.building.terminals import PIN, Kiosk, badge_for
from davy.db import tenant
from davy.devices import p256
from davy.devices.models import DeviceRow
from davy.ids import uuid7
from davy.signatures import badges
from davy.signatures.models import Visit
from davy.signatures.tests.signing import signature, signed

pytestmark = pytest.mark.django_db

ZHAO, LI = "BADGE-ZHAO", "BADGE-LI"
OTHER_PIN = "739154"


@pytest.fixture
def hands() -> Hands:
    found = Hands(small_plant())
    journeys.draft_hot(found)
    journeys.prepare(found)
    badge_for(found.plant, "zhao", ZHAO)
    badge_for(found.plant, "li", LI, OTHER_PIN)
    return found


@pytest.fixture
def gate(hands: Hands) -> Kiosk:
    return _kiosk(hands)


def _kiosk(hands: Hands, name: str = "东门岗亭") -> Kiosk:
    made = Kiosk(hands.plant, hands.plant.site, name)
    assert made.enrol().status_code == 201
    return made


def _raw(hands: Hands, **over: Any) -> bytes:
    plain = json.loads(signature(hands))
    del plain["position"]
    return json.dumps({**plain, **over}).encode()


def _codes(answer: Any) -> set[str]:
    told = answer.json()
    return {told["code"], *(r["code"] for r in told.get("missing", ()) if "code" in r)}


def test_somebody_elses_badge_opens_nothing_without_his_pin(gate: Kiosk) -> None:
    assert gate.present(ZHAO, OTHER_PIN).json()["code"] == "pin_wrong"
    assert not gate.client.get("/api/v1/session").json()["authenticated"]


def test_who_stands_there_signs_as_himself_only(hands: Hands, gate: Kiosk) -> None:
    """李工 stands there; the signature of a stage is 赵主任's."""
    assert gate.present(LI, OTHER_PIN).status_code == 200
    assert "not_your_duty" in _codes(gate.give(_raw(hands), pin=OTHER_PIN))
    assert signed(hands) == []


def test_a_badge_at_two_terminals_at_once_is_refused_told_and_the_first_visit_ended(
    hands: Hands, gate: Kiosk, step_clock: Callable[[timedelta], None]
) -> None:
    control = _kiosk(hands, "中控室")
    assert gate.present(ZHAO).status_code == 200
    step_clock(timedelta(seconds=20))
    refused = control.present(ZHAO)
    assert refused.json()["code"] == "badge_twice"
    assert "东门岗亭" in refused.json()["detail"]["zh"]
    assert not gate.client.get("/api/v1/session").json()["authenticated"]
    with tenant.company(hands.plant.company):
        assert SecurityEvent.objects.filter(kind="badge_twice").count() == 1
        (alarm,) = AlarmRow.objects.filter(kind="device_doubtful")
    assert alarm.subject == f"{control.id}/badge_twice"
    step_clock(timedelta(minutes=1))
    assert control.present(ZHAO).status_code == 200


def test_a_recorded_request_does_not_count_twice(hands: Hands, gate: Kiosk) -> None:
    said = gate.said(ZHAO)
    assert gate.send(said).status_code == 200
    assert gate.send(said).json()["code"] == "kiosk_replayed"
    assert not gate.client.get("/api/v1/session").json()["authenticated"]
    with tenant.company(hands.plant.company):
        assert SecurityEvent.objects.filter(kind="kiosk_replayed").count() == 1


def test_what_was_asked_long_ago_or_for_another_terminal_is_over(
    hands: Hands, gate: Kiosk, step_clock: Callable[[timedelta], None]
) -> None:
    control = _kiosk(hands, "中控室")
    foreign = control.said(ZHAO).challenge
    assert gate.present(ZHAO, challenge=foreign).json()["code"] == "kiosk_asked_too_late"
    assert gate.present(ZHAO, challenge="x").json()["code"] == "kiosk_asked_too_late"


@pytest.mark.parametrize("changed", [{"badge": LI}, {"pin": OTHER_PIN}, {"visit": uuid7()}])
def test_what_was_altered_on_the_way_is_refused_and_recorded(
    hands: Hands, gate: Kiosk, changed: dict[str, Any]
) -> None:
    said = replace(gate.said(ZHAO), **changed)
    assert gate.send(said).json()["code"] == "kiosk_signature_wrong"
    with tenant.company(hands.plant.company):
        assert SecurityEvent.objects.filter(kind="device_signature_wrong").count() == 1


def test_altered_bytes_of_a_command_are_refused(hands: Hands, gate: Kiosk) -> None:
    gate.present(ZHAO)
    plain = json.loads(_raw(hands))
    token = gate.post("session/pin", {"pin": PIN, "command": plain["id"]}).json()["token"]
    raw = json.dumps({**plain, "reauth": token}).encode()
    said = header({"kiosk": str(gate.id), "signature": p256.sign(gate.key, raw)})
    altered = raw.replace(b'"occurred_at"', b' "occurred_at"')
    answer = gate.post("commands", altered, **{"Davy-Assertion": said})
    assert answer.json()["code"] == "kiosk_signature_wrong"
    assert signed(hands) == []


@pytest.mark.parametrize("beside", [{}, {"kiosk": str(uuid7()), "signature": "A" * 86}])
def test_no_command_without_the_terminals_own_signature(
    hands: Hands, gate: Kiosk, beside: dict[str, str]
) -> None:
    gate.present(ZHAO)
    answer = gate.give(_raw(hands), beside=beside)
    assert answer.json()["code"] == "kiosk_must_sign"


def test_the_key_of_another_terminal_signs_nothing_here(hands: Hands, gate: Kiosk) -> None:
    control = _kiosk(hands, "中控室")
    gate.present(ZHAO)
    said = {"kiosk": str(control.id), "signature": p256.sign(control.key, _raw(hands))}
    assert gate.give(_raw(hands), beside=said).json()["code"] == "kiosk_must_sign"


def test_a_second_command_in_the_same_visit_is_refused(hands: Hands, gate: Kiosk) -> None:
    """Also when both are on their way at once: the session of the first is still known to the second."""
    gate.present(ZHAO)
    session = gate.client.cookies["sessionid"].value
    assert gate.give(_raw(hands)).status_code == 200
    gate.client.cookies["sessionid"] = session
    second = gate.give(_raw(hands, id=str(uuid7())))
    assert second.json()["code"] == "not_logged_in"
    assert len(signed(hands)) == 1
    gate.present(ZHAO)
    with tenant.company(hands.plant.company):
        Visit.objects.filter(ended_at=None).update(command=uuid7())
    assert gate.give(_raw(hands, id=str(uuid7()))).json()["code"] == "kiosk_one_command"


def test_a_revoked_terminal_and_a_revoked_badge_sign_nothing_more(hands: Hands, gate: Kiosk) -> None:
    company = hands.plant.company
    gate.present(ZHAO)
    with tenant.company(company):
        badge = badges.find(company, ZHAO)
        assert badge is not None
        badges.revoke(company, badge.id, by=badge.account_id)
    assert gate.give(_raw(hands)).json()["code"] == "not_logged_in"
    badge_for(hands.plant, "zhao", ZHAO)
    gate.present(ZHAO)
    with tenant.company(company):
        DeviceRow.objects.filter(id=gate.id).update(revoked_at=clock.now())
    assert gate.give(_raw(hands)).json()["code"] == "not_logged_in"
    assert gate.present(ZHAO).json()["code"] == "kiosk_revoked"
    assert signed(hands) == []


def test_a_neighbours_terminal_and_badge_are_unknown_here(gate: Kiosk) -> None:
    stranger = Kiosk(small_plant("next", "next.davy.test"), uuid7())
    foreign = replace(stranger.said(ZHAO), kiosk=stranger.id)
    assert gate.send(foreign).json()["code"] == "kiosk_unknown"
