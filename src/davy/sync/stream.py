"""The device stream: enrolled with an invitation, marked, revoked."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.devices import inviting, queries
from davy.devices.models import DeviceRow
from davy.devices.p256 import verifies
from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy_core.outcome import Outcome
from davy_core.sync.chain import ZERO
from davy_core.sync.device import Device, Facts, apply, decide

__all__ = ["DEVICE", "proof_text"]


def proof_text(company: object, device: object, invitation: object) -> bytes:
    """What a device signs to prove that it holds the key it enrols."""
    return f"davy-device/1\n{company}\n{device}\n{invitation}".encode()


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    row = queries.load(envelope.company, envelope.stream_id)
    found = queries.device(row) if row else None
    account = sender.account if sender.kind == "person" else None
    facts = Facts(
        now,
        str(account) if account else None,
        str(sender.person) if sender.person else None,
        manages=_manages(envelope, account),
    )
    asking = envelope.kind in {"enrol_device", "enrol_kiosk"}
    return Gathered(found, _asking(envelope, facts) if asking else facts)


def _asking(envelope: Envelope, facts: Facts) -> Facts:
    body = envelope.body
    invitation = inviting.find(envelope.company, body["invitation"], facts.now)
    said = proof_text(envelope.company, envelope.stream_id, body["invitation"])
    return Facts(
        facts.now,
        facts.account,
        facts.person,
        invited=str(invitation.account_id) if invitation else None,
        invited_by=str(invitation.made_by) if invitation else None,
        proven=verifies(body["key"], body["proof"], said),
        key_taken=DeviceRow.objects.filter(company_id=envelope.company, key=body["key"]).exists(),
        invited_as=invitation.kind if invitation else "phone",
        site=str(invitation.site_id) if invitation and invitation.site_id else None,
    )


def _manages(envelope: Envelope, account_id: UUID | None) -> bool:
    if account_id is None:
        return False
    account = Account.objects.filter(id=account_id, company_id=envelope.company, is_active=True).first()
    return account is not None and may(account.roles, "devices", "write")


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save(saving: Saving) -> None:
    made: Device = saving.after
    company = saving.envelope.company
    if saving.before is not None:
        DeviceRow.objects.filter(company_id=company, id=saving.envelope.stream_id).update(
            ex=made.ex, revoked_at=made.revoked_at
        )
        return
    DeviceRow.objects.create(
        company_id=company,
        id=saving.envelope.stream_id,
        account_id=made.account,
        person_id=made.person,
        name=saving.events[0].private["name"],
        key=made.key,
        kind=made.kind,
        site_id=made.site,
        enrolled_at=made.enrolled_at,
        head=bytes.fromhex(ZERO),
    )
    inviting.use(company, saving.envelope.body["invitation"], saving.now)


def _follow(_: Saving) -> Follow:
    return Follow()


DEVICE = Stream(kind="device", gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow)
