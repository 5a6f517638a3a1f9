"""The log as static files would show it: the newest checkpoint, the key, and tiles that never change. Thin.

Hashes tell nothing about a permit and are open, so that whoever holds a bundle or keeps watch needs nobody's
leave. The entries name streams and are read by those who may read evidence.
"""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from davy.accounts.access import may
from davy.accounts.here import TenantRequest, account_of
from davy.db import tenant
from davy.evidence import documents
from davy.evidence.log import cosigned, stamps, store
from davy.evidence.log.keys import log_key
from davy.evidence.log.succession import steps
from davy_core.evidence.tiles import WIDTH, Tile

__all__ = ["certificate", "checkpoint", "key", "stamp", "stamped", "succession", "tile", "witnessed"]

_FOR_EVER = "public, max-age=31536000, immutable"
_FRESH = "public, max-age=5"


@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed note, with the lines of who witnessed it so far; 404 while nothing was signed."""
    company = _company(request)
    with tenant.company(company):
        found = store.checkpoint(company)
        note = cosigned.whole(company, found) if found else None
    if note is None:
        raise Http404
    return _text(note)


@require_safe
def witnessed(request: HttpRequest) -> HttpResponse:
    """The newest checkpoint that some witness co-signed, with all their lines; 404 while there is none."""
    company = _company(request)
    with tenant.company(company):
        size = cosigned.newest(company)
        found = store.checkpoint_of(company, size) if size is not None else None
        note = cosigned.whole(company, found) if found else None
    if note is None:
        raise Http404
    return _text(note)


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The public key of the log. Who compares it with what he was handed on paper, knows whose log it is."""
    return _text(f"{log_key(_company(request)).public.told}\n")


@require_safe
def succession(request: HttpRequest, number: int) -> HttpResponse:
    """The note by which a key of this log was followed by the next, counted from 1; 404 beyond the last."""
    found = steps(_company(request))
    if not 0 < number <= len(found):
        raise Http404
    return _text(found[number - 1].note)


@require_safe
def stamped(request: HttpRequest) -> HttpResponse:
    """The newest checkpoint that an authority outside has stamped, byte for byte; 404 while there is none."""
    company = _company(request)
    with tenant.company(company):
        last = stamps.newest(company)
        found = store.checkpoint_of(company, last.size) if last else None
    if found is None:
        raise Http404
    return _text(found.note)


@require_safe
def stamp(request: HttpRequest) -> HttpResponse:
    """The time stamp over it (RFC 3161): ``openssl ts -verify -data stamped -in stamped.tsr -CAfile …``."""
    company = _company(request)
    with tenant.company(company):
        found = stamps.newest(company)
    if found is None:
        raise Http404
    kept = {"Cache-Control": _FRESH}
    return HttpResponse(found.answer, content_type="application/timestamp-reply", headers=kept)


@require_safe
def certificate(_: HttpRequest) -> HttpResponse:
    """The certificate of signed PDFs (PEM), for whoever wants his reader of PDF to trust it."""
    return _text(documents.certificate().decode())


@require_safe
def tile(request: HttpRequest, rest: str) -> HttpResponse:
    """A tile of hashes; 404 for one that is not there yet, or never is. Entries are there for who may read
    evidence only."""
    try:
        asked = Tile.of_path(f"tile/{rest}")
    except ValueError:
        raise Http404 from None
    account = account_of(request)
    if asked.level is None and (account is None or not may(account.roles, "evidence", "read")):
        raise Http404
    company = _company(request)
    try:
        with tenant.company(company):
            found = store.bundle_of(company, asked) if asked.level is None else store.tile(company, asked)
    except LookupError:
        raise Http404 from None
    # A partial tile never changes either; but it is of no use for long.
    kept = _FOR_EVER if asked.width == WIDTH else "public, max-age=3600"
    if asked.level is None:
        kept = "private, no-store"
    return HttpResponse(found, content_type="application/octet-stream", headers={"Cache-Control": kept})


def _company(request: HttpRequest) -> UUID:
    return cast("TenantRequest", request).company.id


def _text(content: str) -> HttpResponse:
    return HttpResponse(content, content_type="text/plain; charset=utf-8", headers={"Cache-Control": _FRESH})
