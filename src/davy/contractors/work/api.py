"""HTTP for the permits of a firm's own people, read by its login. Thin."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Router, Schema

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.contractors.bounds import own_firm
from davy.permits.of_firm import of_firm
from davy.rulebook.law import causes

__all__ = ["router"]

router = Router(tags=["own-firm"])


class OwnCause(Schema):
    """Why work is paused."""

    kind: str
    zh: str
    en: str


class OwnPermitOut(Schema):
    """A permit on which people of the firm stand: what, where, when, how it stands, and who of the firm."""

    number: str | None
    type: str
    level: str
    state: str
    clearance: str
    area: str | None
    point: str | None
    begins: datetime
    ends: datetime
    people: list[str]
    causes: list[OwnCause]


@router.get("/own-firm/permits", response=list[OwnPermitOut])
@allow("own_firm", "read")
def list_own_permits(request: TenantRequest) -> list[dict[str, Any]]:
    """The permits my people stand on, those that are not over first; of anybody else nothing. To be read
    only: what is to be done about one is done on site by those who stand on it."""
    words = causes()
    return [
        {
            **row,
            "people": [one["name"] for one in row["people"]],
            "causes": [
                {"kind": kind, "zh": words[kind]["zh"], "en": words[kind]["en"]} for kind in row["causes"]
            ],
        }
        for row in of_firm(request.company.id, own_firm(request).id)
    ]
