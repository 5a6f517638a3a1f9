"""A phone whose key was revoked enrols again on the phone itself; what lay in its queue goes under the new
key, as told by a clock that nobody vouches for (S4), and nothing counts twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands, envelope
from davy.building.phones import Phone
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.devices import p256
from davy.devices.models import DeviceRow
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.sync.receive import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    made = Hands(small_plant())
    journeys.draft_hot(made)
    journeys.get_to_work(made)
    return made


@pytest.fixture
def phone(hands: Hands) -> Phone:
    made = Phone(hands.plant, "wang")
    assert made.enrol()["verdict"] == "accepted"
    return made


def _revoke(hands: Hands, phone: Phone) -> None:
    desk = hands.plant.people["zheng"]
    sent = envelope(
        hands.plant.company, phone.id, "revoke_device", {"reason": "掉了"}, occurred_at=clock.now(),
        stream_kind="device",
    )  # fmt: skip
    assert execute(sent, Sender("person", desk.person, desk.account))["verdict"] == "accepted"


def _anew(old: Item, phone: Phone, **over: Any) -> Item:
    """As the page signs a row of the old key again: the same words, its own place in the new chain."""
    data = {**json.loads(old.text), "device": str(phone.id), "seq": phone.seq + 1, "prev": phone.prev, **over}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    phone.seq, phone.prev = phone.seq + 1, hashlib.sha256(text.encode()).hexdigest()
    return Item(text, p256.sign(phone.key, text.encode()))


def _again(hands: Hands) -> Phone:
    made = Phone(hands.plant, "wang")
    assert made.enrol()["verdict"] == "accepted"
    return made


def test_what_waited_goes_under_the_new_key(hands: Hands, phone: Phone) -> None:
    shot = photo(hands.plant.company, "waited")
    waited = phone.give(hands.permit, "add_photo", {"photo": shot, "purpose": "work"})
    _revoke(hands, phone)
    (refused,) = phone.send()
    assert refused["problem"]["code"] == "device_revoked"
    assert refused["receipt"] is None
    new = _again(hands)
    (taken,) = new.send([_anew(waited, new, clock="device_free")])
    assert taken["verdict"] == "accepted"
    assert shot in journeys.state(hands).shown


def test_what_had_arrived_before_gets_its_receipt_from_the_old_key_and_counts_once(
    hands: Hands, phone: Phone
) -> None:
    body = {"photo": photo(hands.plant.company, "arrived"), "purpose": "work"}
    arrived = phone.give(hands.permit, "add_photo", body)
    phone.send()
    _revoke(hands, phone)
    (again,) = phone.send([arrived])
    assert again["verdict"] == "accepted"
    assert again["receipt"] is not None
    new = _again(hands)
    (twice,) = new.send([_anew(arrived, new, clock="device_free")])
    assert twice["problem"]["code"] == "command_id_reused"
    assert journeys.state(hands).shown.count(body["photo"]) == 1


def test_a_page_that_vouches_for_a_clock_before_its_own_enrolment_is_not_believed(
    hands: Hands, phone: Phone, step_clock: Callable[[timedelta], None]
) -> None:
    """The check-in needs a proven instant; one signed anew does not have it, whatever the page says."""
    waited = phone.give(hands.permit, "check_in")
    _revoke(hands, phone)
    step_clock(timedelta(minutes=5))
    new = _again(hands)
    (refused,) = new.send([_anew(waited, new, clock="device_synced")])
    assert refused["verdict"] == "refused"
    assert "device_clock_free" in json.dumps(refused["problem"])


def test_a_stop_waits_for_no_enrolment(hands: Hands, phone: Phone) -> None:
    _revoke(hands, phone)
    phone.give(hands.permit, "stop")
    (result,) = phone.send()
    assert result["verdict"] == "accepted"
    assert journeys.state(hands).state == "paused"


def test_the_new_key_has_no_mark_until_somebody_reads_the_plate_again(hands: Hands, phone: Phone) -> None:
    _revoke(hands, phone)
    new = Phone(hands.plant, "wang", ex=None)
    new.enrol()
    with tenant.company(hands.plant.company):
        assert DeviceRow.objects.get(id=new.id).ex is None
