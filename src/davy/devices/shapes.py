"""What is told about devices over HTTP."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = ["DeviceOut", "InvitationIn", "InvitationOut"]


class InvitationIn(Input):
    """Whose phone is to be enrolled (nobody named = one's own), and the password of whoever asks."""

    password: str = Field(max_length=200)
    account: UUID | None = None


class InvitationOut(Schema):
    """The code to be scanned: `path` below this address, and its picture (SVG). Told once."""

    token: str
    path: str
    svg: str
    expires_at: datetime


class DeviceOut(Schema):
    """One phone. `key` is its public point (base64url), `seq` and `head` (hex) how far what it sent has
    arrived; `receipt_key` the point by which receipts are verified."""

    id: UUID
    account_id: UUID
    person_id: UUID | None
    person_name: str | None
    name: str
    key: str
    ex: str | None
    enrolled_at: datetime
    revoked_at: datetime | None
    last_sent_at: datetime | None
    seq: int
    head: str
    receipt_key: str
