"""Who registers a badge and a terminal, and who ends them: under the password, on record, at once."""

from __future__ import annotations

import json

import pytest

from davy.accounts.models import Account, AuditRow
from davy.building.plant import PASSWORD, Plant, small_plant
from davy.building.terminals import Kiosk, badge_for
from davy.db import tenant
from davy.door.envelope import seal
from davy.ids import uuid7
from davy.signatures.tests.signing import Phone

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant() -> Plant:
    made = small_plant()
    for key, role in (("zheng", "safety_officer"), ("sun", "shift_leader")):
        Account.objects.filter(id=made.people[key].account).update(roles=[role])
    return made


def test_a_badge_is_registered_under_the_password_by_who_may(plant: Plant) -> None:
    body = {"password": PASSWORD, "person_id": plant.person("zhao"), "number": "04 A3 2F 91"}
    assert Phone.of(plant, "zhao").post("/api/v1/badges", body).json()["code"] == "access_denied"
    officer = Phone.of(plant, "zheng")
    wrong = officer.post("/api/v1/badges", {**body, "password": "wrong"})
    assert wrong.json()["code"] == "password_wrong"
    made = officer.post("/api/v1/badges", body)
    assert (made.status_code, made.json()["ends_in"]) == (201, "F91")
    again = {**body, "person_id": plant.person("wang")}
    assert officer.post("/api/v1/badges", again).json()["code"] == "badge_known"
    assert officer.post("/api/v1/badges", {**body, "number": "卡"}).json()["code"] == "badge_unreadable"
    Account.objects.filter(id=plant.people["li"].account).update(person_id=None)
    nobody = {**body, "person_id": plant.person("li"), "number": "55667788"}
    assert officer.post("/api/v1/badges", nobody).json()["code"] == "badge_without_account"
    with tenant.company(plant.company):
        (noted,) = AuditRow.objects.filter(resource="badges")
    assert "04A32F91" not in json.dumps(noted.after)


def test_a_lost_badge_is_ended_at_night_too_and_its_visit_with_it(plant: Plant) -> None:
    badge = badge_for(plant, "zhao", "BADGE-ZHAO")
    kiosk = Kiosk(plant, plant.site)
    kiosk.enrol()
    assert kiosk.present("BADGE-ZHAO").status_code == 200
    assert Phone.of(plant, "sun").post(f"/api/v1/badges/{badge}/revoke", {}).status_code == 200
    assert not kiosk.client.get("/api/v1/session").json()["authenticated"]
    assert kiosk.present("BADGE-ZHAO").json()["code"] == "badge_unknown"
    badge_for(plant, "wang", "BADGE-ZHAO")  # a number that came back serves another person
    assert kiosk.present("BADGE-ZHAO").status_code == 200


def test_a_terminal_comes_in_by_an_invitation_and_goes_at_once(plant: Plant) -> None:
    officer = Phone.of(plant, "zheng")
    body = {"password": PASSWORD, "site": str(plant.site)}
    assert Phone.of(plant, "zhao").post("/api/v1/kiosks/invitations", body).json()["code"] == "access_denied"
    assert officer.post("/api/v1/kiosks/invitations", body).json()["path"].startswith("/m/kiosk#")
    badge_for(plant, "zhao", "BADGE-ZHAO")
    kiosk = Kiosk(plant, plant.site)
    assert kiosk.enrol(kiosk=False).json()["code"] == "invitation_not_valid"
    assert kiosk.enrol().json()["name"] == "东门岗亭"
    assert [one["name"] for one in officer.client.get("/api/v1/kiosks").json()] == ["东门岗亭"]
    assert officer.client.get("/api/v1/devices").json() == []  # no phone of anybody
    kiosk.present("BADGE-ZHAO")
    assert officer.give(_revoke(plant, kiosk), None).status_code == 200
    assert not kiosk.client.get("/api/v1/session").json()["authenticated"]
    assert kiosk.present("BADGE-ZHAO").json()["code"] == "kiosk_revoked"


def test_whoever_let_a_terminal_in_sends_no_queue_by_it_and_owns_none(plant: Plant) -> None:
    kiosk = Kiosk(plant, plant.site)
    kiosk.enrol()
    maker = Phone.of(plant, next(iter(plant.people)))
    sent = {"device": str(kiosk.id), "items": [{"text": "{}", "signature": "A" * 86}]}
    assert maker.post("/api/v1/sync", sent).json()["code"] == "device_unknown"
    assert maker.client.get(f"/api/v1/devices/{kiosk.id}").json()["code"] == "not_found"
    assert maker.give(_revoke(plant, kiosk), None).json()["missing"][0]["code"] == "device_not_yours"


def _revoke(plant: Plant, kiosk: Kiosk) -> bytes:
    return seal(
        {
            "v": 1,
            "id": str(uuid7()),
            "company": str(plant.company),
            "stream": f"device/{kiosk.id}",
            "kind": "revoke_device",
            "base_version": None,
            "body": {"reason": "换新"},
            "occurred_at": "2026-11-22T08:00:00.000Z",
            "app": "test/1",
        }
    )
