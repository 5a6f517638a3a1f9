"""HTTP for attachments: put under the hash of the content, get what is shown or the original."""

from datetime import datetime
from typing import Literal, cast

from django.http.response import HttpResponseBase
from ninja import Router, Schema, Status

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.attachments import parts, store
from davy.attachments.models import Attachment
from davy.attachments.serving import served
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["attachments"])


class AttachmentOut(Schema):
    """A stored attachment; width and height in pixels for pictures. `taken_at` is when by the clock of the
    `camera`, null where it does not say."""

    sha256: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    taken_at: datetime | None
    camera: str


@router.put("/attachments/{sha256}", response={200: AttachmentOut, 201: AttachmentOut})
@allow("attachments", "write", reads=False)
def put_attachment(request: TenantRequest, sha256: str) -> Status[Attachment]:
    """Store the body under its SHA-256: 201 when new, 200 when known. The declared type is not believed."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) == 0:
        raise Problem("attachment_length_missing")
    if int(length) > store.MAX_PICTURE:  # before a byte of it is read
        raise Problem("attachment_too_large", limit_mb=store.MAX_PICTURE // 1024 // 1024)
    taken = store.take(
        cast("store.Readable", request),
        company_id=request.company.id,
        sha256=sha256,
        account_id=request.user.id,
        drawing=may(request.user.roles, "drawings", "write"),
    )
    return Status(201 if taken.new else 200, taken.attachment)


class PartsOut(Schema):
    """How much of an upload in parts has arrived, in bytes; `whole` once it is an attachment."""

    received: int
    whole: bool


@router.get("/attachments/{sha256}/parts", response=PartsOut)
@allow("attachments", "write")
def get_parts(request: TenantRequest, sha256: str) -> dict[str, object]:
    """Where the sender goes on with an upload that was cut."""
    store.check_name(sha256)
    known = parts.received(request.company.id, request.user.id, sha256)
    return {"received": known or 0, "whole": known is None}


@router.post("/attachments/{sha256}/parts", response=PartsOut)
@allow("attachments", "write", reads=False)
def post_part(request: TenantRequest, sha256: str, offset: int, last: bool = False) -> dict[str, object]:
    """Add the body behind the `offset` bytes that have arrived; with `last` the whole is stored."""
    stands = parts.append(
        cast("store.Readable", request),
        company_id=request.company.id,
        account_id=request.user.id,
        sha256=sha256,
        offset=offset,
    )
    if last:
        drawing = may(request.user.roles, "drawings", "write")
        parts.whole(request.company.id, request.user.id, sha256, drawing=drawing)
    return {"received": stands, "whole": last}


@router.get("/attachments/{sha256}", response={200: None, 304: None})
@allow("attachments", "read")
def get_attachment(
    request: TenantRequest, sha256: str, form: Literal["shown", "original"] = "shown"
) -> HttpResponseBase:
    """The shown copy of a picture, a recording or a drawing; ``form=original`` for the bytes as they came.

    The original is always a download: it may hold more than its picture.
    """
    return served(request, sha256, form)
