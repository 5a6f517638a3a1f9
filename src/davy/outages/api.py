"""HTTP for outages and their sheets. Thin: changes are commands of the streams outage and block."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.outages import queries
from davy.outages.asked import asked_of
from davy.outages.contract import words
from davy.outages.shapes import BlockRange, OutageWords, PaperOut, PaperTask, SheetFound, StandingOut
from davy.outages.shown import Desk
from davy.outages.standing import standing
from davy.problems.response import Problem
from davy.rulebook import law
from davy_core.outages.serials import read_serial

__all__ = ["router"]

router = Router(tags=["outages"])


@router.get("/outages", response=PaperOut)
@allow("outages", "read")
def list_paper(request: TenantRequest) -> dict[str, Any]:
    """Outages with their accounts and blocks with their sheets, the newest first."""
    return _desk(request).whole()


@router.get("/outages/standing", response=StandingOut)
@allow("outages", "read")
def standing_outages(request: TenantRequest) -> dict[str, Any]:
    """What every screen tells: the outages that go on now or begin within a day."""
    return standing(request.company.id, request.user.person_id, clock.now())


@router.get("/outages/asked", response=list[PaperTask])
@allow("outages", "read")
def asked_about_sheets(request: TenantRequest) -> list[dict[str, Any]]:
    """The sheets that the reader is asked to fill in or to review, what is due first on top."""
    return asked_of(request.company.id, request.user.person_id, clock.now())


@router.get("/outages/blocks", response=list[BlockRange])
@allow("outages", "read")
def blocks_in_use(request: TenantRequest) -> list[dict[str, Any]]:
    """The blocks that may still be worked by, for a phone that will be without the server."""
    found = queries.ranges(request.company.id)
    return [{**row, "title": law.template(row["template"])["title"]} for row in found]


@router.get("/outages/words", response=OutageWords)
@allow("outages", "read")
def outage_words(request: HttpRequest) -> dict[str, Any]:
    """What reasons, conditions, items, states, duties and steps are called."""
    return words()


@router.get("/outages/sheets/{told}", response=SheetFound)
@allow("outages", "read")
def find_sheet(request: TenantRequest, told: str) -> dict[str, Any]:
    """The sheet of a serial as somebody typed or scanned it. A slip of the finger is told as such."""
    serial = read_serial(told)
    if serial is None:
        raise Problem("serial_mistyped")
    block = queries.block_of(request.company.id, serial)
    if block is None:
        raise Problem("serial_unknown", serial=serial)
    shown = _desk(request).block(block)
    return {"block": shown, "sheet": next(s for s in shown["sheets"] if s["serial"] == serial)}


def _desk(request: TenantRequest) -> Desk:
    return Desk(request.company.id, request.user.person_id, clock.now())
