"""HTTP for imports and exports of people. Thin: the work is done by jobs."""

from __future__ import annotations

import io
import zipfile
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router, Status

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.accounts.reference import Page, Register
from davy.attachments import files
from davy.attachments.models import Attachment
from davy.db import tenant
from davy.door import jobs
from davy.people import protected, vault
from davy.people.importing import exporting, shapes, shown, store, writing
from davy.people.importing.columns import columns, sheets
from davy.people.importing.reading import limit
from davy.people.importing.receiving import Source, receive
from davy.people.models import Import, ImportRow
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["people"])


class _OfThePlant(Register[Import]):
    """Imports of the plant; those of a firm's login are in its own rooms."""

    def all(self, request: TenantRequest) -> QuerySet[Import]:
        """Those of the plant itself."""
        return super().all(request).filter(firm_id=None)


imports = _OfThePlant(Import, "imports")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/people/imports/columns", response=list[shapes.ImportColumnOut])
@allow("imports", "read")
def list_columns(request: TenantRequest) -> list[dict[str, Any]]:
    """What a column can mean."""
    return [
        {"id": one.id, "sheet": one.group, "zh": one.zh, "en": one.en, "must": one.must}
        for one in columns().values()
    ]


@router.get("/people/imports/template", response={200: None})
@allow("imports", "read")
def get_template(request: TenantRequest, wanted: Query[shapes.TemplateWanted]) -> HttpResponse:
    """An empty workbook with every sheet and its choices, or one sheet as CSV."""
    return _file(wanted, {}, "人员导入模板")


@router.get("/people/export", response={200: None})
@allow("people", "export")
def export_people(request: TenantRequest, wanted: Query[shapes.ExportWanted]) -> HttpResponse:
    """The ledger in the format in which it is read. Numbers in clear need the right and a reason, and each
    person is kept as looked at; who took it is kept in any case."""
    company, account = request.company.id, request.user
    medical = may(account.roles, "health", "read")
    if wanted.clear and not (may(account.roles, "people_identity", "read") and wanted.why.strip()):
        raise Problem("view_not_yours" if wanted.why.strip() else "import_no_reason", what="identity")
    try:
        found, scans, people = exporting.lines(company, clear=wanted.clear, medical=medical)
    except vault.LostKeyError as error:
        raise Problem("vault_key_lost") from error
    if wanted.clear:
        protected.viewed(company, people, ["identity", "rescue"], account.id, wanted.why.strip())
    audit.write(
        company_id=company,
        account_id=account.id,
        resource="people_export",
        resource_id=company,
        before=None,
        after={"people": len(people), "clear": wanted.clear, "scans": wanted.scans},
    )
    if not wanted.scans:
        return _file(wanted, found, "人员台账")
    return _zipped(company, found, scans)


@router.get("/people/imports", response=list[shapes.ImportOut])
@allow("imports", "read")
def list_imports(request: TenantRequest) -> list[dict[str, Any]]:
    """The last fifty imports."""
    return _told(request, list(imports.all(request).order_by("-made_at", "-id")[:50]))


@router.post("/people/imports", response={201: shapes.ImportOut})
@allow("imports", "write")
def begin_import(request: TenantRequest, body: shapes.ImportIn) -> Status[dict[str, Any]]:
    """Begin an import; its workbook and its ZIP are sent to it then."""
    one = Import.objects.create(company_id=request.company.id, account_id=request.user.id, name=body.name)
    return Status(201, _told(request, [one])[0])


@router.get("/people/imports/{uuid:import_id}", response=shapes.ImportOut)
@allow("imports", "read")
def get_import(request: TenantRequest, import_id: UUID) -> dict[str, Any]:
    """One import as far as it is."""
    return _told(request, [imports.find(request, import_id)])[0]


@router.put("/people/imports/{uuid:import_id}/sheet", response=shapes.ReceivedOut)
@allow("imports", "write", reads=False)
def put_sheet(request: TenantRequest, import_id: UUID) -> dict[str, int]:
    """Send the workbook or the table, as it is."""
    return {"received": _receive(request, import_id, "sheet", 0, limit("sheet_mb") << 20)}


@router.put("/people/imports/{uuid:import_id}/scans", response=shapes.ReceivedOut)
@allow("imports", "write", reads=False)
def put_scans(request: TenantRequest, import_id: UUID, at: int = 0) -> dict[str, int]:
    """Send the next part of the ZIP; `at` is how much was sent before. The answer tells how much has come,
    also when that is another amount: then it is sent from there."""
    return {"received": _receive(request, import_id, "scans", at, limit("scans_gb") << 30)}


@router.post("/people/imports/{uuid:import_id}/check", response=shapes.ImportOut)
@allow("imports", "write")
def check_import(request: TenantRequest, import_id: UUID, body: shapes.MappingIn) -> dict[str, Any]:
    """Check every row; nothing of the ledger is changed. With another mapping it is checked anew."""
    one = _moved(request, import_id, "checking", "waiting", "checked", "failed")
    if body.mapping is not None:
        meant = {
            name: {at: m for at, m in row.items() if m in columns()} for name, row in body.mapping.items()
        }
        headings = {str(sheet["name"]): sheet["headings"] for sheet in one.sheets}
        store.remember(
            one.company_id,
            [
                (headings[name][int(at)], meaning)
                for name, row in body.mapping.items()
                for at, meaning in row.items()
                if name in headings and at.isdecimal() and int(at) < len(headings[name])
            ],
        )
        one.mapping = meant
        one.save(update_fields=["mapping"])
    return _started(request, one)


