"""The Ex phones of the simulated company: enrolled by their owners, marked by the safety officer. Without one
nobody takes a photo or scans a code in its tank farms (S26)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec

from davy import clock
from davy.accounts import demo
from davy.accounts.models import Account
from davy.building.envelopes import envelope
from davy.building.hands import RefusedError
from davy.db import tenant
from davy.devices import inviting, p256, queries
from davy.devices.models import DeviceRow
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.sync.stream import proof_text

__all__ = ["MARK", "build", "known", "mark_visitors"]

MARK = "Ex ib IIC T6 Gb"
"""Good also where nobody told the zone, group or temperature class, as in the reserve of phase two."""
NAME = "防爆手机"
BEFORE = timedelta(days=71)
"""So long before today they were let in: the past of the plant begins 60 days ago."""
APP = "demo/1"


def build(company_id: UUID) -> None:
    """Let in the phones of everybody who can log in, unless that was done."""
    with tenant.company(company_id):
        there = {row.account_id for row in queries.of_company(company_id)}
        staff = demo.accounts(company_id)
    officer = _officer(staff)
    then = clock.now() - BEFORE
    for account in staff:
        if account.person_id is not None and account.id not in there:
            _let_in(account, officer, then)


def known(company_id: UUID) -> dict[UUID, UUID]:
    """The phone that every account was let in with, never a visitor's. Inside a tenant block."""
    found = DeviceRow.objects.filter(
        company_id=company_id, kind="phone", ex__isnull=False, revoked_at__isnull=True, name__startswith=NAME
    )
    return {row.account_id: row.id for row in found.order_by("-enrolled_at")}


def mark_visitors(company_id: UUID) -> int:
    """Whoever tries the plant out enrols a phone of his own, which bears no mark. Here alone, where nothing
    can burn, the safety officer takes it for one that does: how many were marked."""
    with tenant.company(company_id):
        found = DeviceRow.objects.filter(
            company_id=company_id, kind="phone", ex__isnull=True, revoked_at__isnull=True
        )
        bare = list(found.values_list("id", flat=True))
        staff = demo.accounts(company_id) if bare else []
    for device in bare:
        _give(_officer(staff), device, "mark_device", {"ex": MARK}, clock.now())
    return len(bare)


def _officer(staff: Sequence[Account]) -> Account:
    return next(a for a in staff if "safety_officer" in a.roles)


def _let_in(account: Account, officer: Account, then: datetime) -> None:
    company, device, key = account.company_id, uuid7(), ec.generate_private_key(ec.SECP256R1())
    with tenant.company(company):
        token = inviting.invite(company, account.id, account.id, then)
    body = {
        "invitation": token,
        "name": f"{NAME} {account.username}",
        "key": p256.point(key),
        "proof": p256.sign(key, proof_text(company, device, token)),
    }
    _give(account, device, "enrol_device", body, then)
    _give(officer, device, "mark_device", {"ex": MARK}, then + timedelta(minutes=20))


def _give(who: Account, device: UUID, kind: str, body: dict[str, Any], at: datetime) -> None:
    sent = envelope(who.company_id, device, kind, body, occurred_at=at, stream_kind="device", app=APP)
    answer = execute(sent, Sender("person", who.person_id, who.id, simulated_at=at))
    if answer["verdict"] != "accepted":
        raise RefusedError(f"{kind}: {[r['code'] for r in answer['reasons']]}")
