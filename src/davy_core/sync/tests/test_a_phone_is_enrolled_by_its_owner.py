"""A device comes in by an invitation for its owner and proves its key; marked by others, revoked by both."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.sync.device import Device, Facts, apply, decide

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
GOOD = Facts(NOW, "a-wang", "p-wang", invited="a-wang", invited_by="a-admin", proven=True)
BODY = {"name": "王磊的手机", "key": "K" * 87}


def _code(device: Device | None, kind: str, body: dict[str, Any], facts: Facts) -> str:
    outcome = decide(device, "d1", kind, body, facts)
    assert isinstance(outcome, Refused)
    return outcome.reasons[0].code


def _enrolled() -> Device:
    outcome = decide(None, "d1", "enrol_device", BODY, GOOD)
    assert isinstance(outcome, Accepted)
    (event,) = outcome.events
    assert "王磊" not in str(event.data)
    return apply(None, event.type, event.data)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"account": None}, "not_your_duty"),
        ({"invited": None}, "invitation_not_valid"),
        ({"invited": "a-li"}, "invitation_not_valid"),
        ({"proven": False}, "device_key_unusable"),
        ({"key_taken": True}, "device_known"),
    ],
)
def test_what_keeps_a_phone_out(changed: dict[str, Any], code: str) -> None:
    assert _code(None, "enrol_device", BODY, replace(GOOD, **changed)) == code


def test_the_owner_revokes_and_others_mark() -> None:
    device = _enrolled()
    stranger, manager = Facts(NOW, "a-li", "p-li"), Facts(NOW, "a-admin", None, manages=True)
    assert _code(device, "mark_device", {"ex": "Ex ib IIC T4 Gb"}, GOOD) == "device_not_yours"
    assert _code(device, "revoke_device", {"reason": "丢了"}, stranger) == "device_not_yours"
    marked = decide(device, "d1", "mark_device", {"ex": "Ex ib IIC T4 Gb"}, manager)
    assert isinstance(marked, Accepted)
    device = apply(device, marked.events[0].type, marked.events[0].data)
    assert device.ex == "Ex ib IIC T4 Gb"
    gone = decide(device, "d1", "revoke_device", {"reason": "丢了"}, GOOD)
    assert isinstance(gone, Accepted)
    device = apply(device, gone.events[0].type, gone.events[0].data)
    assert device.revoked_at == NOW
    assert _code(device, "mark_device", {"ex": None}, manager) == "device_revoked"
    assert _code(None, "revoke_device", {"reason": "x"}, manager) == "not_found"


def test_a_device_that_is_known_is_not_enrolled_again() -> None:
    assert _code(_enrolled(), "enrol_device", BODY, GOOD) == "device_known"


GATE = Facts(
    NOW, None, None, invited="a-admin", invited_by="a-admin", proven=True, invited_as="kiosk", site="s1"
)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"invited": None}, "invitation_not_valid"),
        ({"invited_as": "phone"}, "invitation_not_valid"),
        ({"proven": False}, "device_key_unusable"),
        ({"key_taken": True}, "device_known"),
    ],
)
def test_what_keeps_a_terminal_out(changed: dict[str, Any], code: str) -> None:
    assert _code(None, "enrol_kiosk", BODY, replace(GATE, **changed)) == code


def test_a_terminal_belongs_to_nobody_and_an_invitation_for_one_lets_no_phone_in() -> None:
    outcome = decide(None, "k1", "enrol_kiosk", BODY, GATE)
    assert isinstance(outcome, Accepted)
    kiosk = apply(None, outcome.events[0].type, outcome.events[0].data)
    assert (kiosk.kind, kiosk.site, kiosk.person) == ("kiosk", "s1", None)
    maker = Facts(NOW, "a-admin", None)
    assert _code(kiosk, "revoke_device", {"reason": "换"}, maker) == "device_not_yours"
    assert _code(None, "enrol_device", BODY, replace(GOOD, invited_as="kiosk")) == "invitation_not_valid"
