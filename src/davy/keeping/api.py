"""HTTP for holds, erasures and what is past its period: reading only. They are changed by commands. Thin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import StreamingHttpResponse
from ninja import Query, Router

from davy import clock
from davy.accounts import audit, reauth
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.db import tenant
from davy.keeping import due, queries
from davy.keeping.copying.package import copy
from davy.keeping.purposes import purposes
from davy.keeping.shapes import (
    CopyIn,
    CopyOf,
    DueIn,
    DueOut,
    ErasureOut,
    HoldOut,
    PreviewOut,
    PurposesOut,
    RetentionOut,
)
from davy.people import protected, vault
from davy.people import queries as people
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["keeping"])


@router.get("/keeping/holds", response=list[HoldOut])
@allow("holds", "read")
def list_holds(request: TenantRequest) -> list[dict[str, Any]]:
    """The legal holds, those that stand first."""
    return queries.holds(request.company.id)


@router.get("/keeping/erasures", response=list[ErasureOut])
@allow("erasures", "read")
def list_erasures(request: TenantRequest) -> list[dict[str, Any]]:
    """The requests to erase a person, those that are open first."""
    return queries.erasures(request.company.id)


@router.get("/keeping/people/{uuid:person_id}", response=PreviewOut)
@allow("erasures", "read")
def preview_erasure(request: TenantRequest, person_id: UUID) -> dict[str, Any]:
    """What would go and what would stay if this person were erased now, and why. Who looked is kept."""
    found = queries.preview(request.company.id, person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="erasures",
        resource_id=person_id,
        before=None,
        after={"looked": True},
    )
    return found


@router.get("/keeping/due", response=DueOut)
@allow("retention", "read")
def list_due(request: TenantRequest, wanted: Query[DueIn]) -> dict[str, Any]:
    """What is past its period, the oldest first, each with what keeps it all the same."""
    return due.listed(request.company.id, clock.now(), wanted.kind, wanted.only, wanted.page)


@router.get("/keeping/rules", response=RetentionOut)
@allow("retention", "read")
def keeping_rules(request: TenantRequest) -> dict[str, Any]:
    """How long what is kept, whether nights remove what is past that, and what was removed."""
    return due.told(request.company.id)


@router.get("/session/purposes", response=PurposesOut)
@allow("session", "read")
def read_purposes(request: TenantRequest) -> Mapping[str, Any]:
    """What is kept of people, what for, on which ground, and how long (PIPL art. 17)."""
    return purposes()


@router.post("/session/copy.zip", response={200: None})
@allow("own_copy", "export", reads=False)
def own_copy(request: TenantRequest, body: CopyIn) -> StreamingHttpResponse:
    """Everything that is kept of oneself, as a ZIP (PIPL art. 45); with the password, for the phone may lie
    open. Who took it is kept."""
    if request.user.person_id is None:
        raise Problem("not_found")
    return _copied(request, request.user.person_id, body.password, "本人复制个人信息")


@router.post("/keeping/people/{uuid:person_id}/copy.zip", response={200: None})
@allow("copies", "export", reads=False)
def copy_for(request: TenantRequest, person_id: UUID, body: CopyOf) -> StreamingHttpResponse:
    """The same of somebody who asked for it at the desk, with the reason. Who took it, and why, is kept."""
    return _copied(request, person_id, body.password, body.why)


def _copied(request: TenantRequest, person_id: UUID, password: str, why: str) -> StreamingHttpResponse:
    company, account = request.company, request.user
    with tenant.company(company.id):
        known = bool(people.names(company.id, [person_id]))
    if not known:
        raise Problem("not_found")
    reauth.require(account, password, request)
    now = clock.now()
    try:
        parts = copy(company.id, company.name, person_id, now)
    except vault.LostKeyError as error:
        raise Problem("vault_key_lost") from error
    with tenant.company(company.id):
        protected.viewed(company.id, [person_id], ["identity", "rescue", "medical"], account.id, why)
        audit.write(
            company_id=company.id,
            account_id=account.id,
            resource="copies",
            resource_id=person_id,
            before=None,
            after={"taken": True, "own": account.person_id == person_id},
        )
    response = StreamingHttpResponse((part for part in parts if part), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="davy-copy-{now:%Y%m%d-%H%M}.zip"'
    response["Cache-Control"] = "no-store"
    return response
