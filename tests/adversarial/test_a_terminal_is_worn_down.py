"""Somebody with time at a shared terminal: he invents badges, guesses PINs, floods alarms, comes in two
places at once, and uses the names of those who went away. He keeps nobody out, and is told of."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account, SecurityEvent
from davy.alarms.models import AlarmRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.building.terminals import PIN, Kiosk, badge_for
from davy.db import tenant
from davy.evidence.queries import events
from davy.ids import uuid7
from davy.signatures.models import Visit
from davy.sync import doubts
from davy.sync.terminal import presenting
from tests.adversarial.test_at_one_instant import together

ZHAO, LI = "BADGE-ZHAO", "BADGE-LI"
OTHER_PIN = "739154"


def _hands() -> Hands:
    found = Hands(small_plant())
    journeys.draft_hot(found)
    journeys.get_to_work(found)
    badge_for(found.plant, "zhao", ZHAO)
    badge_for(found.plant, "li", LI, OTHER_PIN)
    return found


@pytest.fixture
def hands(db: None) -> Hands:
    return _hands()


@pytest.fixture
def gate(hands: Hands) -> Kiosk:
    return _kiosk(hands)


def _kiosk(hands: Hands, name: str = "东门岗亭") -> Kiosk:
    made = Kiosk(hands.plant, hands.plant.site, name)
    assert made.enrol().status_code == 201
    return made


def _codes(gate: Kiosk, badge: str, *pins: str) -> list[str]:
    return [gate.present(badge, pin).json().get("code", "in") for pin in pins]


def _phone(hands: Hands, pin: str) -> int:
    """The PIN of 赵主任 on his own phone; the status of the answer."""
    phone = Client()
    phone.force_login(Account.objects.get(id=hands.plant.people["zhao"].account))
    body = json.dumps({"pin": pin, "command": str(uuid7())})
    return phone.post("/api/v1/session/pin", body, content_type="application/json").status_code


def _alarms(hands: Hands, kind: str) -> list[AlarmRow]:
    with tenant.company(hands.plant.company):
        return list(AlarmRow.objects.filter(kind=kind))


def test_invented_badges_slow_a_terminal_down_and_lock_nobody_out(
    hands: Hands, gate: Kiosk, step_clock: Callable[[timedelta], None]
) -> None:
    for n in range(presenting.MOST_WRONG):
        assert _codes(gate, f"NOBODY-{n}", PIN) == ["badge_unknown"]
    answer = gate.present(LI, OTHER_PIN)
    assert answer.json()["code"] == "kiosk_slow"
    assert "5" in answer.json()["detail"]["zh"]
    step_clock(presenting.SLOW + timedelta(seconds=1))
    assert _codes(gate, LI, OTHER_PIN) == ["in"]
    (alarm,) = _alarms(hands, "device_doubtful")
    assert alarm.subject == f"{gate.id}/kiosk_guessing"


def test_a_dozen_more_make_it_no_slower(
    hands: Hands, gate: Kiosk, step_clock: Callable[[timedelta], None]
) -> None:
    for n in range(presenting.MOST_WRONG + 12):
        gate.present(f"NOBODY-{n}")
    step_clock(presenting.SLOW * 2)
    assert _codes(gate, LI, OTHER_PIN) == ["in"]


def test_a_pin_guessed_at_a_terminal_is_locked_there_and_not_on_its_owners_phone(
    hands: Hands, gate: Kiosk, step_clock: Callable[[timedelta], None]
) -> None:
    assert _codes(gate, ZHAO, *(f"90210{n}" for n in range(5))) == ["pin_wrong"] * 5
    assert _codes(gate, ZHAO, PIN) == ["pin_attempts_exceeded"]  # the right one, too
    assert _codes(_kiosk(hands, "中控室"), ZHAO, PIN) == ["pin_attempts_exceeded"]  # at every terminal
    assert _codes(gate, LI, OTHER_PIN) == ["in"]
    assert _phone(hands, PIN) == 200
    step_clock(timedelta(minutes=6))
    assert _codes(gate, ZHAO, PIN) == ["in"]


def test_the_owner_of_a_guessed_pin_is_told_once(hands: Hands, gate: Kiosk) -> None:
    _codes(gate, ZHAO, *(f"90210{n}" for n in range(7)))
    (alarm,) = _alarms(hands, "pin_guessed")
    told = {str(person) for person in alarm.told}
    assert {hands.plant.person("zhao"), hands.plant.person("zheng")} <= told


def test_wrong_pins_on_a_phone_lock_no_terminal(hands: Hands, gate: Kiosk) -> None:
    for n in range(6):
        _phone(hands, f"90210{n}")
    assert _phone(hands, PIN) != 200
    assert _codes(gate, ZHAO, PIN) == ["in"]


def test_a_pin_guessed_for_a_command_counts_with_those_of_the_badge(hands: Hands, gate: Kiosk) -> None:
    gate.present(ZHAO)
    for n in range(5):
        gate.post("session/pin", {"pin": f"90210{n}", "command": str(uuid7())})
    assert _codes(gate, ZHAO, PIN) == ["pin_attempts_exceeded"]
    assert len(_alarms(hands, "pin_guessed")) == 1


def test_whoever_knows_the_id_of_a_terminal_floods_nobody_with_alarms(hands: Hands, gate: Kiosk) -> None:
    said = replace(gate.said(ZHAO), badge=LI)  # the signature no longer fits
    for _ in range(doubts.MOST + 10):
        assert gate.send(said).json()["code"] == "kiosk_signature_wrong"
    (alarm,) = _alarms(hands, "device_doubtful")
    with tenant.company(hands.plant.company):
        assert SecurityEvent.objects.filter(kind="device_signature_wrong").count() == doubts.MOST
        told = events(hands.plant.company, "alarm", alarm.id)
    assert [event.type for event in told] == ["AlarmOpened"]


def test_a_doubt_about_a_terminal_names_nobody_who_let_it_in(hands: Hands, gate: Kiosk) -> None:
    gate.send(replace(gate.said(ZHAO), badge=LI))
    (alarm,) = _alarms(hands, "device_doubtful")
    with tenant.company(hands.plant.company):
        (opened,) = events(hands.plant.company, "alarm", alarm.id)
    assert opened.data["by"] == "driver"


@pytest.mark.parametrize(
    ("kind", "body", "state"),
    [
        ("report_change", {"kind": "process", "what": "带料"}, "paused"),
        ("request_cancel", {"reason": "计划变了"}, "paused"),
    ],
)
def test_what_somebody_says_beside_stopping_needs_his_own_pin(
    hands: Hands, gate: Kiosk, kind: str, body: dict[str, Any], state: str
) -> None:
    """李工 stood there and went away; the next one speaks in his name."""
    assert _codes(gate, LI, OTHER_PIN) == ["in"]
    raw = _command(hands, kind, body)
    assert gate.post("commands", raw).json()["code"] == "kiosk_must_sign"
    assert journeys.state(hands).state == "active"
    answer = gate.give(raw, pin=OTHER_PIN)
    assert answer.status_code == 200, answer.json()
    assert journeys.state(hands).state == state


def test_a_stop_at_a_terminal_that_somebody_left_is_free(hands: Hands, gate: Kiosk) -> None:
    gate.present(LI, OTHER_PIN)
    assert gate.post("commands", _command(hands, "stop", {})).status_code == 200
    assert journeys.state(hands).state == "paused"


def _command(hands: Hands, kind: str, body: dict[str, Any]) -> bytes:
    company, stream = str(hands.plant.company), f"permit/{hands.permit}"
    plain = {"v": 1, "id": str(uuid7()), "company": company, "stream": stream, "kind": kind, "body": body}
    return json.dumps(
        {**plain, "base_version": None, "occurred_at": "2026-11-01T01:00:00.000Z", "app": "m/0.1.0"}
    ).encode()


@pytest.mark.usefixtures("committed_db")
def test_a_copied_badge_at_terminals_at_the_same_instant_gets_one_visit_at_most() -> None:
    hands = _hands()
    places = [_kiosk(hands, name) for name in ("东门岗亭", "中控室", "西门岗亭")]
    said = [(place, place.said(ZHAO)) for place in places]
    answers = together([partial(_sent, place, what) for place, what in said])
    codes = sorted(str(answer["code"]) for answer in answers)
    assert codes == ["badge_twice", "badge_twice", "in"]
    with tenant.company(hands.plant.company):
        assert Visit.objects.filter(ended_at=None).count() == 0
        assert SecurityEvent.objects.filter(kind="badge_twice").count() == 2
    assert len(_alarms(hands, "device_doubtful")) == 2


def _sent(place: Kiosk, said: presenting.Presented) -> dict[str, Any]:
    return {"code": place.send(said).json().get("code", "in")}
