"""A hot work whose stages are signed by a passkey and by a phone, for the tests of bundles."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from davy import clock
from davy.archive.tests.taken import MORNING
from davy.attachments.models import Attachment
from davy.building import journeys
from davy.building.authenticator import header
from davy.building.hands import Hands
from davy.building.phones import Phone as Queue
from davy.building.plant import PASSWORD, photo, small_plant
from davy.db import tenant
from davy.devices import p256
from davy.signatures.tests.signing import Phone, signature

__all__ = ["Signed", "signed_plant"]

PIN = "480215"


@dataclass
class Signed:
    """The permit, and the phone that signed its second stage."""

    hands: Hands
    phone: UUID


def signed_plant(step_clock: Callable[[timedelta], None]) -> Signed:
    """一级动火: 赵主任 signs by passkey, 郑工 by his phone, 王班 adds a photo from his queue."""
    step_clock(MORNING - clock.now())
    hands = Hands(small_plant(ex_zone="none"))
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    zhao = Phone.of(hands.plant, "zhao")
    key, _ = zhao.passkey()
    raw = signature(hands)
    assert zhao.give(raw, key.sign(raw)).json()["verdict"] == "accepted"
    phone = _by_device(hands)
    queue = Queue(hands.plant, "wang")
    queue.enrol()
    queue.give(hands.permit, "add_photo", {"photo": photo(hands.plant.company, "queued"), "purpose": "work"})
    (told,) = queue.send()
    assert told["verdict"] == "accepted", told
    return Signed(hands, phone)


def _by_device(hands: Hands) -> UUID:
    zheng = Phone.of(hands.plant, "zheng")
    assert zheng.post("/api/v1/pin", {"password": PASSWORD, "pin": PIN}).status_code == 200
    queue = Queue(hands.plant, "zheng")
    queue.enrol()
    with tenant.company(hands.plant.company):
        face = photo(hands.plant.company, "zheng-now")
        Attachment.objects.filter(sha256=face).update(uploaded_by=hands.plant.people["zheng"].account)
    card = zheng.client.get(f"/api/v1/permits/{hands.permit}").json()
    hands.version = int(card["version"])
    plain = json.loads(signature(hands, stage="safety"))
    plain["body"]["face"] = face
    asked = {"pin": PIN, "command": plain["id"]}
    plain["reauth"] = zheng.post("/api/v1/session/pin", asked).json()["token"]
    raw = json.dumps(plain).encode()
    beside = header({"device": str(queue.id), "signature": p256.sign(queue.key, raw)})
    answer = zheng.post("/api/v1/commands", raw, **{"Davy-Assertion": beside})
    assert answer.json().get("verdict") == "accepted", answer.json()
    return queue.id
