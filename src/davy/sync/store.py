"""Writes and reads what devices sent. Inside a tenant block, under the lock of the device's row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from davy.devices.models import DeviceRow
from davy.sync.models import SentLink, SentText
from davy_core.sync.chain import Head, Link, advance

__all__ = ["Sent", "head_of", "keep", "known"]


@dataclass(frozen=True)
class Sent:
    """One signed envelope as it arrived."""

    raw: bytes
    signature: str
    link: Link
    command: str


def head_of(device: DeviceRow) -> Head:
    """How far the chain of the device has come."""
    return Head(device.seq, bytes(device.head).hex())


def known(device: DeviceRow, seq: int) -> SentLink | None:
    """What is stored under this number."""
    return SentLink.objects.filter(company_id=device.company_id, device_id=device.id, seq=seq).first()


def keep(device: DeviceRow, sent: Sent, told: Mapping[str, Any], now: datetime) -> tuple[int, ...]:
    """Store the envelope with its verdict and move the head of the chain as far as it goes. Gives the
    numbers of envelopes carried out earlier that turn out not to fit."""
    place = {"company_id": device.company_id, "device_id": device.id, "seq": sent.link.seq}
    SentLink.objects.create(
        **place,
        sha256=bytes.fromhex(sent.link.sha256),
        prev=bytes.fromhex(sent.link.prev),
        signature=sent.signature,
        command_id=sent.command,
        verdict=told["verdict"],
        code=told.get("code"),
        version=told["version"],
        received_at=now,
    )
    SentText.objects.create(**place, text=sent.raw)
    waiting = [link_of(row) for row in _after(device)]
    head, torn = advance(head_of(device), waiting)
    device.seq, device.head, device.last_sent_at = head.seq, bytes.fromhex(head.sha256), now
    device.save(update_fields=["seq", "head", "last_sent_at", "last_occurred_at"])
    return torn


def link_of(row: SentLink) -> Link:
    """The stored envelope's place in the chain."""
    return Link(row.seq, bytes(row.sha256).hex(), bytes(row.prev).hex())


def _after(device: DeviceRow) -> list[SentLink]:
    found = SentLink.objects.filter(company_id=device.company_id, device_id=device.id, seq__gt=device.seq)
    return list(found.order_by("seq"))
