"""HTTP for what an account keeps for its own screens. Thin."""

from __future__ import annotations

from typing import Any

from ninja import Router

from davy.accounts.access import allow
from davy.accounts.desk import kept
from davy.accounts.desk.shapes import DeskOut, Layout, Room, View
from davy.accounts.here import TenantRequest
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut

__all__ = ["router"]

router = Router(tags=["desk"])


@router.get("/desk/{room}", response=DeskOut)
@allow("desk", "read")
def get_desk(request: TenantRequest, room: Room) -> dict[str, Any]:
    """The views and the layout that this account keeps for a room."""
    return kept.of(request.company.id, request.user.id, room)


@router.put("/desk/{room}/views", response={200: DeskOut, 409: ProblemOut})
@allow("desk", "write")
def keep_view(request: TenantRequest, room: Room, body: View) -> dict[str, Any]:
    """Keep a list under a name; an older one of that name is replaced."""
    mine = (request.company.id, request.user.id, room)
    try:
        kept.keep(*mine, kind="view", name=body.name, body=body.query)
    except kept.FullDeskError as error:
        raise Problem("desk_full") from error
    return kept.of(*mine)


@router.delete("/desk/{room}/views", response=DeskOut)
@allow("desk", "write")
def forget_view(request: TenantRequest, room: Room, name: str) -> dict[str, Any]:
    """Forget the view of that name."""
    mine = (request.company.id, request.user.id, room)
    kept.forget(*mine, name)
    return kept.of(*mine)


@router.put("/desk/{room}/layout", response=DeskOut)
@allow("desk", "write")
def keep_layout(request: TenantRequest, room: Room, body: Layout) -> dict[str, Any]:
    """Keep which columns are shown, in which order and how wide."""
    mine = (request.company.id, request.user.id, room)
    kept.keep(*mine, kind="layout", name="", body=body.dict())
    return kept.of(*mine)
