"""HTTP for shared terminals: what a terminal itself asks without a login, and the registers of badges and
terminals. Thin."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from davy import clock
from davy.accounts import reauth
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.accounts.reference import Register
from davy.db import tenant
from davy.devices import inviting, queries
from davy.devices.models import DeviceRow
from davy.people import queries as people
from davy.printing.sheet import qr
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut
from davy.signatures import badges, visits
from davy.signatures.models import Badge
from davy.sites.models import Site
from davy.sync.terminal import enrolling, presenting, session
from davy.sync.terminal.shapes import (
    BadgeIn,
    BadgeOut,
    KioskIn,
    KioskInvited,
    KioskOut,
    PresentIn,
    TerminalIn,
    TerminalOut,
    VisitOut,
)

__all__ = ["router"]

router = Router(tags=["terminals"])
sites = Register(Site, "sites")


@router.post("/terminal", response={201: TerminalOut, 409: ProblemOut})
def enrol_terminal(request: HttpRequest, body: TerminalIn) -> Status[dict[str, Any]]:
    """A browser becomes a shared terminal by an invitation that an administrator made."""
    company_id = _company(request)
    enrolling.require(company_id, body.invitation, request)
    told = enrolling.enrol(company_id, body.kiosk, body.dict(exclude={"kiosk"}))
    if told["verdict"] != "accepted":
        raise Problem(told["reasons"][0]["code"])
    session.forget(request)  # whoever is logged in here must not be left to the next who stands there
    return Status(201, _terminal(company_id, body.kiosk))


@router.get("/terminal/{uuid:kiosk_id}", response={200: TerminalOut, 404: ProblemOut, 409: ProblemOut})
def get_terminal(request: HttpRequest, kiosk_id: UUID) -> dict[str, Any]:
    """Whether this terminal is one, and what it signs next."""
    return _terminal(_company(request), kiosk_id)


@router.post("/terminal/visits", response={200: VisitOut, 403: ProblemOut, 404: ProblemOut, 409: ProblemOut})
def present_badge(request: HttpRequest, body: PresentIn) -> dict[str, int]:
    """A badge was read and a PIN entered: begin a visit, which reads and gives one command."""
    session.forget(request)
    account, visit = presenting.present(_company(request), presenting.Presented(**body.dict()), request)
    session.open_for(request, account, visit)
    return {"seconds": int(visits.LASTS.total_seconds())}


@router.post("/terminal/forget", response={204: None})
def forget_me(request: HttpRequest) -> Status[None]:
    """End the visit or the login, whoever's it is."""
    session.forget(request)
    return Status(204, None)


@router.post("/kiosks/invitations", response={201: KioskInvited, 404: ProblemOut, 409: ProblemOut})
@allow("devices", "write", reads=False)
def invite_terminal(request: TenantRequest, body: KioskIn) -> Status[dict[str, Any]]:
    """The address that makes a browser a shared terminal, once and within a quarter of an hour."""
    reauth.require(request.user, body.password, request)
    now = clock.now()
    with tenant.company(request.company.id):
        sites.find(request, body.site)
        who = request.user.id
        token = inviting.invite(request.company.id, who, who, now, kiosk_at=body.site)
    path = f"/m/kiosk#{token}"
    made = {"path": path, "svg": qr(request.build_absolute_uri(path)), "expires_at": now + inviting.LASTS}
    return Status(201, made)


@router.get("/kiosks", response=list[KioskOut])
@allow("devices", "write")
def list_terminals(request: TenantRequest) -> list[DeviceRow]:
    """The shared terminals; one is revoked by the command revoke_device."""
    return queries.kiosks(request.company.id)


@router.get("/badges", response=list[BadgeOut])
@allow("badges", "read")
def list_badges(request: TenantRequest) -> list[dict[str, Any]]:
    """The badges of everybody, the newest first."""
    return _shown(request.company.id, badges.of_company(request.company.id))


@router.post("/badges", response={201: BadgeOut, 404: ProblemOut, 409: ProblemOut})
@allow("badges", "write", reads=False)
def add_badge(request: TenantRequest, body: BadgeIn) -> Status[dict[str, Any]]:
    """Register a badge for a person: an open session alone must not become one."""
    reauth.require(request.user, body.password, request)
    company_id = request.company.id
    with tenant.company(company_id):
        account = _account_of(company_id, body.person_id)
        row = badges.register(company_id, account, body.number, by=request.user.id)
        return Status(201, _shown(company_id, [row])[0])


@router.post("/badges/{uuid:badge_id}/revoke", response={200: BadgeOut, 404: ProblemOut})
@allow("badges", "read")
def revoke_badge(request: TenantRequest, badge_id: UUID) -> dict[str, Any]:
    """A lost badge is dead at once: whoever may look badges up may do this, at night too."""
    return _shown(request.company.id, [badges.revoke(request.company.id, badge_id, by=request.user.id)])[0]


def _account_of(company_id: UUID, person_id: UUID) -> UUID:
    """The account by which the person signs. Raises Problem not_found, and badge_without_account for one who
    has none."""
    if str(person_id) not in people.names(company_id, [str(person_id)]):
        raise Problem("not_found")
    found = Account.objects.filter(company_id=company_id, person_id=person_id, firm_id=None, is_active=True)
    account = found.order_by("created_at", "id").first()
    if account is None:
        raise Problem("badge_without_account")
    return account.id


def _company(request: HttpRequest) -> UUID:
    return cast("TenantRequest", request).company.id


def _terminal(company_id: UUID, kiosk_id: UUID) -> dict[str, Any]:
    with tenant.company(company_id):
        found = presenting.terminal(company_id, kiosk_id)
    told = {"id": found.id, "name": found.name, "company": company_id}
    return {**told, "challenge": presenting.challenge(kiosk_id)}


def _shown(company_id: UUID, found: list[Badge]) -> list[dict[str, Any]]:
    accounts = Account.objects.filter(company_id=company_id, id__in={row.account_id for row in found})
    persons = dict(accounts.values_list("id", "person_id"))
    names = people.names(company_id, [str(p) for p in persons.values() if p])
    same = ("id", "account_id", "ends_in", "made_at", "revoked_at")
    return [
        {
            **{name: getattr(row, name) for name in same},
            "person_name": names.get(str(persons.get(row.account_id))),
        }
        for row in found
    ]
