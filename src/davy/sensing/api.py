"""HTTP for instruments and gateways. Thin: an instrument changes by commands of its stream; a gateway is a
login, and so a row with its audit."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from ninja import Router, Status

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.db import rows
from davy.instruments import gateways
from davy.instruments import queries as instruments
from davy.instruments.kinds import kinds, words
from davy.instruments.models import Gateway
from davy.instruments.topics import PARTITIONS
from davy.problems.response import Problem
from davy.readings import queries as readings
from davy.sensing import refusals, shapes, standing
from davy.sensing.adapters import told
from davy.sensing.messages import ADAPTERS
from davy_core.instruments.fitness import fit_for_gas_test

__all__ = ["router"]

router = Router(tags=["instruments"])
_LOOKED_BACK = timedelta(days=7)
_LONGEST = timedelta(days=31)


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
    """What kinds and channels are called, and which adapters there are."""
    return {**words(), "adapters": told.names()}


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
    return readings.set_aside(request.company.id)


@router.get("/instruments/{uuid:instrument_id}", response=shapes.InstrumentOut)
@allow("instruments", "read")
def get_instrument(request: TenantRequest, instrument_id: UUID) -> dict[str, Any]:
    """One instrument."""
    found = _shown(request, instruments.listed(request.company.id, instrument_id))
    if not found:
        raise Problem("not_found")
    return found[0]


@router.get("/permits/{uuid:permit_id}/curve", response=list[shapes.CurveOut])
@allow("permits", "read")
def permit_curve(
    request: TenantRequest, permit_id: UUID, begin: datetime | None = None, end: datetime | None = None
) -> list[dict[str, Any]]:
    """The curves of a permit by minute, 31 days at most; by default the last 30."""
    known = "SELECT 1 FROM permits_permit WHERE company_id = %s AND id = %s"
    if rows.one(known, (request.company.id, permit_id)) is None:
        raise Problem("not_found")
    until = end or clock.now()
    since = begin or until - timedelta(days=30)
    if until - since > _LONGEST:
        since = until - _LONGEST
    found = readings.curve(request.company.id, permit_id, since, until)
    return [{**row, "gaps": json.loads(row["gaps"])} for row in found]


@router.get("/gateways", response=list[shapes.GatewayOut])
@allow("gateways", "read")
def list_gateways(request: TenantRequest) -> list[dict[str, Any]]:
    """Gateways by key."""
    return [_gateway(row) for row in register.all(request).order_by("key")[:500]]


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
    return Status(201, {**_gateway(row), "password": password})


@router.post("/gateways/{uuid:gateway_id}/password", response=shapes.GatewayMade)
@allow("gateways", "write")
def renew_password(request: TenantRequest, gateway_id: UUID) -> dict[str, Any]:
    """Another password, told once; the old one lets nobody in from now on."""
    password, hashed = gateways.new_password()
    row = register.change(request, gateway_id, {"password_hash": hashed, "password_at": clock.now()})
    return {**_gateway(row), "password": password}


@router.post("/gateways/{uuid:gateway_id}/retire", response={204: None})
@allow("gateways", "write")
def retire_gateway(request: TenantRequest, gateway_id: UUID) -> Status[None]:
    """It lets nobody in any more; what comes of a connection that is still open is set aside."""
    register.change(request, gateway_id, {"retired_at": clock.now()})
    return Status(204, None)


def _gateway(row: Gateway) -> dict[str, Any]:
    wire = gateways.wire(row)
    same = ("id", "site_id", "key", "name", "adapter", "password_at", "seen_at", "retired_at")
    return {
        **{name: getattr(row, name) for name in same},
        "user": wire.user,
        "topic": wire.up,
        "down": wire.down,
    }


def _shown(request: TenantRequest, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    now, company = clock.now(), request.company.id
    last = readings.latest(company, [row["id"] for row in found])
    keeps = may(request.user.roles, "instruments", "write")
    shown = []
    for row in found:
        kind, told_last = kinds().get(row["kind"]), last.get(row["id"])
        state = instruments.instrument(company, row["id"])
        silent = kind is None or told_last is None or now - told_last["received_at"] > kind.silence
        unfit = fit_for_gas_test(state, kind, now) if state and kind and kind.gas else ()
        told_now = {**told_last, "channels": json.loads(told_last["channels"])} if told_last else None
        more = {"silent": silent, "unfit": [reason.code for reason in unfit], "last": told_now}
        code = instruments.code_of(company, row["id"]) if keeps else None
        shown.append({**row, **more, "code": code})
    return shown
