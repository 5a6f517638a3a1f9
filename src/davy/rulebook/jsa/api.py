"""HTTP for a company's own rows of the hazard analysis, and for the scale it grades by."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from ninja import Router, Status

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.rulebook import law
from davy.rulebook.jsa import queries, rules, shapes
from davy.rulebook.models import JsaRow, RiskScale

__all__ = ["router"]

router = Router(tags=["rulebook"])
jsa_rows = Register(JsaRow, "jsa", check=rules.check_row)
scales = Register(RiskScale, "jsa", check=rules.check_scale)


@router.get("/jsa", response=shapes.JsaOut)
@allow("jsa", "read")
def get_jsa(request: TenantRequest) -> dict[str, Any]:
    """The scales with the one in force, and the company's own rows."""
    return _shown(request)


def _shown(request: TenantRequest) -> dict[str, Any]:
    own = json.loads(queries.own(request.company.id))
    return {
        "scales": [_scale(one, own) for one in law.scales()["scales"]],
        "kinds": [{"id": name, **words} for name, words in law.consequences().items()],
        "works": [
            {"id": t["type"], "title": t["title"]} for t in map(law.template, law.templates()) if _plain(t)
        ],
        "equipment": [{"id": name, **words} for name, words in law.equipment().items()],
        "rows": list(jsa_rows.all(request).order_by("withdrawn", "-id")),
        "may_write": may(request.user.roles, "jsa", "write"),
    }


def _plain(template: dict[str, Any]) -> bool:
    """Whether a template is that of its type and no scenario of it."""
    return bool(template["id"] == template["type"])


def _scale(one: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    chosen = one["id"] == (own["scale"] or law.scales()["default"])
    starts = own["starts"] if chosen else {}
    bands = [
        {"grade": b["grade"], "shipped": str(b["from"]), "here": starts.get(b["grade"], str(b["from"]))}
        for b in one["bands"]
    ]
    return {
        **{key: one[key] for key in ("id", "title", "source", "certainty")},
        "chosen": chosen,
        "bands": bands,
    }


@router.put("/jsa/scale", response=shapes.JsaOut)
@allow("jsa", "write")
def choose_scale(request: TenantRequest, body: shapes.ScaleChoice) -> dict[str, Any]:
    """Grade new requests by this scale, with lower scores where the company is stricter."""
    kept = scales.all(request).first()
    if kept is None:
        scales.add(request, body.dict())
    else:
        scales.change(request, kept.id, body.dict())
    return _shown(request)


@router.post("/jsa/rows", response={201: shapes.JsaRowOut})
@allow("jsa", "write")
def add_jsa_row(request: TenantRequest, body: shapes.JsaRowIn) -> Status[JsaRow]:
    """Enter a row that new requests are asked about from now on."""
    return Status(201, jsa_rows.add(request, body.dict()))


@router.post("/jsa/rows/{uuid:row_id}/withdrawal", response=shapes.JsaRowOut)
@allow("jsa", "write")
def withdraw_jsa_row(request: TenantRequest, row_id: UUID) -> JsaRow:
    """Ask about it no more. Permits that have the row keep it."""
    return jsa_rows.change(request, row_id, {"withdrawn": True})
