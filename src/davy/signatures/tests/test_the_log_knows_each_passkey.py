"""A passkey is enrolled and revoked by events of its account; those from before are told of within the
hour."""

from __future__ import annotations

from uuid import UUID

import pytest

from davy.accounts.models import Account
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.devices.p256 import encoded
from davy.evidence import queries as evidence
from davy.serve.passkeys import tell
from davy.signatures.models import Passkey
from davy.signatures.tests.signing import HOST, Phone
from davy.sync.account import told_all
from davy.watch.night.comparing import differs

pytestmark = pytest.mark.django_db


def _account(plant: Plant) -> UUID:
    return Account.objects.get(company_id=plant.company, username="zhao").id


def _events(plant: Plant) -> list[evidence.StoredEvent]:
    with tenant.company(plant.company):
        return evidence.events(plant.company, "account", _account(plant))


def test_its_making_and_its_end_are_events_with_the_public_key_and_nothing_of_a_person() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    made = zhao.passkey("赵主任的手机")[1].json()
    assert zhao.post(f"/api/v1/passkeys/{made['id']}/revoke", {}).status_code == 200
    assert zhao.post(f"/api/v1/passkeys/{made['id']}/revoke", {}).status_code == 200
    enrolled, revoked = _events(zhao.plant)
    assert (enrolled.type, revoked.type) == ("PasskeyEnrolled", "PasskeyRevoked")
    with tenant.company(zhao.plant.company):
        row = Passkey.objects.get(company_id=zhao.plant.company)
        assert not differs(zhao.plant.company, "account", row.account_id)
    assert enrolled.data["key"] == encoded(bytes(row.public_key))
    assert (enrolled.data["credential"], enrolled.data["rp_id"]) == (made["credential"], HOST)
    assert "赵主任".encode() not in enrolled.body + revoked.body
    assert enrolled.actor == str(row.account_id)


def test_one_from_before_is_told_of_once() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    zhao.passkey()
    company = zhao.plant.company
    with tenant.company(company):
        old = Passkey.objects.get(company_id=company)
        old.pk, old.credential, old.revoked_at = None, "b2xk", old.created_at
        Passkey.objects.create(
            **{f.attname: getattr(old, f.attname) for f in Passkey._meta.fields if f.attname != "id"}
        )
    tell()  # as before the first signature after an upgrade
    with tenant.company(company):
        assert told_all(company) == 0
        assert not differs(company, "account", _account(zhao.plant))
    assert [event.type for event in _events(zhao.plant)] == [
        "PasskeyEnrolled",
        "PasskeyEnrolled",
        "PasskeyRevoked",
    ]


def test_a_row_that_says_otherwise_than_its_event_is_found() -> None:
    zhao = Phone.of(small_plant(), "zhao")
    zhao.passkey()
    company = zhao.plant.company
    with tenant.company(company):
        Passkey.objects.filter(company_id=company).update(revoked_at="2026-11-22T00:00:00Z")
        assert differs(company, "account", _account(zhao.plant))
