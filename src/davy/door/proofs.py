"""How a sender proves for one command that it is he: a passkey, his device and PIN, badge and PIN at a shared
terminal, or his password."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from davy.accounts import proof, security
from davy.db import tenant
from davy.devices import p256, queries
from davy.door.at_kiosk import by_kiosk, free_here
from davy.door.envelope import Envelope
from davy.door.stopping import stops
from davy.door.streams import Sender
from davy.problems.response import Problem
from davy.signatures import agreement
from davy.signatures import assertion as assertions
from davy.signatures.proving import prove
from davy.signatures.store import keep
from davy_core.signatures.agreement import APPROVALS, missing
from davy_core.signatures.ways import PASSWORD, Proof

__all__ = ["proven"]

DEVICE = frozenset({"device", "signature"})


def proven(envelope: Envelope, raw: bytes, sender: Sender, beside: str | Mapping[str, str] | None) -> Sender:
    """The sender with how he proved himself for this command. `beside` came with the bytes: a passkey's
    answer, or a device's signature `{"device", "signature"}`, as a mapping or as the header carries it.

    Raises Problem for what does not fit, and agreement_missing where the company asks who approves to have
    agreed to sign electronically. Who stops work proves nothing, and nothing beside his command may hold it
    back (S15)."""
    if sender.account is None or (stops(envelope) and (sender.visit is None or free_here(envelope))):
        return sender
    _must_have_agreed(envelope, sender.account)
    told = assertions.spelled(beside) if isinstance(beside, str) and beside else beside or None
    if sender.visit is not None and not free_here(envelope):
        return replace(sender, proof=by_kiosk(envelope, raw, sender.account, sender.visit, told))
    if told is not None and set(told) != DEVICE:
        return replace(sender, proof=prove(envelope.company, sender.account, raw, assertions.read(told)))
    if proof.holds(envelope.reauth, sender.account, envelope.id):
        return replace(sender, proof=PASSWORD)
    knows_pin = proof.holds(envelope.reauth, sender.account, envelope.id, way="pin")
    if not (told and knows_pin):
        return sender  # neither a device without its owner's PIN nor a PIN without a device is anybody
    signed = _Signed.of(told)
    made = _by_device(envelope, raw, sender.account, signed)
    return replace(sender, proof=made, device=signed.device)


def _must_have_agreed(envelope: Envelope, account: UUID) -> None:
    if envelope.kind not in APPROVALS:
        return
    with tenant.company(envelope.company):
        asked = agreement.asked(envelope.company)
        given = agreement.agreed(envelope.company, account) if asked else None
    version = given.version if given else None
    text = agreement.in_force()
    if missing(envelope.kind, asked=asked, agreed=version, text=text) is not None:
        raise Problem("agreement_missing", version=text.version)


@dataclass(frozen=True)
class _Signed:
    device: UUID
    signature: str

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> _Signed:
        try:
            return cls(UUID(str(told["device"])), str(told["signature"]))
        except ValueError as error:
            raise Problem("device_signature_wrong") from error


def _by_device(envelope: Envelope, raw: bytes, account: UUID, signed: _Signed) -> Proof:
    try:
        with tenant.company(envelope.company):
            return _checked(envelope, raw, account, signed)
    except Problem:
        security.record("device_proof_refused", company_id=envelope.company, account_id=account)
        raise


def _checked(envelope: Envelope, raw: bytes, account: UUID, signed: _Signed) -> Proof:
    device = queries.load(envelope.company, signed.device)
    if device is None or device.account_id != account or device.kind != "phone":
        raise Problem("device_unknown")  # also somebody else's: what is his is nobody's business
    if device.revoked_at is not None:
        raise Problem("device_revoked")
    if not p256.verifies(device.key, signed.signature, raw):
        raise Problem("device_signature_wrong")
    kept = {"device": str(device.id), "public_key": device.key, "signature": signed.signature, "pin": True}
    evidence, _ = keep(envelope.company, account, "device", raw, kept)
    return Proof("device", evidence)
