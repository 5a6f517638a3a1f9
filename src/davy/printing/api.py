"""HTTP for printing. Thin."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from ninja import Router

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.db import tenant
from davy.outages import takings
from davy.permits import paper
from davy.printing.block import block_paper
from davy.printing.fonts import FontMissingError
from davy.printing.isolation import Sheet, isolation_list
from davy.printing.printout import Reader, printout
from davy.printing.scheme import scheme_paper
from davy.printing.shapes import EntryOut, SheetOut
from davy.printing.signs import signs
from davy.printing.ventilation import paper as ventilation_paper
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["permits"])


@router.get("/permits/{permit_id}/form.pdf")
@allow("permits", "read")
def print_form(request: TenantRequest, permit_id: UUID, sheet: int | None = None) -> HttpResponse:
    """The statutory form on one A4 page. Whoever may read a permit may carry it: it shows nothing else.

    `sheet` is the number that the command print_sheet gave; without one it is a copy for reading."""
    company = request.company
    if sheet is not None:
        _still_as_printed(company.id, permit_id, sheet)
    numbers = may(request.user.roles, "people_private", "read")
    reader = Reader(company.id, company.name, company.timezone, numbers)
    try:
        made = printout(reader, permit_id, origin=_origin(request), now=clock.now(), n=sheet)
    except FontMissingError:
        raise Problem("print_font_missing") from None
    if made is None:
        raise Problem("not_found")
    return _pdf(*made)


@router.get("/permits/{permit_id}/sheets", response=list[SheetOut])
@allow("permits", "read")
def list_sheets(request: TenantRequest, permit_id: UUID) -> list[dict[str, Any]]:
    """The numbered sheets printed of a permit, the newest on top, and how each stands now."""
    return paper.every(request.company.id, permit_id, clock.now())


@router.get("/permits/{permit_id}/paper-entries", response=list[EntryOut])
@allow("permits", "read")
def list_paper_entries(request: TenantRequest, permit_id: UUID) -> list[dict[str, Any]]:
    """What was entered from the sheets of a permit after the fact, the newest on top."""
    return paper.captured(request.company.id, permit_id)


@router.get("/permits/{permit_id}/ventilation.pdf")
@allow("permits", "read")
def print_ventilation(request: TenantRequest, permit_id: UUID) -> HttpResponse:
    """The ventilation plan of a space, with the code by which the paper is checked."""
    company = request.company
    reader = Reader(company.id, company.name, company.timezone, open_numbers=False)
    try:
        made = ventilation_paper(reader, permit_id, origin=_origin(request), now=clock.now())
    except FontMissingError:
        raise Problem("print_font_missing") from None
    if made is None:
        raise Problem("not_found")
    return _pdf(*made)


@router.get("/points/signs.pdf", tags=["sites"])
@allow("sites", "read")
def print_signs(
    request: TenantRequest, point_id: UUID | None = None, area_id: UUID | None = None
) -> HttpResponse:
    """Signs with the codes of work points: of one, of an area's, or of all."""
    company = request.company
    try:
        made = signs(
            company.id, company.name, point=point_id, area=area_id, origin=_origin(request), at=clock.now()
        )
    except FontMissingError:
        raise Problem("print_font_missing") from None
    if made is None:
        raise Problem("not_found")
    return _pdf("signs.pdf", made)


@router.get("/isolations/{uuid:isolation_id}/list.pdf", tags=["isolations"])
@allow("isolations", "read")
def print_isolation(request: TenantRequest, isolation_id: UUID) -> HttpResponse:
    """The list of an isolation with its drawing, to hang at the lock box."""
    company = request.company
    reader = Sheet(company.id, company.name, company.timezone)
    try:
        made = isolation_list(reader, isolation_id, origin=_origin(request), now=clock.now())
    except FontMissingError:
        raise Problem("print_font_missing") from None
    if made is None:
        raise Problem("not_found")
    return _pdf(*made)


@router.get("/schemes/{uuid:scheme_id}/versions/{int:n}.pdf", tags=["schemes"])
@allow("schemes", "read")
def print_scheme(request: TenantRequest, scheme_id: UUID, n: int) -> HttpResponse:
    """A version of a work plan with its approval, and the code by which the paper is checked."""
    company = request.company
    reader = Sheet(company.id, company.name, company.timezone)
    try:
        made = scheme_paper(reader, scheme_id, n, origin=_origin(request), now=clock.now())
    except FontMissingError:
        raise Problem("print_font_missing") from None
    if made is None:
        raise Problem("not_found")
    return _pdf(*made)


@router.get("/blocks/{uuid:block_id}/sheets.pdf", tags=["outages"])
@allow("outages", "export")
def print_block(request: TenantRequest, block_id: UUID) -> HttpResponse:
    """The sheets of a block that are still blank, for the printer. Each is meant to be on paper once: who
    fetched them is on record, and from the second time on every sheet says so."""
    company = request.company
    reader = Sheet(company.id, company.name, company.timezone)
    with tenant.company(company.id):
        before = takings.take(company.id, request.user.id, block_id)
        try:
            made = block_paper(reader, block_id, before, origin=_origin(request), now=clock.now())
        except FontMissingError:
            raise Problem("print_font_missing") from None
        if made is None:
            raise Problem("not_found")
    return _pdf(*made)


def _still_as_printed(company_id: UUID, permit_id: UUID, n: int) -> None:
    """A number stands for what was true when it was given: later it is fetched no more, but printed anew."""
    how = paper.stands(company_id, permit_id, n, clock.now())
    if how is None:
        raise Problem("not_found")
    if not how.unchanged:
        raise Problem("sheet_not_present", sheet=n)


def _pdf(name: str, body: bytes) -> HttpResponse:
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _origin(request: TenantRequest) -> str:
    """Where somebody who scans the paper finds this server; a proxy may speak TLS for it."""
    return f"{'https' if settings.HTTPS else request.scheme}://{request.get_host()}"
