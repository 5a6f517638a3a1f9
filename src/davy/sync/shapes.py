"""What phones send from their queues, and what they are answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = ["DoubtIn", "SyncIn", "SyncOut"]

MOST = 50


class AssertionIn(Input):
    """A passkey's answer over the envelope, each part base64url (ADR 0012)."""

    id: str = Field(max_length=1400)
    client_data: str = Field(max_length=4000)
    authenticator_data: str = Field(max_length=4000)
    signature: str = Field(max_length=1400)


class ItemIn(Input):
    """One envelope exactly as it was signed, the signature (raw r‖s, base64url), and a passkey's answer."""

    text: str = Field(max_length=512 * 1024)
    signature: str = Field(pattern=r"^[A-Za-z0-9_-]{86}$")
    assertion: AssertionIn | None = None


class SyncIn(Input):
    """The queue of one device, in the order of its numbers."""

    device: UUID
    items: list[ItemIn] = Field(min_length=1, max_length=MOST)


class ReceiptOut(Schema):
    """What the server signed, and its signature."""

    text: str
    signature: str


class ResultOut(Schema):
    """What became of one envelope. `wants`: the number that is missing before a held one."""

    id: str
    seq: int
    verdict: Literal["accepted", "refused", "held", "too_new"]
    version: int
    events: list[str]
    problem: dict[str, Any] | None
    wants: int | None
    receipt: ReceiptOut | None


class SyncOut(Schema):
    """The result of every envelope, in order; `seq` and `head` tell how far the chain has come."""

    server_time: datetime
    seq: int
    head: str
    results: list[ResultOut]


class DoubtIn(Input):
    """What a phone found wrong itself: a receipt that does not fit, or a row of its own store that was
    changed."""

    seq: int = Field(ge=1)
    kind: Literal["receipt", "queue"]
