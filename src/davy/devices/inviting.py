"""Invitations: made where a person is logged in, shown as a code, good once and for a quarter of an hour."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from davy.devices.models import Invitation
from davy.problems.response import Problem

__all__ = ["LASTS", "find", "invite", "use"]

LASTS = timedelta(minutes=15)


def invite(
    company_id: UUID, account_id: UUID, by: UUID, now: datetime, *, kiosk_at: UUID | None = None
) -> str:
    """The token of a new invitation, for a phone, or for a shared terminal at the site `kiosk_at`; it is not
    kept and cannot be told again."""
    token = secrets.token_urlsafe(24)
    Invitation.objects.create(
        company_id=company_id,
        token_sha256=_hash(token),
        account_id=account_id,
        made_by=by,
        kind="phone" if kiosk_at is None else "kiosk",
        site_id=kiosk_at,
        expires_at=now + LASTS,
    )
    return token


def find(company_id: UUID, token: str, now: datetime) -> Invitation | None:
    """The invitation with this token while it is good, or None."""
    found = Invitation.objects.filter(company_id=company_id, token_sha256=_hash(token))
    return found.filter(used_at__isnull=True, expires_at__gt=now).first()


def use(company_id: UUID, token: str, now: datetime) -> None:
    """It was used; it lets nobody in again. Raises Problem invitation_not_valid when another used it
    meanwhile: of two at one instant the second waits for the row and finds it used."""
    free = Invitation.objects.filter(company_id=company_id, token_sha256=_hash(token), used_at__isnull=True)
    if free.update(used_at=now) != 1:
        raise Problem("invitation_not_valid")


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
