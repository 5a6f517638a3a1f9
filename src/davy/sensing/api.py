"""HTTP for instruments and gateways. Thin: an instrument changes by commands of its stream; a gateway is a
login, and so a row with its audit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import F
from ninja import Router, Status
from pydantic import AwareDatetime

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.instruments import gateways
from davy.instruments import queries as instruments
from davy.instruments.models import Gateway
from davy.instruments.topics import PARTITIONS
from davy.permits import curves
from davy.permits.facts import load
from davy.printing.sheet import qr
from davy.problems.response import Problem
from davy.readings import queries as readings
from davy.sensing import refusals, shapes, shown, standing
from davy.sensing.adapters import told
from davy.sensing.messages import ADAPTERS

__all__ = ["router"]

router = Router(tags=["instruments"])
_LOOKED_BACK = timedelta(days=7)


def _check(gateway: Gateway) -> None:
    if gateway.adapter not in told.names() or not ADAPTERS:
        raise Problem("malformed", missing=[{"at": "adapter", "wrong": "unknown"}])


register = Register(Gateway, "gateways", check=_check, private=frozenset({"password_hash"}))


@router.get("/instruments", response=list[shapes.InstrumentOut])
@allow("instruments", "read")
def list_instruments(request: TenantRequest) -> list[dict[str, Any]]:
    """Instruments with whom they serve and their last readings, by serial number, the retired ones last."""
    return _shown(request, instruments.listed(request.company.id))


@router.get("/instruments/words", response=shapes.WordsOut)
@allow("instruments", "read")
def instrument_words(request: TenantRequest) -> dict[str, Any]:
    """What kinds, channels and reasons are called, and which adapters there are."""
    return shown.spoken()


@router.get("/instruments/link", response=shapes.LinkOut)
@allow("instruments", "read")
def instrument_link(request: TenantRequest) -> dict[str, Any]:
    """Whether readings come in, and what waits."""
    since = clock.now() - timedelta(days=1)
    aside = {row["code"]: row["count"] for row in readings.unread(request.company.id, since)}
    return {**standing.link(clock.now()), "of": PARTITIONS, "set_aside": aside}


@router.get("/instruments/set-aside", response=list[shapes.AsideOut])
@allow("gateways", "read")
def list_set_aside(request: TenantRequest) -> list[dict[str, Any]]:
    """What could not be taken, the newest first; 200 at most."""
    found = readings.set_aside(request.company.id)
    return [
        {**row, "head": bytes(row["head"]).decode(errors="replace").replace("\x00", "�")} for row in found
    ]


@router.get("/instruments/{uuid:instrument_id}", response=shapes.InstrumentOut)
@allow("instruments", "read")
def get_instrument(request: TenantRequest, instrument_id: UUID) -> dict[str, Any]:
    """One instrument."""
    return _one(request, instrument_id)


@router.get("/instruments/{uuid:instrument_id}/label", response=shapes.LabelOut)
@allow("instruments", "write")
def instrument_label(request: TenantRequest, instrument_id: UUID) -> dict[str, Any]:
    """What is stuck on it: whoever scans it has the instrument in hand."""
    code = instruments.code_of(request.company.id, instrument_id)
    if code is None:
        raise Problem("not_found")
    address = request.build_absolute_uri(f"/m/instruments/{code}")
    return {"code": code, "address": address, "svg": qr(address)}


@router.get("/instruments/by-code/{instrument_code}", response=shapes.InstrumentOut)
@allow("instruments", "read")
def scanned_instrument(request: TenantRequest, instrument_code: str) -> dict[str, Any]:
    """The instrument whose code was scanned."""
    found = instruments.by_token(request.company.id, instrument_code)
    if found is None:
        raise Problem("not_found")
    return _one(request, found)


@router.get("/permits/{uuid:permit_id}/instruments", response=list[shapes.InstrumentOut])
@allow("permits", "read")
def permit_instruments(request: TenantRequest, permit_id: UUID) -> list[dict[str, Any]]:
    """The instruments that serve a permit now, by serial number, with their last readings."""
    if load(request.company.id, permit_id) is None:
        raise Problem("not_found")
    return _shown(request, instruments.listed(request.company.id, permit_id=permit_id))


@router.get("/permits/{uuid:permit_id}/curve", response=shapes.CurveOut)
@allow("permits", "read")
def permit_curve(
    request: TenantRequest,
    permit_id: UUID,
    begin: AwareDatetime | None = None,
    end: AwareDatetime | None = None,
) -> dict[str, Any]:
    """The curves of a permit, 31 days at most; by default the last 30. The longer, the longer its steps."""
    until = end or clock.now()
    since = max(begin or until - timedelta(days=30), until - curves.LONGEST)
    try:
        return curves.curves(request.company.id, permit_id, since, until)
    except KeyError as error:
        raise Problem("not_found") from error


@router.get("/gateways", response=list[shapes.GatewayOut])
@allow("gateways", "read")
def list_gateways(request: TenantRequest) -> list[dict[str, Any]]:
    """Gateways by key, the retired ones last."""
    found = register.all(request).order_by(F("retired_at").asc(nulls_first=True), "key")
    return shown.gateways_shown(request.company.id, found[:500])


@router.get("/gateways/refusals", response=list[shapes.RefusalOut])
@allow("gateways", "read")
def list_refusals(request: TenantRequest) -> list[dict[str, Any]]:
    """Gateways that were not let in or wrote where they may not, of the last seven days."""
    return refusals.of_company(request.company.id, clock.now() - _LOOKED_BACK)


@router.post("/gateways", response={201: shapes.GatewayMade})
@allow("gateways", "write")
def add_gateway(request: TenantRequest, body: shapes.GatewayIn) -> Status[dict[str, Any]]:
    """Enter a gateway. Its password is in this answer and nowhere else."""
    password, hashed = gateways.new_password()
    made = {"password_hash": hashed, "password_at": clock.now(), "made_by": request.user.person_id}
    row = register.add(request, {**body.dict(), **made})
    return Status(201, {**shown.gateway(row), "password": password})


@router.post("/gateways/{uuid:gateway_id}/password", response=shapes.GatewayMade)
@allow("gateways", "write")
def renew_password(request: TenantRequest, gateway_id: UUID) -> dict[str, Any]:
    """Another password, told once; the old one lets nobody in, and who came in by it is cut off."""
    password, hashed = gateways.new_password()
    row = register.change(request, gateway_id, {"password_hash": hashed, "password_at": clock.now()})
    return {**shown.gateway(row), "password": password}


@router.post("/gateways/{uuid:gateway_id}/retire", response={204: None})
@allow("gateways", "write")
def retire_gateway(request: TenantRequest, gateway_id: UUID) -> Status[None]:
    """It lets nobody in any more and is cut off; what came meanwhile is set aside."""
    register.change(request, gateway_id, {"retired_at": clock.now()})
    return Status(204, None)


def _one(request: TenantRequest, instrument_id: UUID) -> dict[str, Any]:
    found = _shown(request, instruments.listed(request.company.id, instrument_id))
    if not found:
        raise Problem("not_found")
    return found[0]


def _shown(request: TenantRequest, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    keeps = may(request.user.roles, "instruments", "write")
    return shown.instruments(request.company.id, found, clock.now(), keeps=keeps)
