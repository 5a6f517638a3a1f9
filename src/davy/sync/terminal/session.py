"""The session of a visit to a shared terminal: it reads what a phone reads, gives one command, is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse

from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.db import tenant
from davy.devices import queries
from davy.door.at_kiosk import free_here
from davy.door.envelope import MalformedError, parse
from davy.problems.response import problem
from davy.signatures import visits
from davy.signatures.models import Visit

__all__ = ["KioskMiddleware", "forget", "given", "open_for", "visit_of"]

KEY = "davy_visit"
_API = "/api/v1/"
GIVES = frozenset({"commands", "session/pin", "session/language", "terminal/forget", "terminal/visits"})
"""What may be sent during a visit, beside photos."""
READS = frozenset(
    {"session", "tasks", "permits", "templates", "substances", "system", "attachments", "inbox", "alarms"}
    | {"stream", "terminal", "isolations", "schemes", "sites", "areas", "points", "approvals", "pin"}
)
FILES = (".pdf", ".zip", ".csv", ".xlsx")
"""What may be read: what the screens of a phone show. No registers, no evidence, nothing to take away."""
BACKEND = "davy.accounts.backends.CompanyBackend"


def open_for(request: HttpRequest, account: Account, visit: Visit) -> None:
    """Log him in for this visit."""
    logout(request)
    login(request, account, backend=BACKEND)
    request.session[KEY] = str(visit.id)
    request.session.set_expiry(int(visits.LASTS.total_seconds()))


def visit_of(request: HttpRequest) -> UUID | None:
    """The visit behind the session, None for a session that somebody opened with his password."""
    found = request.session.get(KEY)
    return UUID(found) if found else None


def forget(request: HttpRequest) -> None:
    """End the visit and the session, also one that somebody opened here with his password."""
    visit = visit_of(request)
    if visit is not None:
        company_id = cast("TenantRequest", request).company.id
        with tenant.company(company_id):
            visits.end(company_id, visit)
    logout(request)


def given(request: HttpRequest, raw: bytes, *, accepted: bool) -> None:
    """After a command: the one that was accepted ends the visit; after a refusal he may try again. Who stops
    work stays: he may have to say more."""
    visit = visit_of(request)
    if visit is None:
        return
    try:
        envelope = parse(raw)
    except MalformedError:
        return
    if free_here(envelope):
        return
    if accepted:
        forget(request)
        return
    company_id = cast("TenantRequest", request).company.id
    with tenant.company(company_id):
        visits.release(company_id, visit, envelope.id)


class KioskMiddleware:
    """Ends the session of a visit that is over, and keeps one that lasts to its few paths."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visit = visit_of(request)
        if visit is not None and not _stands(cast("TenantRequest", request).company.id, visit):
            logout(request)
        elif visit is not None and not _open(request):
            return problem("kiosk_only_signs")
        return self._get_response(request)


def _stands(company_id: UUID, visit_id: UUID) -> bool:
    with tenant.company(company_id):
        visit = visits.standing(company_id, visit_id)
        kiosk = queries.load(company_id, visit.kiosk_id) if visit else None
    return kiosk is not None and kiosk.revoked_at is None


def _open(request: HttpRequest) -> bool:
    path = request.path
    if not path.startswith(_API):
        return path.startswith(("/c/", "/t/"))  # a code is scanned by anybody (S15), and so is a class
    wanted = path.removeprefix(_API)
    if request.method in {"GET", "HEAD"}:
        return wanted.split("/")[0] in READS and not wanted.endswith(FILES)
    photo = request.method == "PUT" and wanted.startswith("attachments/")
    parts = request.method == "POST" and wanted.startswith("attachments/") and wanted.endswith("/parts")
    return photo or parts or wanted in GIVES  # no sign of life: a terminal proves no presence (S21)
