"""A badge and a PIN at a shared terminal: who it is, or why not. What is doubtful is refused and recorded.

Outside of a transaction: wrong attempts stay on record.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, connection
from django.http import HttpRequest

from davy import clock
from davy.accounts import security
from davy.accounts.attempts import WINDOW
from davy.accounts.models import Account, SecurityEvent, hashed_login
from davy.db import tenant
from davy.devices import p256, queries
from davy.devices.models import DeviceRow
from davy.problems.response import Problem
from davy.signatures import badges, pins, visits
from davy.signatures.models import Badge, Visit
from davy.sync.doubts import doubt, pin_guessed

__all__ = ["MOST_WRONG", "Presented", "challenge", "present", "presented_text", "terminal"]

CHALLENGE_S = 120
MOST_WRONG = (
    10  # badges and PINs together, at one terminal within the window of attempts: then it is slow (j)
)
SLOW = timedelta(seconds=5)  # between two, when it is (j)
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
    kiosk_signature_wrong, kiosk_asked_too_late, kiosk_slow, badge_unknown, pin_wrong, pin_missing,
    pin_attempts_exceeded, badge_twice, kiosk_replayed."""
    with tenant.company(company_id):
        kiosk = terminal(company_id, said.kiosk)
    _is_it(company_id, kiosk, said)
    _pace(kiosk)
    try:
        badge, account = _whose(company_id, said, request)
    except Problem as refused:
        if refused.code != "pin_missing":
            _wrong(kiosk, request)
        raise
    return account, _visit(kiosk, badge, account, said)


def _wrongs(kiosk: DeviceRow) -> list[datetime]:
    """When badge or PIN were wrong here lately, the newest first; as many as matter."""
    found = SecurityEvent.objects.filter(
        company_id=kiosk.company_id,
        kind="kiosk_failed",
        login=hashed_login(str(kiosk.id)),
        at__gt=clock.now() - WINDOW,
    )
    return list(found.order_by("-at").values_list("at", flat=True)[:MOST_WRONG])


def _pace(kiosk: DeviceRow) -> None:
    """After many wrong ones the terminal takes one in a while, from everybody: who only mistyped waits a
    moment, and whoever invents badges keeps nobody out. Raises Problem kiosk_slow."""
    with tenant.company(kiosk.company_id):
        wrongs = _wrongs(kiosk)
    if len(wrongs) == MOST_WRONG and clock.now() - wrongs[0] < SLOW:
        raise Problem("kiosk_slow", seconds=int(SLOW.total_seconds()))


def _wrong(kiosk: DeviceRow, request: HttpRequest | None) -> None:
    """On record; those who look after safety hear of it when it becomes many."""
    with tenant.company(kiosk.company_id):
        security.record("kiosk_failed", company_id=kiosk.company_id, login=str(kiosk.id), request=request)
        if len(_wrongs(kiosk)) == MOST_WRONG:
            doubt(kiosk, "kiosk_guessing", 0)


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
    try:
        pins.require(account, said.pin, request, shared=True)
    except Problem:
        pin_guessed(account)
        raise
    return badge, account


def _visit(kiosk: DeviceRow, badge: Badge, account: Account, said: Presented) -> Visit:
    """The visit, unless nobody can have come here so soon from where the badge was read last."""
    company = badge.company_id
    begun: Visit | None = None
    try:
        with tenant.company(company):
            _one_at_a_time(badge)
            now = clock.now()
            last = visits.last_elsewhere(badge, kiosk.id)
            there = queries.load(company, last.kiosk_id) if last else None
            if last is not None and now - last.begun_at < _way(kiosk, there):
                visits.end(company, last.id)
                doubt(kiosk, "badge_twice", 0, account.person_id)
            else:
                begun = visits.begin(badge, kiosk.id, said.visit, now)
    except IntegrityError as error:
        security.record("kiosk_replayed", company_id=company, account_id=account.id)
        raise Problem("kiosk_replayed") from error
    if begun is None:
        raise Problem("badge_twice", there=there.name if there else "—")
    return begun


def _one_at_a_time(badge: Badge) -> None:
    """A copy at another terminal at this very instant waits until this one has its visit, then sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"badge:{badge.id}"])


def _way(here: DeviceRow, there: DeviceRow | None) -> timedelta:
    """The least time that somebody needs between two terminals."""
    return WALK if there is not None and there.site_id == here.site_id else RIDE
