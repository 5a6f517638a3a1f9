"""HTTP for tables of effects and their orders. Thin: both change by commands of their stream."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.actuation import shown
from davy.actuation.contract import words
from davy.actuation.shapes import ActuationWords, EffectsOut, InterlocksOut
from davy.db import rows
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["effects"])


@router.get("/effects/words", response=ActuationWords)
@allow("effects", "read")
def effect_words(request: HttpRequest) -> dict[str, Any]:
    """What effects, causes and loads are called."""
    return words()


@router.get("/points/{uuid:point_id}/effects", response=EffectsOut)
@allow("effects", "read")
def point_effects(request: TenantRequest, point_id: UUID) -> dict[str, Any]:
    """The table of causes and effects of a work point, and the proposal for another one."""
    known = "SELECT 1 AS there FROM sites_work_point WHERE company_id = %s AND id = %s"
    if rows.one(known, (request.company.id, point_id)) is None:
        raise Problem("not_found")
    return shown.tables(request.company.id, point_id, request.user)


@router.get("/permits/{uuid:permit_id}/interlocks", response=InterlocksOut)
@allow("permits", "read")
def permit_interlocks(request: TenantRequest, permit_id: UUID) -> dict[str, Any]:
    """What Davy does at the place of this permit: armed rows, and orders with their times."""
    known = "SELECT point_id FROM permits_permit WHERE company_id = %s AND id = %s"
    found = rows.one(known, (request.company.id, permit_id))
    if found is None:
        raise Problem("not_found")
    person = request.user.person_id
    return shown.interlocks(request.company.id, found["point_id"], permit_id, person, clock.now())
