"""Hands in the rows of a firm's file that were chosen, one transaction a row. Killed at any place it goes on
where it was. Nobody is entered by it: what is new waits for the plant."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import contextmanager
from tempfile import NamedTemporaryFile
from typing import IO, Any
from uuid import UUID

from django.db import transaction

from davy import clock
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account, Company
from davy.contractors.bounds import own_firm
from davy.contractors.handed.waiting import hand_in_certificate, hand_in_person
from davy.contractors.models import Upload
from davy.contractors.own import entering
from davy.contractors.registers import submissions
from davy.db import tenant
from davy.people.importing import store
from davy.people.importing.checking import indexes, names
from davy.people.importing.judging import Part
from davy.people.importing.known import known
from davy.people.importing.scans import Scans, opened
from davy.people.models import Firm, Import, ImportRow
from davy.problems.response import Problem

__all__ = ["Take", "Told", "acting", "apply", "take_back"]

Take = Callable[[IO[bytes], str], None]
"""Stores a scan under its SHA-256."""
Told = Callable[[UUID, UUID, int], None]
"""Lets the plant know: the firm, the import, how many rows were handed in. Inside the tenant block."""
_SCANS = contextmanager(opened)


def acting(company_id: UUID, account_id: UUID) -> TenantRequest:
    """What the registers see of an account when a job does what it asked for."""
    request = TenantRequest()
    request.company = Company.objects.get(id=company_id)
    request.user = Account.objects.get(company_id=company_id, id=account_id)
    return request


def apply(one: Import, take: Take, told: Told) -> None:
    """Hand in every chosen row of an import that is ``applying``. Opens its own tenant blocks."""
    company, request = one.company_id, acting(one.company_id, one.account_id)
    try:
        with tenant.company(company):
            firm = own_firm(request)
    except Problem as problem:
        _end(one, "failed", problem={"code": problem.code, "values": {}})
        return
    with _SCANS(store.where(company, one.id, "scans")) as scans:
        while _next(request, firm, one, scans, take):
            pass
    with tenant.company(company):
        count = _rows(one).filter(row_id__isnull=False, made=True).count()
        if count:
            told(firm.id, one.id, count)
    _end(one, "applied", applied_at=clock.now())
    store.discard(company, one.id)


def take_back(request: TenantRequest, one: Import, withdraw: Callable[[UUID], Any]) -> None:
    """Take back whatever of it still waits. Inside a tenant block."""
    waiting = set(submissions.all(request).filter(state="waiting").values_list("id", flat=True))
    for row in _rows(one).filter(row_id__in=waiting).order_by("-phase", "n"):
        if row.row_id is not None and submissions.find(request, row.row_id).state == "waiting":
            withdraw(row.row_id)
            row.state = "undone"
            row.save(update_fields=["state"])


def _rows(one: Import) -> Any:
    return ImportRow.objects.filter(company_id=one.company_id, import_id=one.id)


def _next(request: TenantRequest, firm: Firm, one: Import, scans: Scans, take: Take) -> bool:
    """Hand in the next row; whether there was one."""
    with tenant.company(one.company_id):
        row = _rows(one).filter(state="waiting", choice="take").order_by("phase", "n").first()
        part = None if row is None else store.part_of(row)
    if part is None:
        return False
    _keep_scans(firm, part, scans, take)
    with tenant.company(one.company_id):
        locked = store.locked(one.company_id, one.id, "applying")
        row = _rows(one).filter(n=part.n, state="waiting").first()
        if locked is None or row is None:
            return False
        _hand_in(request, firm, row, part)
        locked.done, locked.moved_at = locked.done + 1, clock.now()
        locked.save()
        store.tell(locked)
    return True


def _keep_scans(firm: Firm, part: Part, scans: Scans, take: Take) -> None:
    for name, sha256 in part.scans.items():
        if not sha256 or part.values.get(name, "") not in scans:
            continue
        with NamedTemporaryFile() as draft:
            scans.pour(part.values[name], draft)
            draft.seek(0)
            if hashlib.file_digest(draft, "sha256").hexdigest() != sha256:
                continue
            draft.seek(0)
            take(draft, sha256)
        with tenant.company(firm.company_id):
            Upload.objects.get_or_create(company_id=firm.company_id, firm_id=firm.id, sha256=sha256)


def _hand_in(request: TenantRequest, firm: Firm, row: ImportRow, part: Part) -> None:
    """Hand the row in, or note that it was not taken. What a firm may change of its people it changes."""
    index = indexes(row.company_id, [part])
    ledger = known(row.company_id, *names([part], index), firm_id=firm.id)
    mark = index.get(part.values.get("id_number", ""), "")
    code = part.values.get("hr_code", "") or ledger.by_index.get(mark, "")
    there = ledger.people.get(code)
    try:
        with transaction.atomic():
            if part.kind == "certificate":
                row.row_id = hand_in_certificate(request, firm, part, there, mark).id
                row.made = True
            elif there is None:
                row.row_id = hand_in_person(request, firm, part, mark).id
                row.made = True
            else:
                told: dict[str, str] = {
                    name: part.values[name] for name in ("phone", "trade", "team") if name in part.values
                }
                photo = part.scans.get("photo", "")
                entering.change(request, firm, there.id, {**told, **({"photo": photo} if photo else {})})
                row.person_id = there.id
        row.state = "done"
    except Problem:
        row.state, row.row_id, row.made = "skipped", None, False
        row.findings = [*row.findings, {"code": "own_refused", "at": "name"}]
    row.save()


def _end(one: Import, state: str, **fields: object) -> None:
    with tenant.company(one.company_id):
        locked = store.locked(one.company_id, one.id, "applying")
        if locked is None:
            return
        for name, value in {"state": state, "moved_at": clock.now(), **fields}.items():
            setattr(locked, name, value)
        locked.save()
        store.tell(locked)
