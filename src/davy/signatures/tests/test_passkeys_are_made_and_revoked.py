"""A passkey is made under the password, has a name, and is one of several; its owner revokes it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from davy.accounts.models import Account, AuditRow, SecurityEvent
from davy.building.authenticator import Authenticator
from davy.building.plant import PASSWORD, Plant, small_plant
from davy.db import tenant
from davy.signatures.passkeys import MOST
from davy.signatures.tests.signing import HOST, Phone

pytestmark = pytest.mark.django_db


def _mine(phone: Phone) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = phone.client.get("/api/v1/passkeys").json()
    return found


def _kinds(plant: Plant) -> list[str]:
    with tenant.company(plant.company):
        return list(SecurityEvent.objects.order_by("at", "id").values_list("kind", flat=True))


def test_several_are_made_and_listed_with_their_names() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    for name in ("手机", "办公室电脑"):
        assert zhao.passkey(name)[1].status_code == 201
    mine = _mine(zhao)
    assert [key["name"] for key in mine] == ["办公室电脑", "手机"]
    assert {key["rp_id"] for key in mine} == {HOST}
    assert {key["used_at"] for key in mine} == {None}
    assert _mine(Phone.of(zhao.plant, "li")) == []
    assert _kinds(zhao.plant).count("passkey_added") == 2


def test_without_the_password_none_is_made() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    assert zhao.passkey(password="wrong")[1].json()["code"] == "password_wrong"
    assert _mine(zhao) == []


def test_an_offer_is_for_its_account_and_for_five_minutes(step_clock: Callable[[timedelta], None]) -> None:
    plant = small_plant()
    zhao, li = Phone.of(plant, "zhao"), Phone.of(plant, "li")
    key = Authenticator(HOST)
    offer = zhao.post("/api/v1/passkeys/offer", {"password": PASSWORD}).json()
    body = {"token": offer["token"], "name": "手机", "credential": key.make(offer)}
    assert li.post("/api/v1/passkeys", body).json()["code"] == "passkey_offer_over"
    step_clock(timedelta(minutes=5, seconds=2))
    assert zhao.post("/api/v1/passkeys", body).json()["code"] == "passkey_offer_over"


def _foreign(how: dict[str, Any]) -> str:
    zhao = Phone.of(small_plant(), "zhao")
    answer = zhao.passkey(**how)[1]
    assert _mine(zhao) == []
    return str(answer.json()["code"])


@pytest.mark.parametrize(
    "how",
    [
        {"origin": "https://testserver.evil.example"},
        {"origin": "http://testserver"},
        {"origin": "https://evil.example"},
        {"unlocked": False},
    ],
)
def test_what_was_made_elsewhere_or_without_its_owner_is_refused(how: dict[str, Any]) -> None:
    assert _foreign(how) == "passkey_unreadable"


def test_a_challenge_of_another_offer_is_refused() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    offers = [zhao.post("/api/v1/passkeys/offer", {"password": PASSWORD}).json() for _ in range(2)]
    made = Authenticator(HOST).make(offers[0])
    body = {"token": offers[1]["token"], "name": "手机", "credential": made}
    assert zhao.post("/api/v1/passkeys", body).json()["code"] == "passkey_unreadable"


def test_a_passkey_belongs_to_one_account() -> None:
    plant = small_plant()
    zhao, li = Phone.of(plant, "zhao"), Phone.of(plant, "li")
    key, _ = zhao.passkey()
    offer = li.post("/api/v1/passkeys/offer", {"password": PASSWORD}).json()
    body = {"token": offer["token"], "name": "我的", "credential": key.make(offer)}
    assert li.post("/api/v1/passkeys", body).json()["code"] == "passkey_known"


def test_there_is_a_most() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    made = [zhao.passkey(str(n))[1].json() for n in range(MOST)]
    assert zhao.passkey()[1].json()["code"] == "passkeys_too_many"
    zhao.post(f"/api/v1/passkeys/{made[0]['id']}/revoke", {})
    assert zhao.passkey()[1].status_code == 201


def test_no_passkey_on_a_bare_address() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    zhao.client.defaults["SERVER_NAME"] = "10.1.2.3"
    answer = zhao.post("/api/v1/passkeys/offer", {"password": PASSWORD})
    assert answer.json()["code"] == "passkey_needs_name"


def test_the_owner_revokes_and_nobody_elses() -> None:
    plant = small_plant()
    zhao, li = Phone.of(plant, "zhao"), Phone.of(plant, "li")
    made = zhao.passkey()[1].json()
    path = f"/api/v1/passkeys/{made['id']}/revoke"
    assert li.post(path, {}).json()["code"] == "not_found"
    first = zhao.post(path, {}).json()["revoked_at"]
    assert first is not None
    assert zhao.post(path, {}).json()["revoked_at"] == first
    with tenant.company(plant.company):
        rows = AuditRow.objects.filter(resource="passkeys").order_by("at", "id")
        assert [(row.before is None, row.after["revoked_at"] is None) for row in rows if row.after] == [
            (True, True),
            (False, False),
        ]


def test_an_administrator_revokes_for_somebody_who_lost_his_phone() -> None:
    plant = small_plant()
    zhao, boss = Phone.of(plant, "zhao"), Phone.of(plant, "zheng")
    made = zhao.passkey()[1].json()
    account = plant.people["zhao"].account
    path = f"/api/v1/accounts/{account}/passkeys"
    assert boss.client.get(path).status_code == 403
    _be_administrator(plant, "zheng")
    assert [key["id"] for key in boss.client.get(path).json()] == [made["id"]]
    other = plant.people["li"].account
    assert (
        boss.post(f"/api/v1/accounts/{other}/passkeys/{made['id']}/revoke", {}).json()["code"] == "not_found"
    )
    assert boss.post(f"{path}/{made['id']}/revoke", {}).json()["revoked_at"] is not None
    assert _mine(zhao)[0]["revoked_at"] is not None


def _be_administrator(plant: Plant, who: str) -> None:
    Account.objects.filter(id=plant.people[who].account).update(roles=["approver", "admin"])