@router.get("/people/imports/{uuid:import_id}/rows", response=Page[shapes.ImportRowOut])
@allow("imports", "read")
def list_rows(
    request: TenantRequest, import_id: UUID, wanted: Query[shapes.ImportRowsWanted]
) -> dict[str, Any]:
    """Rows of the check, those that are wrong in front; identity numbers are masked."""
    one = imports.find(request, import_id)
    found = shown.narrowed(one, wanted.verdict, wanted.looked)
    return Page.of(found, wanted, shown.row)


@router.post("/people/imports/{uuid:import_id}/choices", response=shapes.ImportOut)
@allow("imports", "write")
def choose(request: TenantRequest, import_id: UUID, body: shapes.ChoiceIn) -> dict[str, Any]:
    """Choose for rows that change something or come twice. A row without a choice is left out."""
    one = imports.find(request, import_id)
    if one.state != "checked":
        raise Problem("import_other_state", state=one.state)
    rows = ImportRow.objects.filter(
        company_id=one.company_id, import_id=one.id, verdict__in=["new", "change", "double"]
    )
    rows = rows.filter(verdict=body.verdict) if body.verdict else rows.filter(n__in=body.rows)
    rows.update(choice=body.choice)
    return _told(request, [one])[0]


@router.post("/people/imports/{uuid:import_id}/apply", response=shapes.ImportOut)
@allow("imports", "write")
def apply_import(request: TenantRequest, import_id: UUID) -> dict[str, Any]:
    """Enter the rows that were chosen. Rows that are wrong stay out."""
    return _started(request, _moved(request, import_id, "applying", "checked"))


@router.post("/people/imports/{uuid:import_id}/undo", response=shapes.ImportOut)
@allow("imports", "write")
def undo_import(request: TenantRequest, import_id: UUID) -> dict[str, Any]:
    """Take the whole import back, or be told what was built on it."""
    return _started(request, _moved(request, import_id, "undoing", "applied"))


@router.get("/people/imports/{uuid:import_id}/report", response={200: None})
@allow("imports", "read")
def get_report(request: TenantRequest, import_id: UUID) -> HttpResponse:
    """Every row that is wrong or doubtful as a workbook, what and how to mend it beside the row."""
    one, out = imports.find(request, import_id), io.BytesIO()
    names, lines = shown.reported(one)
    writing.report(out, names, lines)
    return _given(out, f"{one.name.rpartition('.')[0] or one.name}-检查结果.xlsx", _XLSX)


def _moved(request: TenantRequest, import_id: UUID, to: str, *states: str) -> Import:
    """The import, from now on in that state. Raises Problem where it is in another than these."""
    imports.find(request, import_id)
    one = store.locked(request.company.id, import_id, *states)
    if one is None:
        raise Problem("import_other_state", state=imports.find(request, import_id).state)
    if to == "checking" and not store.where(one.company_id, one.id, "sheet").exists():
        raise Problem("import_no_file")
    kept = ImportRow.objects.filter(company_id=one.company_id, import_id=one.id)
    if to in {"applying", "undoing"} and not kept.exists():
        raise Problem("import_swept")
    one.state, one.moved_at, one.done, one.problem = to, clock.now(), 0, None
    one.save()
    return one


def _started(request: TenantRequest, one: Import) -> dict[str, Any]:
    jobs.defer("people.get_on", {"company": str(one.company_id), "id": str(one.id)})
    store.tell(one)
    return _told(request, [one])[0]


def _receive(request: TenantRequest, import_id: UUID, what: str, at: int, most: int) -> int:
    """Write the body behind what has come; how much that is then. Raises Problem beyond the limit."""
    with tenant.company(request.company.id):
        if imports.find(request, import_id).state not in {"waiting", "checked", "failed"}:
            raise Problem("import_other_state", state=imports.find(request, import_id).state)
    return receive(cast("Source", request), store.where(request.company.id, import_id, what), at, most)


def _told(request: TenantRequest, found: list[Import]) -> list[dict[str, Any]]:
    who = dict(Account.objects.filter(company_id=request.company.id).values_list("id", "username"))
    return [shown.told(one, who.get(one.account_id, "")) for one in found]


def _file(wanted: shapes.TemplateWanted, found: exporting.Told, name: str) -> HttpResponse:
    out = io.BytesIO()
    if wanted.form == "csv":
        sheet = next(one for one in sheets() if one.id == wanted.sheet)
        writing.table(out, sheet, found.get(sheet.id, ()))
        return _given(out, f"{name}-{sheet.zh}.csv", "text/csv; charset=utf-8")
    writing.book(out, found)
    return _given(out, f"{name}.xlsx", _XLSX)


def _zipped(company_id: UUID, found: exporting.Told, scans: list[str]) -> HttpResponse:
    """The workbook and its scans, each once."""
    out, book = io.BytesIO(), io.BytesIO()
    writing.book(book, found)
    kept = Attachment.objects.filter(company_id=company_id, sha256__in=scans).values_list("sha256", flat=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("人员台账.xlsx", book.getvalue())
        for sha256 in sorted(set(kept)):
            if files.there(company_id, sha256):
                archive.writestr(f"扫描件/{exporting.scan_name(sha256)}", files.content(company_id, sha256))
    return _given(out, "人员台账.zip", "application/zip")


def _given(out: io.BytesIO, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(out.getvalue(), content_type=kind)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{_quoted(name)}"
    return answer


def _quoted(name: str) -> str:
    return "".join(f"%{byte:02X}" for byte in name.encode())
