"""Level 2: the device signs the bytes, the PIN says who holds it, a photo shows him."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from davy import clock
from davy.attachments.models import Attachment
from davy.building import journeys
from davy.building.authenticator import header
from davy.building.hands import Hands
from davy.building.phones import MARK
from davy.building.plant import PASSWORD, photo, small_plant
from davy.db import tenant
from davy.devices import p256
from davy.devices.models import DeviceRow
from davy.ids import uuid7
from davy.signatures.models import Pin
from davy.signatures.tests.signing import Phone, signature, signed

pytestmark = pytest.mark.django_db

PIN = "480215"


@dataclass
class Device:
    """An enrolled phone in software."""

    id: UUID
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def of(cls, phone: Phone) -> Device:
        key, member = ec.generate_private_key(ec.SECP256R1()), phone.plant.people[phone.who]
        with tenant.company(phone.plant.company):
            row = DeviceRow(
                company_id=phone.plant.company,
                id=uuid7(),
                account_id=member.account,
                person_id=member.person,
                name="手机",
                key=p256.point(key),
                head=bytes(32),
                enrolled_at=clock.now(),
                ex=MARK,
            )
            row.save(force_insert=True)
        return cls(row.id, key)

    def sign(self, raw: bytes) -> str:
        return header({"device": str(self.id), "signature": p256.sign(self.key, raw)})


@pytest.fixture
def hands() -> Hands:
    found = Hands(small_plant(ex_zone="none"))
    journeys.draft_hot(found)
    journeys.prepare(found)
    return found


@pytest.fixture
def zhao(hands: Hands) -> Phone:
    phone = Phone.of(hands.plant, "zhao")
    assert phone.post("/api/v1/pin", {"password": PASSWORD, "pin": PIN}).json() == {"is_set": True}
    return phone


def _face(phone: Phone, name: str = "zhao-now") -> str:
    """A photo that his own account sent just now."""
    with tenant.company(phone.plant.company):
        digest = photo(phone.plant.company, name)
        Attachment.objects.filter(sha256=digest).update(uploaded_by=phone.plant.people[phone.who].account)
    return digest


def _raw(hands: Hands, phone: Phone, *, face: str | None, pin: str | None = PIN) -> bytes:
    """The bytes of his signature, with the proof of the PIN in them."""
    plain = json.loads(signature(hands))
    if face:
        plain["body"]["face"] = face
    if pin:
        plain["reauth"] = phone.post("/api/v1/session/pin", {"pin": pin, "command": plain["id"]}).json()[
            "token"
        ]
    return json.dumps(plain).encode()


def _give(phone: Phone, raw: bytes, beside: str) -> Any:
    return phone.post("/api/v1/commands", raw, **({"Davy-Assertion": beside} if beside else {}))


def _refresh(hands: Hands) -> None:
    """Decide on the version that the card shows now."""
    told = Phone.of(hands.plant, "zhao").client.get(f"/api/v1/permits/{hands.permit}").json()
    hands.version = int(told["version"])


def _codes(answer: Any) -> list[str]:
    told = answer.json()
    return [r["code"] for r in told["missing"] if "code" in r] or [told["code"]]


def test_device_pin_handwriting_and_photo_are_level_two(hands: Hands, zhao: Phone) -> None:
    device, face = Device.of(zhao), _face(zhao)
    raw = _raw(hands, zhao, face=face)
    assert _give(zhao, raw, device.sign(raw)).json()["verdict"] == "accepted"
    (made,) = signed(hands)
    assert (made["way"], made["level"], made["face"]) == ("device", 2, face)
    told = Phone.of(hands.plant, "zheng").client.get(f"/api/v1/signatures/{made['evidence']}").json()
    kept = json.loads(told["body"])
    assert p256.verifies(kept["public_key"], kept["signature"], told["text"].encode())
    assert face in journeys.state(hands).shown


def test_without_the_photo_it_is_refused(hands: Hands, zhao: Phone) -> None:
    device = Device.of(zhao)
    raw = _raw(hands, zhao, face=None)
    assert _codes(_give(zhao, raw, device.sign(raw))) == ["live_photo_missing"]


def test_an_old_photo_and_somebody_elses_prove_nothing(
    hands: Hands, zhao: Phone, step_clock: Callable[[timedelta], None]
) -> None:
    device = Device.of(zhao)
    with tenant.company(hands.plant.company):
        strange = photo(hands.plant.company, "sent by nobody")
    raw = _raw(hands, zhao, face=strange)
    assert _codes(_give(zhao, raw, device.sign(raw))) == ["live_photo_missing"]
    face = _face(zhao)
    step_clock(timedelta(minutes=10, seconds=1))
    _refresh(hands)
    raw = _raw(hands, zhao, face=face)
    assert "live_photo_missing" in _codes(_give(zhao, raw, device.sign(raw)))
    assert signed(hands) == []


def test_a_photo_proves_one_signature(hands: Hands, zhao: Phone) -> None:
    device, face = Device.of(zhao), _face(zhao)
    raw = _raw(hands, zhao, face=face)
    _give(zhao, raw, device.sign(raw))
    zheng = Phone.of(hands.plant, "zheng")
    zheng.post("/api/v1/pin", {"password": PASSWORD, "pin": PIN})
    _face(zheng)  # the same picture, sent by him now
    _refresh(hands)
    plain = json.loads(signature(hands, stage="safety"))
    plain["body"]["face"] = face
    plain["reauth"] = zheng.post("/api/v1/session/pin", {"pin": PIN, "command": plain["id"]}).json()["token"]
    raw = json.dumps(plain).encode()
    assert "photo_reused" in _codes(_give(zheng, raw, Device.of(zheng).sign(raw)))


def test_a_pin_without_a_device_and_a_device_without_a_pin_are_nobody(hands: Hands, zhao: Phone) -> None:
    device, face = Device.of(zhao), _face(zhao)
    raw = _raw(hands, zhao, face=face)
    assert _codes(_give(zhao, raw, "")) == ["reauth_failed"]
    _refresh(hands)
    raw = _raw(hands, zhao, face=face, pin=None)
    assert _codes(_give(zhao, raw, device.sign(raw))) == ["reauth_failed"]


def test_a_pin_for_another_command_proves_nothing(hands: Hands, zhao: Phone) -> None:
    device, face = Device.of(zhao), _face(zhao)
    plain = json.loads(_raw(hands, zhao, face=face))
    raw = json.dumps({**plain, "id": str(uuid7())}).encode()
    assert _codes(_give(zhao, raw, device.sign(raw))) == ["reauth_failed"]


def test_altered_bytes_a_revoked_and_a_foreign_device_are_refused(hands: Hands, zhao: Phone) -> None:
    device, face = Device.of(zhao), _face(zhao)
    raw = _raw(hands, zhao, face=face)
    altered = raw.replace(b'"occurred_at"', b' "occurred_at"')
    assert _codes(_give(zhao, altered, device.sign(raw))) == ["device_signature_wrong"]
    foreign = Device.of(Phone.of(hands.plant, "zheng"))
    assert _codes(_give(zhao, raw, foreign.sign(raw))) == ["device_unknown"]
    with tenant.company(hands.plant.company):
        DeviceRow.objects.filter(id=device.id).update(revoked_at=clock.now())
    assert _codes(_give(zhao, raw, device.sign(raw))) == ["device_revoked"]
    assert signed(hands) == []


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "111111", "123456", "987654", "890123", "12345a", "１２３４５７"]
)
def test_a_pin_that_anybody_guesses_is_none(zhao: Phone, pin: str) -> None:
    answer = zhao.post("/api/v1/pin", {"password": PASSWORD, "pin": pin})
    assert answer.json()["code"] == "pin_too_simple"


def test_a_pin_is_set_under_the_password_and_never_kept_in_clear(zhao: Phone) -> None:
    assert zhao.post("/api/v1/pin", {"password": "wrong", "pin": "739154"}).json()["code"] == "password_wrong"
    with tenant.company(zhao.plant.company):
        (kept,) = Pin.objects.all()
    assert PIN not in kept.hash
    fresh = Phone.of(zhao.plant, "li")
    assert fresh.client.get("/api/v1/pin").json() == {"is_set": False}
    answer = fresh.post("/api/v1/session/pin", {"pin": PIN, "command": str(uuid7())})
    assert answer.json()["code"] == "pin_missing"


def test_after_five_wrong_ones_the_right_one_waits(
    zhao: Phone, step_clock: Callable[[timedelta], None]
) -> None:
    def enter(pin: str) -> str:
        told = zhao.post("/api/v1/session/pin", {"pin": pin, "command": str(uuid7())}).json()
        return str(told.get("code", "passed"))

    assert [enter("000001") for _ in range(5)] == ["pin_wrong"] * 5
    assert enter(PIN) == "pin_attempts_exceeded"
    step_clock(timedelta(minutes=5, seconds=1))
    assert enter(PIN) == "passed"


def test_a_password_and_a_pin_are_two_things(hands: Hands, zhao: Phone) -> None:
    """A PIN does not pass for a password: that would be a weaker level 1."""
    raw = _raw(hands, zhao, face=None)
    assert _codes(_give(zhao, raw, "")) == ["reauth_failed"]
    _refresh(hands)
    other = {"password": PASSWORD, "command": str(uuid7())}
    token = zhao.post("/api/v1/session/reauth", other).json()["token"]
    plain = {**json.loads(_raw(hands, zhao, face=None, pin=None)), "reauth": token}
    assert _codes(_give(zhao, json.dumps(plain).encode(), "")) == ["reauth_failed"]
