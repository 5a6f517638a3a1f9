"""Wall screens: a token each, kept as its hash, that reads one site's board and nothing else."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import defaultdict, deque
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.cookie import parse_cookie

from davy import clock
from davy.accounts import audit, companies
from davy.accounts.here import address
from davy.accounts.models import SecurityEvent, hashed_login
from davy.db import rows, tenant
from davy.insight.models import WallScreen

__all__ = [
    "COOKIE",
    "PATH",
    "company_of",
    "hashed",
    "new_token",
    "of",
    "refused",
    "remember",
    "revoke",
    "too_often",
]

COOKIE = "davy_wall"
PATH = "/api/v1/kiosk"
"""The only paths a screen's cookie is sent to."""
KEPT = timedelta(days=400)  # the longest a browser keeps a cookie; each answer begins it anew
SEEN_EVERY = timedelta(minutes=1)
READS = 60  # a minute; a screen reads at each change, every two seconds at most
REFUSED = "wall_refused"
WINDOW = timedelta(minutes=10)
RECORDED = 20  # wrong tokens of one address within the window that are put on record

_reads: dict[UUID, deque[datetime]] = defaultdict(deque)


def new_token() -> str:
    """256 bits that nobody guesses, for a link."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What of a token is kept. A long random secret needs no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def of(company_id: UUID, token: str) -> WallScreen | None:
    """The screen of this company with this token, unless it was revoked or is past its end. Inside a tenant
    block. A screen that reads is noted once a minute."""
    now = clock.now()
    found = (
        WallScreen.objects.filter(company_id=company_id, token_hash=hashed(token), revoked_at=None)
        .filter(Q(expires_at=None) | Q(expires_at__gt=now))
        .first()
    )
    if found is not None and (found.seen_at is None or now - found.seen_at > SEEN_EVERY):
        WallScreen.objects.filter(company_id=company_id, id=found.id).update(seen_at=now)
    return found


def company_of(cookie_header: str, host: str) -> tuple[UUID, UUID] | None:
    """Company and screen behind the cookie at this host, for the stream of changes; else None."""
    token = parse_cookie(cookie_header).get(COOKIE)
    company = companies.at(host)
    if not token or company is None:
        return None
    with tenant.company(company.id):
        found = of(company.id, token)
    return None if found is None else (company.id, found.id)


def too_often(screen_id: UUID) -> bool:
    """Whether this screen asked more often than any screen needs to; counted in this process."""
    now, asked = clock.now(), _reads[screen_id]
    while asked and now - asked[0] > timedelta(minutes=1):
        asked.popleft()
    if len(asked) >= READS:
        return True
    asked.append(now)
    return False


def refused(company_id: UUID, token: str, request: HttpRequest) -> bool:
    """Put a wrong token on record, by its hash; False when this address has filled its share of the record.

    Nobody guesses a token, so a right one always passes: what is limited is what a flood may write."""
    here = address(request)
    with tenant.company(company_id):
        lately = SecurityEvent.objects.filter(
            company_id=company_id, kind=REFUSED, address=here, at__gt=clock.now() - WINDOW
        )
        if lately.count() >= RECORDED:
            return False
        SecurityEvent.objects.create(
            company_id=company_id,
            kind=REFUSED,
            login=hashed_login(token),
            address=here,
            path=request.path[:200],
        )
    return True


def remember(response: HttpResponse, token: str) -> None:
    """Let the browser of the screen keep its token where no script and no other path reads it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(KEPT.total_seconds()),
        path=PATH,
        httponly=True,
        samesite="Strict",
        secure=settings.HTTPS,
    )


def revoke(company_id: UUID, screen_id: UUID, *, by: UUID) -> None:
    """End a screen for good, on record. Open screens are told, so that it finds out at once. Inside a tenant
    block."""
    now = clock.now()
    WallScreen.objects.filter(company_id=company_id, id=screen_id).update(revoked_at=now)
    audit.write(
        company_id=company_id,
        account_id=by,
        resource="wall_screens",
        resource_id=screen_id,
        before={"revoked_at": None},
        after={"revoked_at": now},
    )
    message = {"company": str(company_id), "kind": "wall", "id": str(screen_id)}
    rows.run("SELECT pg_notify('davy', %s)", (json.dumps(message),))
