"""A phone is known by its key: with an Ex mark its camera is taken in a classed area, without one only what
stops work (S26)."""

import base64
import json

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands, envelope
from davy.building.phones import Phone
from davy.building.plant import LAT, LON, photo, small_plant
from davy.db import tenant
from davy.devices import p256
from davy.devices.models import DeviceRow
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.sites.models import Area
from davy_core.instants import iso

pytestmark = pytest.mark.django_db
MARK = "Ex ib IIC T6 Gb"


def spell(told: dict[str, str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


@pytest.fixture
def hands() -> Hands:
    made = Hands(small_plant())
    journeys.draft_hot(made)
    journeys.get_to_work(made)
    return made


@pytest.fixture
def phone(hands: Hands) -> Phone:
    made = Phone(hands.plant, "wang", ex=None)
    assert made.enrol()["verdict"] == "accepted"
    return made


def _shown(hands: Hands, phone: Phone, text: str) -> tuple[str, str | None]:
    phone.give(hands.permit, "add_photo", {"photo": photo(hands.plant.company, text), "purpose": "work"})
    (result,) = phone.send()
    return result["verdict"], (result["problem"] or {}).get("code")


def _mark(hands: Hands, phone: Phone, ex: str | None) -> None:
    with tenant.company(hands.plant.company):
        DeviceRow.objects.filter(company_id=hands.plant.company, id=phone.id).update(ex=ex)


def test_the_camera_of_an_unmarked_phone_is_refused_and_says_what_to_do(hands: Hands, phone: Phone) -> None:
    assert _shown(hands, phone, "a") == ("refused", "terminal_not_ex")


def test_once_it_is_marked_its_camera_is_taken(hands: Hands, phone: Phone) -> None:
    _mark(hands, phone, MARK)
    assert _shown(hands, phone, "a") == ("accepted", None)


def test_it_stops_work_all_the_same(hands: Hands, phone: Phone) -> None:
    phone.give(hands.permit, "stop")
    (result,) = phone.send()
    assert result["verdict"] == "accepted"
    assert journeys.state(hands).state == "paused"


def test_to_name_a_marked_phone_in_an_unsigned_command_is_no_mark(hands: Hands, phone: Phone) -> None:
    """Somebody writes the id of a marked phone into his envelope."""
    _mark(hands, phone, MARK)
    member = hands.plant.people["wang"]
    body = {"photo": photo(hands.plant.company, "b"), "purpose": "work"}
    forged = envelope(
        hands.plant.company, hands.permit, "add_photo", body, occurred_at=clock.now(), device=str(phone.id)
    )
    answer = execute(forged, Sender("person", member.person, member.account))
    assert [r["code"] for r in answer["reasons"]] == ["terminal_unknown"]
    assert _shown(hands, phone, "c") == ("accepted", None)


def _over_http(hands: Hands, bytes_: str, header: dict[str, str] | None) -> tuple[int, list[str]]:
    """What a phone sends at once: with its login, and its own signature in a header."""
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people["wang"].account))
    told = {} if header is None else {"Davy-Device": spell(header)}
    answer = client.post("/api/v1/commands", bytes_, content_type="application/json", headers=told)
    body = answer.json()
    return answer.status_code, [r["code"] for r in body.get("reasons", [])] or [body.get("code")]


def _text(hands: Hands, kind: str, body: dict[str, str]) -> str:
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(hands.plant.company),
        "stream": f"permit/{hands.permit}",
    }
    when = {"occurred_at": iso(clock.now()), "app": "m/0.1.0", "base_version": None}
    return json.dumps({**data, "kind": kind, "body": body, **when})


def _signed(hands: Hands, phone: Phone, text: str) -> tuple[str, dict[str, str]]:
    bytes_ = _text(hands, "add_photo", {"photo": photo(hands.plant.company, text), "purpose": "work"})
    return bytes_, {"device": str(phone.id), "signature": p256.sign(phone.key, bytes_.encode())}


def test_what_is_sent_at_once_carries_the_phone_s_own_signature(hands: Hands, phone: Phone) -> None:
    _mark(hands, phone, MARK)
    bytes_, header = _signed(hands, phone, "d")
    assert _over_http(hands, bytes_, None) == (409, ["terminal_unknown"])
    bytes_, header = _signed(hands, phone, "e")
    assert _over_http(hands, bytes_, header)[0] == 200


def test_a_signature_of_other_bytes_or_another_key_is_refused(hands: Hands, phone: Phone) -> None:
    _mark(hands, phone, MARK)
    bytes_, header = _signed(hands, phone, "f")
    other, _ = _signed(hands, phone, "g")
    assert _over_http(hands, other, header) == (409, ["device_signature_wrong"])
    assert _over_http(hands, bytes_, {"device": str(phone.id)}) == (409, ["device_signature_wrong"])


def test_the_marked_phone_of_somebody_else_and_a_revoked_one_are_nobody_s(hands: Hands, phone: Phone) -> None:
    other = Phone(hands.plant, "li")
    other.enrol()
    bytes_, header = _signed(hands, other, "h")
    assert _over_http(hands, bytes_, header) == (409, ["terminal_unknown"])
    _mark(hands, phone, MARK)
    with tenant.company(hands.plant.company):
        DeviceRow.objects.filter(id=phone.id).update(revoked_at=clock.now())
    bytes_, header = _signed(hands, phone, "i")
    assert _over_http(hands, bytes_, header) == (409, ["terminal_unknown"])


def test_a_stop_asks_nothing_of_what_comes_beside_it(hands: Hands) -> None:
    torn = {"device": "no device", "signature": "none"}
    assert _over_http(hands, _text(hands, "stop", {}), torn)[0] == 200
    assert journeys.state(hands).state == "paused"


def test_the_border_of_the_area_tells_what_is_outside(hands: Hands, phone: Phone) -> None:
    """300 m to the east of the point: inside an area drawn 400 m wide, outside one of 100 m."""
    for half, verdict in ((0.004, "refused"), (0.001, "accepted")):
        corners = [[LAT + n * half, LON + e * half] for n, e in ((-1, -1), (-1, 1), (1, 1), (1, -1))]
        with tenant.company(hands.plant.company):
            Area.objects.filter(id=hands.plant.area).update(fence={"corners": corners})
        shot = photo(hands.plant.company, f"far {half}")
        east = {"lat": LAT, "lon": LON + 0.00315, "accuracy_m": 8.0}
        phone.give(hands.permit, "add_photo", {"photo": shot, "purpose": "work"}, position=east)
        (result,) = phone.send()
        assert result["verdict"] == verdict
