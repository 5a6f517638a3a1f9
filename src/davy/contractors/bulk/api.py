"""HTTP for the file of a firm: sent, checked row by row, handed in, taken back. Thin; every endpoint begins
with `own_firm`, and an import of somebody else is not found."""

from __future__ import annotations

import io
from typing import Any, cast
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page
from davy.contractors.bounds import own_firm
from davy.contractors.bulk import applying
from davy.contractors.handed import handing
from davy.db import tenant
from davy.door import jobs
from davy.people.importing import bounded, shapes, shown, store, writing
from davy.people.importing.columns import columns
from davy.people.importing.reading import limit
from davy.people.importing.receiving import Source, receive
from davy.people.models import Import, ImportRow
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["own-firm"])
_OPEN = ("waiting", "checked", "failed")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/own-firm/imports", response=list[shapes.ImportOut])
@allow("own_firm", "read")
def list_own_imports(request: TenantRequest) -> list[dict[str, Any]]:
    """My firm's last twenty files."""
    found = _own(request).order_by("-made_at", "-id")[:20]
    return [shown.told(one, "") for one in found]


@router.get("/own-firm/imports/columns", response=list[shapes.ImportColumnOut])
@allow("own_firm", "read")
def list_own_columns(request: TenantRequest) -> list[dict[str, Any]]:
    """What a column of my firm's file can mean."""
    own_firm(request)
    return [
        {"id": one.id, "sheet": one.group, "zh": one.zh, "en": one.en, "must": one.must}
        for one in columns().values()
        if one.id in bounded.MEANINGS
    ]


@router.get("/own-firm/imports/template", response={200: None})
@allow("own_firm", "read")
def get_own_template(request: TenantRequest) -> HttpResponse:
    """An empty workbook with the sheets and columns that a firm fills in."""
    own_firm(request)
    out = io.BytesIO()
    writing.book(out, {}, bounded.own_sheets())
    return _given(out, "template.xlsx")


@router.post("/own-firm/imports", response={201: shapes.ImportOut})
@allow("own_firm", "write")
def begin_own_import(request: TenantRequest, body: shapes.ImportIn) -> Status[dict[str, Any]]:
    """Begin a file; the workbook and the ZIP are sent to it then."""
    firm = own_firm(request)
    by = {"company_id": request.company.id, "account_id": request.user.id}
    one = Import.objects.create(**by, firm_id=firm.id, name=body.name)
    return Status(201, shown.told(one, ""))


@router.get("/own-firm/imports/{uuid:own_import_id}", response=shapes.ImportOut)
@allow("own_firm", "read")
def get_own_import(request: TenantRequest, own_import_id: UUID) -> dict[str, Any]:
    """One file as far as it is."""
    return shown.told(_find(request, own_import_id), "")


@router.put("/own-firm/imports/{uuid:own_import_id}/sheet", response=shapes.ReceivedOut)
@allow("own_firm", "write", reads=False)
def put_own_sheet(request: TenantRequest, own_import_id: UUID) -> dict[str, int]:
    """Send the workbook or the table, as it is."""
    return {"received": _receive(request, own_import_id, "sheet", 0, limit("sheet_mb") << 20)}


@router.put("/own-firm/imports/{uuid:own_import_id}/scans", response=shapes.ReceivedOut)
@allow("own_firm", "write", reads=False)
def put_own_scans(request: TenantRequest, own_import_id: UUID, at: int = 0) -> dict[str, int]:
    """Send the next part of the ZIP; the answer tells how much has come, and from there it goes on."""
    return {"received": _receive(request, own_import_id, "scans", at, limit("firm_scans_mb") << 20)}


@router.post("/own-firm/imports/{uuid:own_import_id}/check", response=shapes.ImportOut)
@allow("own_firm", "write")
def check_own_import(request: TenantRequest, own_import_id: UUID, body: shapes.MappingIn) -> dict[str, Any]:
    """Check every row; nothing is handed in. Another mapping counts for this file alone."""
    one = _moved(request, own_import_id, "checking", *_OPEN)
    if body.mapping is not None:
        may = bounded.MEANINGS
        one.mapping = {
            name: {at: m for at, m in row.items() if m in may} for name, row in body.mapping.items()
        }
        one.save(update_fields=["mapping"])
    return _started(one)


