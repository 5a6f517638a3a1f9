"""Keeps how gates are reached, each change with its audit row; what changes has the gate judge and be
visited."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.door.jobs import defer
from davy.gate.models import Controller
from davy.gate.setups import sealed
from davy.gate.shapes import GateIn
from davy.outside.reach import OutsideError, check
from davy.problems.response import Problem
from davy.sites.models import Area

__all__ = ["call", "gates", "keep"]


def _check(row: Controller) -> None:
    """Raises Problem ``gate_invalid`` naming what cannot be used."""
    wrong = []
    if row.way == "http":
        try:
            check(row.url)
        except OutsideError:
            wrong.append({"at": "url"})
    elif row.url:
        wrong.append({"at": "url"})
    known = Area.objects.filter(company_id=row.company_id, site_id=row.site_id, id__in=row.area_ids).count()
    if known != len(set(row.area_ids)):
        wrong.append({"at": "areas"})
    if wrong:
        raise Problem("gate_invalid", missing=wrong)


gates = Register(Controller, "gates", check=_check, private=frozenset({"url", "secret"}))


def keep(request: TenantRequest, gate_id: UUID | None, body: GateIn) -> Controller:
    """Enter or change a gate. Raises Problem ``gate_invalid``, and ``gate_token_again`` when a token kept
    before would be shown to another address."""
    there = gates.find(request, gate_id) if gate_id else None
    values: dict[str, Any] = {
        "site_id": body.site,
        "area_ids": list(dict.fromkeys(body.areas)),
        **{name: getattr(body, name) for name in ("code", "name", "way", "url", "private_net")},
        "only_ours": body.only_ours,
        "enabled": body.enabled,
        "secret": _secret(request, there, body),
    }
    row = gates.add(request, values) if there is None else gates.change(request, there.id, values)
    call(row)
    return row


def _secret(request: TenantRequest, there: Controller | None, body: GateIn) -> bytes:
    if body.token is not None:
        return sealed(body.token, request.company.id)
    kept = bytes(there.secret) if there else b""
    if there is not None and kept and there.url != body.url:
        raise Problem("gate_token_again")
    return kept


def call(row: Controller) -> None:
    """Have it judge anew, and visited at once."""
    mine = Controller.objects.filter(company_id=row.company_id, id=row.id)
    mine.update(next_visit_at=clock.now() if row.way == "http" else None)
    if row.way == "http":
        told = {"company": str(row.company_id)}
        defer("gate.judge", {**told, "cause": str(row.id)})
        defer("gate.visit", {**told, "gate": str(row.id)})
