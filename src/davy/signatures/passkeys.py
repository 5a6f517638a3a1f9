"""Passkeys: made under a password, several for one account, revoked and never removed."""

from __future__ import annotations

import ipaddress
import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, transaction
from django.http.request import split_domain_port
from webauthn import verify_registration_response
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.registration.verify_registration_response import VerifiedRegistration

from davy import clock
from davy.accounts import audit, security
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.problems.response import Problem
from davy.signatures.assertion import at_home, unpadded
from davy.signatures.models import Passkey
from davy_core.instants import instant, iso

__all__ = ["MOST", "Offer", "offer", "register", "revoke", "rp_id"]

MOST = 10  # that are not revoked, for one account
LASTS = timedelta(minutes=5)
TRANSPORTS = frozenset({"internal", "hybrid", "usb", "nfc", "ble", "smart-card"})
_SALT = "davy.signatures.passkeys"


@dataclass(frozen=True)
class Offer:
    """What a browser needs to make a passkey; `token` proves that it was asked for, for five minutes."""

    challenge: str
    rp_id: str
    user: str
    exclude: list[str]
    token: str


def rp_id(request: TenantRequest) -> str:
    """The host name that passkeys made at this address belong to. Raises Problem passkey_needs_name for a
    bare IP address: browsers make none there."""
    host = split_domain_port(request.get_host())[0].rstrip(".").lower()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host
    raise Problem("passkey_needs_name", host=host)


def offer(request: TenantRequest) -> Offer:
    """Begin the making of a passkey for the account of the session."""
    account, challenge = request.user, secrets.token_bytes(32)
    standing = _standing(account)
    if len(standing) >= MOST:
        raise Problem("passkeys_too_many", most=MOST)
    said = {"a": str(account.id), "c": unpadded(challenge), "r": rp_id(request), "t": iso(clock.now())}
    return Offer(
        challenge=unpadded(challenge),
        rp_id=said["r"],
        user=unpadded(account.id.bytes),
        exclude=[key.credential for key in standing],
        token=signing.dumps(said, salt=_SALT),
    )


def register(request: TenantRequest, token: str, name: str, credential: dict[str, Any]) -> Passkey:
    """Keep the passkey that was made for this offer. Raises Problem passkey_offer_over, passkey_unreadable,
    passkey_known, passkeys_too_many."""
    account = request.user
    said = _offered(token, account.id)
    made = _made(said, credential)
    if len(_standing(account)) >= MOST:
        raise Problem("passkeys_too_many", most=MOST)
    transports = credential.get("response", {}).get("transports") or []
    passkey = Passkey(
        company_id=account.company_id,
        account_id=account.id,
        name=name,
        rp_id=said["r"],
        credential=unpadded(made.credential_id),
        public_key=made.credential_public_key,
        counter=made.sign_count,
        synced=made.credential_backed_up,
        transports=[t for t in transports if t in TRANSPORTS],
    )
    try:
        with transaction.atomic():
            passkey.save(force_insert=True)
    except IntegrityError as error:
        raise Problem("passkey_known") from error
    _record(request, "passkey_added", passkey, None)
    return passkey


def revoke(request: TenantRequest, account_id: UUID, passkey_id: UUID) -> Passkey:
    """End a passkey of this account: it signs nothing any more. A second time changes nothing. Raises Problem
    not_found."""
    found = Passkey.objects.select_for_update().filter(
        company_id=request.company.id, account_id=account_id, id=passkey_id
    )
    passkey = found.first()
    if passkey is None:
        raise Problem("not_found")
    if passkey.revoked_at is None:
        before = _shown(passkey)
        passkey.revoked_at, passkey.revoked_by = clock.now(), request.user.id
        passkey.save(update_fields=["revoked_at", "revoked_by"])
        _record(request, "passkey_revoked", passkey, before)
    return passkey


def _standing(account: Account) -> list[Passkey]:
    return list(Passkey.objects.filter(company_id=account.company_id, account_id=account.id, revoked_at=None))


def _offered(token: str, account_id: UUID) -> dict[str, str]:
    try:
        said: dict[str, str] = signing.loads(token, salt=_SALT)
    except signing.BadSignature as error:
        raise Problem("passkey_offer_over") from error
    if said["a"] != str(account_id) or clock.now() - instant(said["t"]) > LASTS:
        raise Problem("passkey_offer_over")
    return said


def _made(said: dict[str, str], credential: dict[str, Any]) -> VerifiedRegistration:
    try:
        return verify_registration_response(
            credential=credential,
            expected_challenge=signing.b64_decode(said["c"].encode()),
            expected_rp_id=said["r"],
            expected_origin=_origin_of(credential, said["r"]),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Problem("passkey_unreadable") from error


def _origin_of(credential: dict[str, Any], host: str) -> str:
    """The origin that the browser names, when it is one of this host. Raises ValueError."""
    told = json.loads(signing.b64_decode(credential["response"]["clientDataJSON"].encode()))
    origin = str(told["origin"])
    if not at_home(origin, host):
        raise ValueError(origin)
    return origin


def _shown(passkey: Passkey) -> dict[str, Any]:
    return {"name": passkey.name, "account_id": str(passkey.account_id), "revoked_at": passkey.revoked_at}


def _record(request: TenantRequest, kind: str, passkey: Passkey, before: dict[str, Any] | None) -> None:
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="passkeys",
        resource_id=passkey.id,
        before=before,
        after=_shown(passkey),
    )
    security.record(kind, company_id=request.company.id, account_id=passkey.account_id, request=request)
