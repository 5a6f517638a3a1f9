"""A passkey's signature counts for the bytes it was made over, for its owner, until it is revoked."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import DatabaseError, connection, transaction

from davy.accounts.models import Account, SecurityEvent
from davy.building import journeys
from davy.building.authenticator import Authenticator
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.signatures.models import Evidence, SignedText
from davy.signatures.tests.signing import HOST, Phone, signature, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    """一级动火 that waits for its first signature, that of 赵主任."""
    found = Hands(small_plant())
    journeys.draft_hot(found)
    journeys.prepare(found)
    return found


@pytest.fixture
def zhao(hands: Hands) -> Phone:
    return Phone.of(hands.plant, "zhao")


def _code(answer: Any) -> str:
    return str(answer.json().get("code", answer.json().get("verdict")))


def _refused(hands: Hands, answer: Any) -> str:
    """The code; nothing was signed, and the attempt is on record."""
    assert answer.status_code == 409
    assert signed(hands) == []
    with tenant.company(hands.plant.company):
        assert SecurityEvent.objects.filter(kind="passkey_refused").count() == 1
        assert Evidence.objects.count() == 0
    return _code(answer)


def test_it_signs_and_the_proof_can_be_checked_by_anybody(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    raw = signature(hands)
    assert zhao.give(raw, key.sign(raw)).json()["verdict"] == "accepted"
    (made,) = signed(hands)
    assert (made["way"], made["level"]) == ("passkey", 3)
    auditor = Phone.of(hands.plant, "zheng")
    told = auditor.client.get(f"/api/v1/signatures/{made['evidence']}").json()
    assert hashlib.sha256(told["body"].encode()).hexdigest() == made["evidence"]
    assert told["text"].encode() == raw
    body = json.loads(told["body"])
    assert body["command"] == hashlib.sha256(raw).hexdigest()
    _verifies_with_cryptography_alone(key, body, raw)


def _verifies_with_cryptography_alone(key: Authenticator, body: dict[str, str], raw: bytes) -> None:
    client_data, data, given = (
        urlsafe_b64decode(body[name] + "==") for name in ("client_data", "authenticator_data", "signature")
    )
    assert urlsafe_b64decode(json.loads(client_data)["challenge"] + "==") == hashlib.sha256(raw).digest()
    told = data + hashlib.sha256(client_data).digest()
    key.key.public_key().verify(given, told, ec.ECDSA(hashes.SHA256()))


def test_sent_again_it_is_answered_the_same_even_after_the_key_signed_something_else(
    hands: Hands, zhao: Phone
) -> None:
    key, _ = zhao.passkey()
    raw = signature(hands)
    proof = key.sign(raw)
    first = zhao.give(raw, proof).json()
    other = signature(hands, stage="safety")
    zhao.give(other, key.sign(other))
    assert zhao.give(raw, proof).json() == first
    assert len(signed(hands)) == 1


def test_altered_bytes_are_refused(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    raw = signature(hands)
    altered = raw.replace(b'"area"', b'"safety"')
    assert _refused(hands, zhao.give(altered, key.sign(raw))) == "passkey_other_bytes"


def test_another_persons_passkey_is_refused(hands: Hands, zhao: Phone) -> None:
    key, _ = Phone.of(hands.plant, "zheng").passkey()
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, key.sign(raw))) == "passkey_unknown"


def test_a_passkey_that_nobody_registered_is_refused(hands: Hands, zhao: Phone) -> None:
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, Authenticator(HOST).sign(raw))) == "passkey_unknown"


def test_a_foreign_key_under_a_known_name_is_refused(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    thief = Authenticator(HOST, id=key.id, counter=5)
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, thief.sign(raw))) == "passkey_wrong"


def test_a_revoked_passkey_is_refused(hands: Hands, zhao: Phone) -> None:
    key, made = zhao.passkey()
    zhao.post(f"/api/v1/passkeys/{made.json()['id']}/revoke", {})
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, key.sign(raw))) == "passkey_revoked"


def test_a_passkey_that_was_not_unlocked_is_refused(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    key.unlocked = False
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, key.sign(raw))) == "passkey_not_unlocked"


@pytest.mark.parametrize("origin", ["https://evil.example", "http://testserver", "https://x.testserver"])
def test_what_was_signed_at_another_address_is_refused(hands: Hands, zhao: Phone, origin: str) -> None:
    key, _ = zhao.passkey()
    key.origin = origin
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, key.sign(raw))) == "passkey_elsewhere"


def test_a_proof_for_another_host_is_refused(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    key.host, key.origin = "evil.example", "https://testserver"
    raw = signature(hands)
    assert _refused(hands, zhao.give(raw, key.sign(raw))) == "passkey_wrong"


def test_a_counter_that_goes_back_is_a_copy(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    raw = signature(hands, stage="safety")
    zhao.give(raw, key.sign(raw))  # refused for its stage; the key has counted all the same
    key.counter = 0
    raw = signature(hands)
    answer = zhao.give(raw, key.sign(raw))
    assert _code(answer) == "passkey_copied"
    assert signed(hands) == []


def test_a_passkey_that_never_counts_may_sign_twice(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey(counts=False)
    for stage, verdict in (("safety", "stage_not_current"), ("area", "accepted")):
        raw = signature(hands, stage=stage)
        answer = zhao.give(raw, key.sign(raw))
        assert _code(answer) == verdict
        hands.version = answer.json()["version"]


@pytest.mark.parametrize(
    "header", ["", "x", "e30", "bnVsbA", "A" * 9000, "eyJpZCI6MX0", "_" * 20, "W10", "é"]
)
def test_what_is_no_assertion_is_refused_or_nothing(hands: Hands, zhao: Phone, header: str) -> None:
    raw = signature(hands)
    answer = zhao.post("/api/v1/commands", raw, **{"Davy-Assertion": header})
    assert answer.status_code == 409
    assert _code(answer) == ("passkey_unreadable" if header else "reauth_failed")
    assert signed(hands) == []


def test_a_disabled_account_signs_nothing(hands: Hands, zhao: Phone) -> None:
    key, _ = zhao.passkey()
    Account.objects.filter(id=hands.plant.people["zhao"].account).update(is_active=False)
    raw = signature(hands)
    assert zhao.give(raw, key.sign(raw)).status_code == 401


@pytest.mark.parametrize(
    "sql", ["UPDATE signatures_evidence SET way = 'x'", "DELETE FROM signatures_evidence"]
)
def test_the_evidence_cannot_be_changed_but_the_signed_words_can_be_erased(
    hands: Hands, zhao: Phone, sql: str
) -> None:
    key, _ = zhao.passkey()
    raw = signature(hands)
    zhao.give(raw, key.sign(raw))
    with tenant.company(hands.plant.company):
        refused = pytest.raises(DatabaseError, match=r"permission denied|append-only")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
        SignedText.objects.all().delete()
    told = Phone.of(hands.plant, "zheng").client.get(f"/api/v1/signatures/{signed(hands)[0]['evidence']}")
    assert told.json()["text"] is None


def test_nothing_beside_a_stop_holds_it_back(hands: Hands, zhao: Phone) -> None:
    journeys.approve(hands)
    raw = signature(hands, kind="stop", body={}, base_version=None)
    answer = zhao.post("/api/v1/commands", raw, **{"Davy-Assertion": "nonsense"})
    assert answer.json()["verdict"] == "accepted"
    assert journeys.state(hands).state == "paused"
