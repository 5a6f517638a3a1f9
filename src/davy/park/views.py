"""The question of a partner. Thin. Nobody logs in: what counts is the partner's signature."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from davy.accounts.here import TenantRequest
from davy.park.answering import StrangerError, answer

__all__ = ["give_list"]

MOST_BYTES = 64 * 1024


@csrf_exempt  # no session counts here
@require_POST
def give_list(request: HttpRequest) -> HttpResponse:
    """Our signed list for a partner; the same empty answer for everybody else."""
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        return HttpResponse(status=413)
    try:
        told = answer(cast("TenantRequest", request).company.id, body.decode())
    except UnicodeDecodeError:
        return HttpResponse(status=404)
    except StrangerError as error:
        return HttpResponse(status=error.status)
    return HttpResponse(told, content_type="application/json")
