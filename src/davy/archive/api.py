"""HTTP for evidence that is taken away. Thin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import StreamingHttpResponse
from ninja import Query, Router

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.archive.around import leaned_on
from davy.archive.bundle import Contents, NotProvedError, bundle
from davy.archive.shapes import ArchiveIn, ArchiveOut, WatchOut
from davy.db import tenant
from davy.evidence.documents import sealed
from davy.evidence.log.holds import LogHeldError
from davy.evidence.log.integrate import LogBrokenError
from davy.evidence.log.keys import log_key
from davy.permits import facets, listing, queries
from davy.permits.shapes_board import Narrowed
from davy.printing.dossier import dossier
from davy.printing.printout import Reader, printout
from davy.problems.response import Problem
from davy.watch.night import queries as watch
from davy.watch.papers import stamper

__all__ = ["router"]

router = Router(tags=["evidence"])

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)

MOST = 1000
"""Permits of one bundle."""
FORMS, DOSSIERS = 60, 20
"""Permits up to which each has its form in the bundle, and its signed PDF for reading too: a form takes a
tenth of a second to set and a PDF half of one, and three days of a plant are to be there in ten."""


@router.get("/permits/{permit_id}/bundle.zip", response={200: None})
@allow("evidence", "export", reads=False)
def permit_bundle(request: TenantRequest, permit_id: UUID) -> StreamingHttpResponse:
    """One permit with its photos, its form and the proof of all of it, for ``davy-verify``. Who took it is
    kept."""
    with tenant.company(request.company.id):
        found = _numbers(request.company.id, [permit_id])
    if not found:
        raise Problem("not_found")
    return _given(request, found, {"permits": 1})


@router.get("/evidence/bundle.zip", response={200: None})
@allow("evidence", "export", reads=False)
def filtered_bundle(request: TenantRequest, wanted: Query[Narrowed]) -> StreamingHttpResponse:
    """The permits of the list as it is narrowed, MOST at the most, in one bundle. Who took it is kept."""
    company = request.company
    with tenant.company(company.id):
        ids = listing.ids(company.id, wanted.narrowed(request.user.person_id), MOST + 1)
        if len(ids) > MOST:
            raise Problem("bundle_too_long", most=MOST)
        found = _numbers(company.id, ids)
    if not found:
        raise Problem("not_found")
    return _given(request, found, {"permits": len(found), **wanted.dict(exclude_defaults=True)})


@router.get("/archive", response=ArchiveOut, by_alias=True)
@allow("board", "read")
def search_archive(request: TenantRequest, wanted: Query[ArchiveIn]) -> dict[str, Any]:
    """The permits that fit, the newest planned first, and how many there are of each kind."""
    company = request.company
    with tenant.company(company.id):
        return facets.found(company.id, wanted.filter(request.user.person_id), company.timezone)


@router.get("/evidence/watch", response=WatchOut)
@allow("evidence", "read")
def evidence_watch(request: TenantRequest) -> dict[str, Any]:
    """When the evidence was last looked through to the end, whether that is too long ago, and what did not
    hold."""
    company = request.company
    with tenant.company(company.id):
        return watch.standing(company.id, clock.now(), company.created_at)


def _numbers(company_id: UUID, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The permits there are, each by the name of its file: its number, or its id while it has none or one
    that is no plain file name everywhere."""
    items = {UUID(item["id"]): _file(item["number"]) or item["id"] for item in queries.items(company_id, ids)}
    return {permit_id: items[permit_id] for permit_id in ids if permit_id in items}


def _file(number: str | None) -> str | None:
    return number if number and _NAME.fullmatch(number) else None


def _given(
    request: TenantRequest, permits: dict[UUID, str], asked: dict[str, object]
) -> StreamingHttpResponse:
    company, now = request.company, clock.now()
    numbers = may(request.user.roles, "people_private", "read")
    # A form shows names: who may not read them takes none.
    papers = _papers(request, permits, now) if numbers else []
    with tenant.company(company.id):
        beside = leaned_on(company.id, list(permits))
    contents = Contents([*(("permit", permit_id) for permit_id in permits), *beside], numbers, papers)
    try:
        parts = bundle(company.id, contents, now)
    except LogHeldError as error:
        raise Problem("log_held") from error
    except LogBrokenError as error:
        raise Problem("log_broken") from error
    except NotProvedError as error:
        raise Problem("bundle_not_proved") from error
    with tenant.company(company.id):
        audit.write(
            company_id=company.id,
            account_id=request.user.id,
            resource="evidence",
            resource_id=company.id,
            before=None,
            after=asked,
            private=frozenset({"q", "archive"}),
        )
    at = now.astimezone(ZoneInfo(company.timezone))
    response = StreamingHttpResponse(_flowing(parts), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="davy-evidence-{at:%Y%m%d-%H%M}.zip"'
    return response


def _papers(
    request: TenantRequest, permits: dict[UUID, str], now: datetime
) -> list[tuple[str, Callable[[], bytes]]]:
    """The form of each permit and, while they are few, its signed PDF for reading."""
    company = request.company
    reader = Reader(company.id, company.name, company.timezone, open_numbers=True)
    origin = request.build_absolute_uri("/").rstrip("/")
    clocked = stamper()

    def form(permit_id: UUID) -> bytes:
        with tenant.company(company.id):
            made = printout(reader, permit_id, origin=origin, now=now, n=None)
        return made[1] if made else b""

    def evidence(permit_id: UUID) -> bytes:
        told = log_key(company.id).public.told
        with tenant.company(company.id):
            made = dossier(reader, permit_id, origin=origin, now=now, log=told)
        return sealed(made, clocked) if made else b""

    if len(permits) > FORMS:
        return []
    papers = [(f"{number}.pdf", partial(form, one)) for one, number in permits.items()]
    if len(permits) > DOSSIERS:
        return [*papers]
    return [*papers, *((f"{number}-evidence.pdf", partial(evidence, one)) for one, number in permits.items())]


def _flowing(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Without empty parts, which some servers take for the end."""
    return (part for part in parts if part)
