"""An account agrees for itself, once, to the text in force; of passkeys only the server that verified them
tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from davy_core.outcome import Accepted, Outcome, Refused
from davy_core.signatures.account import Account, Facts, apply, decide
from davy_core.signatures.agreement import APPROVALS, Text, missing

ZHAO, STRANGER = "0197e000-0000-7000-8000-0000000000a1", "0197e000-0000-7000-8000-0000000000a9"
TEXT = Text(2, "ab" * 32)
KEY = {"passkey": "p1", "credential": "c1", "rp_id": "davy.example", "key": "k1", "synced": False}
GIVEN = {"version": 2, "text": "ab" * 32}


def _facts(account: str | None = ZHAO, *, verified: bool = False) -> Facts:
    return Facts(datetime(2026, 11, 22, 8, tzinfo=UTC), account, verified, TEXT)


def _code(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reasons[0].code


def _after(account: Account | None, outcome: Outcome) -> Account:
    assert isinstance(outcome, Accepted)
    for event in outcome.events:
        account = apply(account, event.type, event.data)
    assert account is not None
    return account


def test_who_agrees_is_the_account_itself_to_the_text_in_force_once() -> None:
    after = _after(None, decide(None, ZHAO, "agree_to_signing", GIVEN, _facts()))
    assert (after.version, after.agreed[0].text) == (2, TEXT.sha256)
    assert _code(decide(after, ZHAO, "agree_to_signing", GIVEN, _facts())) == "agreement_given"
    for other in (STRANGER, None):
        assert _code(decide(None, ZHAO, "agree_to_signing", GIVEN, _facts(other))) == "not_your_duty"
    for old in ({**GIVEN, "version": 1}, {**GIVEN, "text": "cd" * 32}):
        assert _code(decide(None, ZHAO, "agree_to_signing", old, _facts())) == "agreement_other_text"


def test_nobody_tells_of_a_passkey_but_the_server() -> None:
    for kind, body in (("enrol_passkey", KEY), ("revoke_passkey", {"credential": "c1"})):
        assert _code(decide(None, ZHAO, kind, body, _facts())) == "not_your_duty"
    server = _facts(verified=True)
    after = _after(None, decide(None, ZHAO, "enrol_passkey", KEY, server))
    assert (after.keys[0].credential, after.keys[0].until) == ("c1", None)
    assert _code(decide(after, ZHAO, "enrol_passkey", KEY, server)) == "passkey_known"
    ended = _after(after, decide(after, ZHAO, "revoke_passkey", {"credential": "c1"}, server))
    assert ended.keys[0].until is not None
    assert _code(decide(ended, ZHAO, "revoke_passkey", {"credential": "c1"}, server)) == "passkey_unknown"
    with pytest.raises(ValueError, match="never enrolled"):
        apply(None, "PasskeyRevoked", {"at": "2026-11-22T08:00:00.000Z", "account": ZHAO, "credential": "c2"})


@pytest.mark.parametrize("agreed", [None, 1, 2])
def test_an_approval_needs_it_only_where_the_company_asks(agreed: int | None) -> None:
    for command in APPROVALS:
        assert missing(command, asked=False, agreed=agreed, text=TEXT) is None
        refused = missing(command, asked=True, agreed=agreed, text=TEXT)
        assert (refused is None) is (agreed == 2)
    for free in ("stop", "take_back", "confirm_clear", "pause", "refuse"):
        assert missing(free, asked=True, agreed=None, text=TEXT) is None
