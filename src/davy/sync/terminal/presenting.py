"""A badge and a PIN at a shared terminal: who it is, or why not. What is doubtful is refused and recorded.

Outside of a transaction: wrong attempts stay on record.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.db import IntegrityError
from django.http import HttpRequest

from davy import clock
from davy.accounts import security
from davy.accounts.attempts import WINDOW, Outcome, Subject, attempt
from davy.accounts.models import Account
from davy.db import tenant
from davy.devices import p256, queries
from davy.devices.models import DeviceRow
from davy.problems.response import Problem
from davy.signatures import badges, pins, visits
from davy.signatures.models import Badge, Visit
from davy.sync.doubts import doubt

__all__ = ["MOST_WRONG", "Presented", "challenge", "present", "presented_text", "terminal"]

CHALLENGE_S = 120
MOST_WRONG = 10  # badges and PINs together, at one terminal within the window of attempts (j)
WALK = timedelta(minutes=1)  # between two terminals of one site (j)
RIDE = timedelta(minutes=10)  # between two sites (j)
_SALT = "davy.sync.terminal"


@dataclass(frozen=True)
class Presented:
    """What a terminal sends: its own signature says that it was read there."""

    kiosk: UUID
    visit: UUID
    challenge: str
    badge: str
    pin: str
    signature: str


def challenge(kiosk_id: UUID) -> str:
    """What the terminal signs into its next request, good for two minutes."""
    return signing.dumps([str(kiosk_id), secrets.token_urlsafe(12)], salt=_SALT)


def presented_text(company_id: object, said: Presented) -> bytes:
    """What the terminal signs: which one, for whom, for which visit, and when asked."""
    told = hashlib.sha256(f"{said.badge}\n{said.pin}".encode()).hexdigest()
    return f"davy-kiosk/1\n{company_id}\n{said.kiosk}\n{said.visit}\n{said.challenge}\n{told}".encode()


def terminal(company_id: UUID, kiosk_id: UUID) -> DeviceRow:
    """The terminal of this company. Raises Problem kiosk_unknown or kiosk_revoked. Inside a tenant block."""
    found = queries.load(company_id, kiosk_id)
    if found is None or found.kind != "kiosk":
        raise Problem("kiosk_unknown")
    if found.revoked_at is not None:
        raise Problem("kiosk_revoked")
    return found


def present(company_id: UUID, said: Presented, request: HttpRequest | None = None) -> tuple[Account, Visit]:
    """Who stands at the terminal, and his visit. Raises Problem: kiosk_unknown, kiosk_revoked,
    kiosk_signature_wrong, kiosk_asked_too_late, kiosk_locked, badge_unknown, pin_wrong, pin_missing,
    pin_attempts_exceeded, badge_twice, kiosk_replayed."""
    with tenant.company(company_id):
        kiosk = terminal(company_id, said.kiosk)
    _is_it(company_id, kiosk, said)
    here = Subject(company_id, "kiosk", login=str(kiosk.id), limit=MOST_WRONG)
    if attempt(here, request, lambda: True) is Outcome.BLOCKED:
        raise Problem("kiosk_locked", limit=MOST_WRONG, minutes=int(WINDOW.total_seconds() // 60))
    try:
        badge, account = _whose(company_id, said, request)
    except Problem as refused:
        if refused.code != "pin_missing":
            attempt(here, request, lambda: False)
        raise
    return account, _visit(kiosk, badge, account, said)


def _is_it(company_id: UUID, kiosk: DeviceRow, said: Presented) -> None:
    if not p256.verifies(kiosk.key, said.signature, presented_text(company_id, said)):
        with tenant.company(company_id):
            doubt(kiosk, "device_signature_wrong", 0)
        raise Problem("kiosk_signature_wrong")
    try:
        asked = signing.loads(said.challenge, salt=_SALT, max_age=CHALLENGE_S)
    except signing.BadSignature as error:
        raise Problem("kiosk_asked_too_late") from error
    if not isinstance(asked, list) or asked[0] != str(kiosk.id):
        raise Problem("kiosk_asked_too_late")


def _whose(company_id: UUID, said: Presented, request: HttpRequest | None) -> tuple[Badge, Account]:
    with tenant.company(company_id):
        badge = badges.find(company_id, said.badge)
    active = Account.objects.filter(company_id=company_id, is_active=True, person_id__isnull=False)
    account = None if badge is None else active.filter(id=badge.account_id).first()
    if badge is None or account is None:
        security.record("badge_unknown", company_id=company_id, login=str(said.kiosk), request=request)
        raise Problem("badge_unknown")
    pins.require(account, said.pin, request)
    return badge, account


def _visit(kiosk: DeviceRow, badge: Badge, account: Account, said: Presented) -> Visit:
    """The visit, unless nobody can have come here so soon from where the badge was read last."""
    now = clock.now()
    with tenant.company(badge.company_id):
        last = visits.last_elsewhere(badge, kiosk.id)
        there = queries.load(badge.company_id, last.kiosk_id) if last else None
        if last is not None and now - last.begun_at < _way(kiosk, there):
            visits.end(badge.company_id, last.id)
            doubt(kiosk, "badge_twice", 0, account.person_id)
            twice = True
        else:
            twice = False
    if twice:
        raise Problem("badge_twice", there=there.name if there else "—")
    try:
        with tenant.company(badge.company_id):
            return visits.begin(badge, kiosk.id, said.visit, now)
    except IntegrityError as error:
        security.record("kiosk_replayed", company_id=badge.company_id, account_id=account.id)
        raise Problem("kiosk_replayed") from error


def _way(here: DeviceRow, there: DeviceRow | None) -> timedelta:
    """The least time that somebody needs between two terminals."""
    return WALK if there is not None and there.site_id == here.site_id else RIDE
