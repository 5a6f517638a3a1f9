"""HTTP for gates, their passes and passages, and who is inside. Thin: nobody gives a pass here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router, Status

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.db import rows
from davy.gate import keeping, lists, queries, shown
from davy.gate.inside import now_inside
from davy.gate.passing import keep_in
from davy.gate.shapes import (
    GateIn,
    GateOut,
    InsideOut,
    ListOut,
    PassageIn,
    PassageOut,
    PassOut,
    PermitPassOut,
)
from davy.gate.ways.told import Step
from davy.ids import uuid7
from davy.people.models import Person
from davy.problems.response import Problem
from davy.sites.models import Area, Site

__all__ = ["router"]

router = Router(tags=["gates"])
sites = Register(Site, "sites")
areas = Register(Area, "sites")
people = Register(Person, "people")


@router.get("/gates", response=list[GateOut])
@allow("gates", "read")
def list_gates(request: TenantRequest) -> list[dict[str, Any]]:
    """All gates of the company and how each stands."""
    whole = may(request.user.roles, "gates", "write")
    return [shown.gate(row, whole=whole) for row in keeping.gates.all(request).order_by("code")]


@router.post("/gates", response={201: GateOut})
@allow("gates", "write")
def add_gate(request: TenantRequest, body: GateIn) -> Status[dict[str, Any]]:
    """Enter a gate. From then on it is told who may go in."""
    return Status(201, shown.gate(keeping.keep(request, None, body), whole=True))


@router.put("/gates/{uuid:gate_id}", response=GateOut)
@allow("gates", "write")
def change_gate(request: TenantRequest, gate_id: UUID, body: GateIn) -> dict[str, Any]:
    """Change a gate, or take it out of service: then every pass that it has is taken back."""
    return shown.gate(keeping.keep(request, gate_id, body), whole=True)


@router.post("/gates/{uuid:gate_id}/visit", response=GateOut)
@allow("gates", "write")
def visit_gate(request: TenantRequest, gate_id: UUID) -> dict[str, Any]:
    """Have the gate visited now, whenever it was due."""
    row = keeping.gates.find(request, gate_id)
    keeping.call(row)
    return shown.gate(row, whole=True)


@router.get("/gates/{uuid:gate_id}/passes", response=list[PassOut])
@allow("gates", "read")
def list_passes(request: TenantRequest, gate_id: UUID) -> list[dict[str, Any]]:
    """Who may go in through a gate, and who might until lately."""
    keeping.gates.find(request, gate_id)
    return shown.passes(request.company.id, gate_id)


@router.get("/gates/{uuid:gate_id}/list", response=ListOut)
@allow("gates", "export")
def get_list(request: TenantRequest, gate_id: UUID) -> dict[str, Any]:
    """The list made last for a gate without a network, signed with the key of the company's log; a new one is
    made by the command issue_list. Raises Problem ``not_found`` before the first."""
    row = keeping.gates.find(request, gate_id)
    found = lists.made(row)
    if found is None:
        raise Problem("not_found")
    return found


@router.get("/gates/{uuid:gate_id}/passages", response=list[PassageOut])
@allow("gates", "read")
def list_passages(request: TenantRequest, gate_id: UUID) -> list[dict[str, Any]]:
    """Who went through a gate, the newest first."""
    keeping.gates.find(request, gate_id)
    return shown.passages(request.company.id, gate_id)


@router.post("/gates/{uuid:gate_id}/passages", response={201: list[PassageOut]})
@allow("passages", "write")
def add_passage(request: TenantRequest, gate_id: UUID, body: PassageIn) -> Status[list[dict[str, Any]]]:
    """Write down a passage of a gate without a network. Raises Problem ``passage_ahead`` for one still to
    come."""
    keeping.gates.find(request, gate_id)
    person = people.find(request, body.person)
    if body.at > clock.now():
        raise Problem("passage_ahead")
    row = queries.controller(request.company.id, gate_id) or {}
    step = Step(f"hand-{uuid7().hex}", body.at, body.way, person=person.hr_code)
    keep_in(request.company.id, row, [step], source="hand", by=request.user.person_id)
    return Status(201, shown.passages(request.company.id, gate_id))


@router.get("/permits/{uuid:permit_id}/passes", response=list[PermitPassOut])
@allow("permits", "read")
def list_permit_passes(request: TenantRequest, permit_id: UUID) -> list[dict[str, Any]]:
    """Whom gates let in by this permit, and whom no more."""
    known = "SELECT 1 AS there FROM permits_permit WHERE company_id = %s AND id = %s"
    if rows.one(known, (request.company.id, permit_id)) is None:
        raise Problem("not_found")
    return shown.permit_passes(request.company.id, permit_id)


@router.get("/sites/{uuid:site_id}/inside", response=InsideOut)
@allow("inside", "read")
def list_inside(request: TenantRequest, site_id: UUID, area: UUID | None = None) -> dict[str, Any]:
    """Who is inside a site now, or one area of it, as its gates saw it, and what makes that doubtful."""
    sites.find(request, site_id)
    if area is not None and areas.find(request, area).site_id != site_id:
        raise Problem("not_found")
    return now_inside(request.company.id, site_id, area, clock.now())
