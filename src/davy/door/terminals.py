"""The terminal behind a command: the enrolled phone that signed its bytes, or the shared terminal (S26)."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from davy.accounts import security
from davy.db import tenant
from davy.devices import p256, queries
from davy.door.envelope import Envelope
from davy.door.stopping import stops
from davy.door.streams import Sender
from davy.problems.response import Problem
from davy.signatures import assertion
from davy_core.explosion.terminal import STRANGER, Terminal

__all__ = ["HEADER", "from_phone", "terminal_of"]

HEADER = "Davy-Device"
"""The signature of the sender's own phone over the bytes: base64url of the JSON {device, signature}."""


def from_phone(envelope: Envelope, raw: bytes, sender: Sender, told: str | None) -> Sender:
    """The sender with the phone that signed these bytes. One that is revoked, or not his own, is nobody's.

    Raises Problem device_signature_wrong, on record, when the signature does not fit. What stops work is
    asked nothing (S15)."""
    if not told or sender.account is None or sender.visit is not None or stops(envelope):
        return sender
    try:
        said = assertion.spelled(told)
        device, signature = UUID(str(said["device"])), str(said["signature"])
    except (KeyError, ValueError, Problem) as error:
        raise Problem("device_signature_wrong") from error
    with tenant.company(envelope.company):
        found = queries.load(envelope.company, device)
    if found is None or found.kind != "phone" or found.account_id != sender.account or found.revoked_at:
        return sender
    if not p256.verifies(found.key, signature, raw):
        security.record("device_proof_refused", company_id=envelope.company, account_id=sender.account)
        raise Problem("device_signature_wrong")
    return replace(sender, device=found.id)


def terminal_of(company_id: UUID, sender: Sender) -> Terminal:
    """What is known of it; what an envelope says of itself counts for nothing. Inside a tenant block."""
    if sender.visit is not None:
        fixed = sender.proof is not None and sender.proof.way == "kiosk"
        return Terminal(known=True, fixed=fixed)
    found = queries.load(company_id, sender.device) if sender.device else None
    if found is None or found.revoked_at is not None:
        return STRANGER
    return Terminal(known=True, mark=found.ex or None)
