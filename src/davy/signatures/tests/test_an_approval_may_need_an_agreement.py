"""A company may ask who approves to have agreed to electronic signatures first; who agreed is in the log."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.door.envelope import seal
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.signatures import agreement
from davy.signatures.tests.signing import Phone, signature, signed
from davy.watch.night.comparing import differs
from davy_core.instants import iso

pytestmark = pytest.mark.django_db
PATH = "/api/v1/signing-agreement"


@pytest.fixture
def hands() -> Hands:
    """一级动火 that waits for its first signature, that of 赵主任."""
    found = Hands(small_plant())
    journeys.draft_hot(found)
    journeys.prepare(found)
    return found


def _asked(hands: Hands) -> None:
    with tenant.company(hands.plant.company):
        officer = Account.objects.get(company_id=hands.plant.company, username="zheng")
        agreement.ask(hands.plant.company, officer.id, wanted=True)
        assert AuditRow.objects.filter(resource="signature_levels").count() == 1


def _agree(phone: Phone, whose: Phone | None = None, **over: Any) -> Any:
    told = phone.client.get(PATH).json()
    with tenant.company(phone.plant.company):
        account = Account.objects.get(company_id=phone.plant.company, username=(whose or phone).who)
    body = {"version": told["version"], "text": told["sha256"], **over}
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(phone.plant.company),
        "stream": f"account/{account.id}",
        "kind": "agree_to_signing",
        "base_version": None,
        "body": body,
        "occurred_at": iso(clock.now()),
        "app": "test/1",
    }
    return phone.post("/api/v1/commands", seal(data))


def test_nobody_approves_before_he_agreed_where_the_company_asks(hands: Hands) -> None:
    zhao = Phone.of(hands.plant, "zhao")
    key, _ = zhao.passkey()
    _asked(hands)
    raw = signature(hands)
    refused = zhao.give(raw, key.sign(raw))
    assert (refused.status_code, refused.json()["code"]) == (409, "agreement_missing")
    assert "电子签名约定" in refused.json()["remedy"][0]["zh"]
    assert signed(hands) == []
    assert _agree(zhao).json()["verdict"] == "accepted"
    told = zhao.client.get(PATH).json()
    assert (told["agreed"], told["asked"], told["version"]) == (1, True, 1)
    assert zhao.give(raw, key.sign(raw)).json()["verdict"] == "accepted"
    assert _agree(zhao).json()["code"] == "agreement_given"


def test_where_nobody_asks_all_goes_on_as_before(hands: Hands) -> None:
    zhao = Phone.of(hands.plant, "zhao")
    key, _ = zhao.passkey()
    raw = signature(hands)
    assert zhao.client.get(PATH).json()["asked"] is False
    assert zhao.give(raw, key.sign(raw)).json()["verdict"] == "accepted"


def test_it_is_given_by_oneself_to_the_text_that_was_shown(hands: Hands) -> None:
    zhao, li = Phone.of(hands.plant, "zhao"), Phone.of(hands.plant, "li")
    assert _agree(li, whose=zhao).json()["code"] == "not_your_duty"
    assert _agree(zhao, text="0" * 64).json()["code"] == "agreement_other_text"
    told = zhao.client.get(PATH).json()
    assert sha256(f"{told['zh']}---\n{told['en']}".encode()).hexdigest() == told["sha256"]
    _agree(zhao)
    with tenant.company(hands.plant.company):
        account = Account.objects.get(company_id=hands.plant.company, username="zhao").id
        (event,) = evidence.events(hands.plant.company, "account", account)
        assert (event.type, event.data["text"], event.actor) == (
            "SigningAgreed",
            told["sha256"],
            str(account),
        )
        assert not differs(hands.plant.company, "account", account)
        assert agreement.agreed(hands.plant.company, account) is not None


def test_only_who_sets_signature_levels_asks_for_it(hands: Hands) -> None:
    zhao = Phone.of(hands.plant, "zhao")
    token = zhao.client.cookies["csrftoken"].value
    answer = zhao.client.put(
        PATH, b'{"asked":true}', content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert answer.status_code == 403
