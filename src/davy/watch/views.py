"""HTTP for logs that are witnessed here. Thin. Nobody logs in: what counts is the log's signature."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from davy.accounts.here import TenantRequest
from davy.watch.witness import following, remembering, serving
from davy.watch.witness.keys import our_key
from davy.watch.witness.reply import Reply

__all__ = ["add_checkpoint", "add_succession", "key", "remember"]

MOST_BYTES = 64 * 1024


@csrf_exempt  # no session counts here
@require_POST
def add_checkpoint(request: HttpRequest) -> HttpResponse:
    """Co-sign a checkpoint that grew; 404 where nobody is witnessed."""
    return _answered(request, serving.add_checkpoint)


@csrf_exempt
@require_POST
def add_succession(request: HttpRequest) -> HttpResponse:
    """Follow a log's key to the next, by the note that both signed; 404 where nobody is witnessed."""
    return _answered(request, following.add_succession)


@csrf_exempt
@require_POST
def remember(request: HttpRequest) -> HttpResponse:
    """Take in a note with our own line; 404 where nobody is witnessed."""
    return _answered(request, remembering.remember)


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """Our public key as a witness; 404 where nobody is witnessed."""
    if settings.WITNESSED is None:
        raise Http404
    return HttpResponse(f"{our_key(_company(request)).told}\n", content_type="text/plain; charset=utf-8")


def _answered(request: HttpRequest, answer: Callable[[UUID, str], Reply]) -> HttpResponse:
    if settings.WITNESSED is None:
        raise Http404
    body = request.read(MOST_BYTES + 1)
    try:
        told = body.decode()
    except UnicodeDecodeError:
        told = ""
    if len(body) > MOST_BYTES:
        return HttpResponse("too large\n", status=413, content_type="text/plain; charset=utf-8")
    reply = answer(_company(request), told)
    return HttpResponse(reply.body, status=reply.status, content_type=reply.kind)


def _company(request: HttpRequest) -> UUID:
    return cast("TenantRequest", request).company.id
