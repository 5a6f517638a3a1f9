"""Judges what comes beside a command to prove who signs it. Whatever is doubtful is refused and recorded.

To be called outside of a transaction, before the command: the counter moves on and the attempt is on record
even when the command is refused.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from webauthn import verify_authentication_response
from webauthn.helpers.exceptions import WebAuthnException

from davy import clock
from davy.accounts import security
from davy.db import tenant
from davy.problems.response import Problem
from davy.signatures.assertion import Assertion, at_home, unpadded
from davy.signatures.models import Passkey
from davy.signatures.store import keep
from davy_core.signatures.ways import Proof

__all__ = ["prove"]


def prove(company_id: UUID, account_id: UUID, raw: bytes, assertion: Assertion) -> Proof:
    """The proof that this account's passkey signed exactly these bytes, kept as evidence.

    Raises Problem: passkey_unknown (also somebody else's), passkey_revoked, passkey_other_bytes,
    passkey_elsewhere, passkey_not_unlocked, passkey_copied, passkey_wrong.
    """
    try:
        with tenant.company(company_id):
            return _proof(company_id, account_id, raw, assertion)
    except Problem:
        security.record("passkey_refused", company_id=company_id, account_id=account_id)
        raise


def _proof(company_id: UUID, account_id: UUID, raw: bytes, assertion: Assertion) -> Proof:
    passkey = (
        Passkey.objects.select_for_update()
        .filter(company_id=company_id, account_id=account_id, credential=assertion.credential)
        .first()
    )
    if passkey is None:
        raise Problem("passkey_unknown")
    if passkey.revoked_at is not None:
        raise Problem("passkey_revoked", name=passkey.name)
    _check(passkey, hashlib.sha256(raw).digest(), assertion)
    evidence, new = keep(company_id, account_id, "passkey", raw, _kept(passkey, assertion))
    if not new:  # sent once more after a lost answer: the same proof of the same bytes
        return Proof("passkey", evidence)
    counts = assertion.counter > 0 or passkey.counter > 0
    if counts and assertion.counter <= passkey.counter:
        raise Problem("passkey_copied", name=passkey.name)
    passkey.counter, passkey.used_at = assertion.counter, clock.now()
    passkey.save(update_fields=["counter", "used_at"])
    return Proof("passkey", evidence)


def _check(passkey: Passkey, digest: bytes, assertion: Assertion) -> None:
    if assertion.challenge != digest:
        raise Problem("passkey_other_bytes")
    if not at_home(assertion.origin, passkey.rp_id):
        raise Problem("passkey_elsewhere", host=passkey.rp_id)
    if not assertion.user_verified:
        raise Problem("passkey_not_unlocked")
    try:
        verify_authentication_response(
            credential=assertion.standard(),
            expected_challenge=digest,
            expected_rp_id=passkey.rp_id,
            expected_origin=assertion.origin,  # looked at above
            credential_public_key=bytes(passkey.public_key),
            credential_current_sign_count=0,  # looked at by the caller
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise Problem("passkey_wrong") from error


def _kept(passkey: Passkey, assertion: Assertion) -> dict[str, object]:
    """All that a stranger needs to check it again: the key, and what it signed."""
    return {
        "rp_id": passkey.rp_id,
        "credential": passkey.credential,
        "public_key": unpadded(bytes(passkey.public_key)),
        "client_data": unpadded(assertion.client_data),
        "authenticator_data": unpadded(assertion.authenticator_data),
        "signature": unpadded(assertion.signature),
    }
