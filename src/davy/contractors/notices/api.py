"""HTTP for what the holder of a firm's login was told. Thin."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Router, Schema

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.contractors.bounds import own_firm
from davy.contractors.notices.telling import DECIDED
from davy.notify.models import InboxRow

__all__ = ["router"]

router = Router(tags=["own-firm"])


class OwnNoticeOut(Schema):
    """What the plant decided on something that was handed in."""

    id: UUID
    title_zh: str
    title_en: str
    at: datetime


@router.get("/own-firm/notices", response=list[OwnNoticeOut])
@allow("own_firm", "read")
def list_own_notices(request: TenantRequest) -> list[Any]:
    """The last twenty decisions of the plant that were told to me, the newest first."""
    own_firm(request)
    me = [one for one in (request.user.person_id,) if one is not None]
    mine = InboxRow.objects.filter(company_id=request.company.id, person_id__in=me)
    return list(mine.filter(kind=DECIDED).order_by("-id")[:20])
