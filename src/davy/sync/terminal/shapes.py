"""What is told and asked over HTTP about shared terminals and badges."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input
from davy.signatures.badges import LONGEST

__all__ = [
    "BadgeIn", "BadgeOut", "KioskIn", "KioskInvited", "KioskOut", "PresentIn", "TerminalIn", "TerminalOut",
    "VisitOut",
]  # fmt: skip


class KioskIn(Input):
    """Where the terminal will stand, and the password of whoever lets it in."""

    password: str = Field(max_length=200)
    site: UUID


class KioskInvited(Schema):
    """The address to open on the terminal, and its picture (SVG). Told once, good for 15 minutes."""

    path: str
    svg: str
    expires_at: datetime


class KioskOut(Schema):
    """A shared terminal."""

    id: UUID
    name: str
    site_id: UUID | None
    ex: str | None
    enrolled_at: datetime
    revoked_at: datetime | None


class TerminalIn(Input):
    """A browser asks to become a terminal; `kiosk` is the id it chose for itself."""

    kiosk: UUID
    invitation: str = Field(max_length=64)
    name: str = Field(min_length=1, max_length=60)
    key: str = Field(max_length=87)
    proof: str = Field(max_length=86)


class TerminalOut(Schema):
    """The terminal as it may show itself, and what it signs into its next request."""

    id: UUID
    name: str
    company: UUID
    challenge: str


class PresentIn(Input):
    """A badge as the reader told it, and the PIN. `signature`: the terminal's (raw r‖s, base64url) over
    davy-kiosk/1, company, kiosk, visit, challenge and the SHA-256 of badge and PIN, a line each."""

    kiosk: UUID
    visit: UUID
    challenge: str = Field(max_length=400)
    badge: str = Field(min_length=1, max_length=LONGEST + 32)
    pin: str = Field(max_length=20)
    signature: str = Field(max_length=86)


class VisitOut(Schema):
    """How long the visit lasts at the most."""

    seconds: int


class BadgeIn(Input):
    """A badge for a person, as a reader tells its number; and the password of whoever registers it."""

    password: str = Field(max_length=200)
    person_id: UUID
    number: str = Field(min_length=1, max_length=LONGEST + 32)


class BadgeOut(Schema):
    """A badge; of its number only the end is told."""

    id: UUID
    account_id: UUID
    person_name: str | None
    ends_in: str
    made_at: datetime
    revoked_at: datetime | None
