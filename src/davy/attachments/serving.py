"""Gives the bytes of an attachment to whoever was found to be allowed to see it."""

from __future__ import annotations

from typing import Literal

from django.http import FileResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase

from davy.accounts.here import TenantRequest
from davy.attachments import files
from davy.attachments.models import Attachment
from davy.problems.response import Problem

__all__ = ["served"]

# Whatever else the bytes could be read as, a browser does not run them.
_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def served(request: TenantRequest, sha256: str, form: Literal["shown", "original"]) -> HttpResponseBase:
    """The shown copy, or the original as a download. Raises Problem ``not_found``. Inside a tenant block."""
    found = Attachment.objects.filter(company_id=request.company.id, sha256=sha256).first()
    if found is None:
        raise Problem("not_found")
    shown = form == "shown"
    tag = f'"{sha256}-{form}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    has_copy = shown and found.width is not None
    try:
        held = files.opened(request.company.id, sha256, shown=has_copy)
    except FileNotFoundError:
        raise Problem("not_found") from None
    response = FileResponse(held, content_type="image/jpeg" if has_copy else found.media_type)
    response.headers["Content-Disposition"] = "inline" if shown else f'attachment; filename="{sha256[:16]}"'
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    response.headers["ETag"] = tag
    return response