@router.get("/own-firm/imports/{uuid:own_import_id}/rows", response=Page[shapes.ImportRowOut])
@allow("own_firm", "read")
def list_own_rows(
    request: TenantRequest, own_import_id: UUID, wanted: Query[shapes.ImportRowsWanted]
) -> dict[str, Any]:
    """Rows of the check, those that are wrong in front."""
    found = shown.narrowed(_find(request, own_import_id), wanted.verdict, wanted.looked)
    return Page.of(found, wanted, shown.row)


@router.post("/own-firm/imports/{uuid:own_import_id}/choices", response=shapes.ImportOut)
@allow("own_firm", "write")
def choose_own(request: TenantRequest, own_import_id: UUID, body: shapes.ChoiceIn) -> dict[str, Any]:
    """Choose for rows that change something or come twice."""
    one = _find(request, own_import_id)
    if one.state != "checked":
        raise Problem("import_other_state", state=one.state)
    rows = ImportRow.objects.filter(company_id=one.company_id, import_id=one.id)
    rows = rows.filter(verdict__in=["new", "change", "double"])
    rows = rows.filter(verdict=body.verdict) if body.verdict else rows.filter(n__in=body.rows)
    rows.update(choice=body.choice)
    return shown.told(one, "")


@router.post("/own-firm/imports/{uuid:own_import_id}/apply", response=shapes.ImportOut)
@allow("own_firm", "write")
def hand_in_own_import(request: TenantRequest, own_import_id: UUID) -> dict[str, Any]:
    """Hand in the rows that were chosen. They count once the plant confirms them; what is wrong stays out."""
    return _started(_moved(request, own_import_id, "applying", "checked"))


@router.post("/own-firm/imports/{uuid:own_import_id}/take-back", response=shapes.ImportOut)
@allow("own_firm", "write")
def take_back_own_import(request: TenantRequest, own_import_id: UUID) -> dict[str, Any]:
    """Take back whatever of it still waits; what the plant decided stays."""
    firm, one = own_firm(request), _moved(request, own_import_id, "undone", "applied")
    applying.take_back(request, one, lambda row: handing.take_back(request, firm, row))
    return shown.told(one, "")


@router.get("/own-firm/imports/{uuid:own_import_id}/report", response={200: None})
@allow("own_firm", "read")
def get_own_report(request: TenantRequest, own_import_id: UUID) -> HttpResponse:
    """Every row that is wrong or doubtful as a workbook, what and how to mend it beside the row."""
    one, out = _find(request, own_import_id), io.BytesIO()
    names, lines = shown.reported(one)
    writing.report(out, [name for name in names if name in bounded.MEANINGS], lines)
    return _given(out, "report.xlsx")


def _own(request: TenantRequest) -> Any:
    firm = own_firm(request)
    return Import.objects.filter(company_id=request.company.id, firm_id=firm.id)


def _find(request: TenantRequest, import_id: UUID) -> Import:
    found: Import | None = _own(request).filter(id=import_id).first()
    if found is None:
        raise Problem("not_found")
    return found


def _moved(request: TenantRequest, import_id: UUID, to: str, *states: str) -> Import:
    """The import, from now on in that state. Raises Problem where it is in another than these."""
    state = _find(request, import_id).state
    one = store.locked(request.company.id, import_id, *states)
    if one is None:
        raise Problem("import_other_state", state=state)
    if to == "checking" and not store.where(one.company_id, one.id, "sheet").exists():
        raise Problem("import_no_file")
    kept = ImportRow.objects.filter(company_id=one.company_id, import_id=one.id)
    if to != "checking" and not kept.exists():
        raise Problem("import_swept")
    one.state, one.moved_at, one.done, one.problem = to, clock.now(), 0, None
    one.save()
    return one


def _started(one: Import) -> dict[str, Any]:
    jobs.defer("people.get_on", {"company": str(one.company_id), "id": str(one.id)})
    return shown.told(one, "")


def _receive(request: TenantRequest, import_id: UUID, what: str, at: int, most: int) -> int:
    with tenant.company(request.company.id):
        state = _find(request, import_id).state
        if state not in _OPEN:
            raise Problem("import_other_state", state=state)
    return receive(cast("Source", request), store.where(request.company.id, import_id, what), at, most)


def _given(out: io.BytesIO, name: str) -> HttpResponse:
    answer = HttpResponse(out.getvalue(), content_type=_XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
