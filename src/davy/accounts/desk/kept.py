"""Reads and writes what an account keeps for a room of the console. Inside a tenant block.

It is nobody else's and decides nothing, so it leaves no row in the audit trail.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.models import Kept

__all__ = ["MOST", "FullDeskError", "forget", "keep", "of"]

MOST = 30


class FullDeskError(ValueError):
    """There are MOST views already, and this would be one more."""


def of(company_id: UUID, account_id: UUID, room: str) -> dict[str, Any]:
    """The views of the room, the oldest first, and its layout."""
    found = Kept.objects.filter(company_id=company_id, account_id=account_id, room=room).order_by("id")
    kept = list(found.values("kind", "name", "body"))
    return {
        "views": [{"name": row["name"], "query": row["body"]} for row in kept if row["kind"] == "view"],
        "layout": next((row["body"] for row in kept if row["kind"] == "layout"), None),
    }


def keep(
    company_id: UUID, account_id: UUID, room: str, *, kind: str, name: str, body: dict[str, Any]
) -> None:
    """Keep it under its name, in the place of what had that name. Raises FullDeskError."""
    mine = Kept.objects.filter(company_id=company_id, account_id=account_id, room=room, kind=kind)
    if mine.filter(name=name).update(body=body, at=clock.now()) == 0:
        if mine.count() >= MOST:
            raise FullDeskError(name)
        Kept.objects.create(
            company_id=company_id, account_id=account_id, room=room, kind=kind, name=name, body=body
        )


def forget(company_id: UUID, account_id: UUID, room: str, name: str) -> None:
    """Forget the view of that name, if there is one."""
    mine = Kept.objects.filter(company_id=company_id, account_id=account_id, room=room, kind="view")
    mine.filter(name=name).delete()
