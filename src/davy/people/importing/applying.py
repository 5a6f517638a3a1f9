"""Enters the rows that were chosen, a batch in a transaction. Killed at any place it goes on where it was: a
row is entered and marked as entered together, or neither."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from tempfile import NamedTemporaryFile
from typing import IO
from uuid import UUID

from django.db import IntegrityError

from davy import clock
from davy.db import tenant
from davy.people.importing import store
from davy.people.importing.checking import indexes, names
from davy.people.importing.entering import Entering, Hold
from davy.people.importing.judging import Part, Seen, judge
from davy.people.importing.known import Known, known, told
from davy.people.importing.scans import Scans, opened
from davy.people.models import Import, ImportRow

__all__ = ["Take", "apply"]

Take = Callable[[IO[bytes], str], None]
"""Stores a scan under its SHA-256 before a row shows it."""
BATCH = 200
_SCANS = contextmanager(opened)
_AGAIN = 3


def apply(company_id: UUID, import_id: UUID, today: date, take: Take, hold: Hold) -> None:
    """Enter every row of an import that is ``applying``. Opens its own tenant blocks."""
    with _SCANS(store.where(company_id, import_id, "scans")) as scans:
        left = True
        while left:
            _take_scans(company_id, import_id, scans, take)
            left = _again(company_id, import_id, today, hold)
    with tenant.company(company_id):
        one = store.locked(company_id, import_id, "applying")
        if one is not None:
            one.state, one.applied_at, one.moved_at = "applied", clock.now(), clock.now()
            one.save()
            store.tell(one)
    store.discard(company_id, import_id)


def _again(company_id: UUID, import_id: UUID, today: date, hold: Hold) -> bool:
    """One batch; somebody at the desk may enter the same person meanwhile, then it is judged anew."""
    for tried in range(_AGAIN):
        try:
            return _batch(company_id, import_id, today, hold)
        except IntegrityError:
            if tried == _AGAIN - 1:
                raise
    return False


def _next(company_id: UUID, import_id: UUID) -> list[ImportRow]:
    """The next rows of one phase: what is entered together sees what was entered before."""
    waiting = ImportRow.objects.filter(company_id=company_id, import_id=import_id, state="waiting")
    found = list(waiting.order_by("phase", "n")[:BATCH])
    return [row for row in found if row.phase == found[0].phase]


def _take_scans(company_id: UUID, import_id: UUID, scans: Scans, take: Take) -> None:
    """Store the scans of the next rows; stored twice is stored once."""
    with tenant.company(company_id):
        parts = [store.part_of(row) for row in _next(company_id, import_id) if row.choice == "take"]
    for part in parts:
        for name, sha256 in part.scans.items():
            if not sha256 or part.values[name] not in scans:
                continue
            with NamedTemporaryFile() as draft:
                scans.pour(part.values[name], draft)
                draft.seek(0)
                if hashlib.file_digest(draft, "sha256").hexdigest() == sha256:
                    draft.seek(0)
                    take(draft, sha256)


def _batch(company_id: UUID, import_id: UUID, today: date, hold: Hold) -> bool:
    """Enter the next rows; whether there were any."""
    with tenant.company(company_id):
        one = store.locked(company_id, import_id, "applying")
        rows = _next(company_id, import_id) if one is not None else []
        if one is None or not rows:
            return False
        parts = [store.part_of(row) for row in rows]
        index = indexes(company_id, parts)
        ledger = known(company_id, *names(parts, index))
        entering, seen = Entering(company_id, one.account_id, ledger, hold), Seen()
        for row, part in zip(rows, parts, strict=True):
            if row.phase == 2 and seen.rows:
                break
            judge(part, ledger, seen, index, today)
            _enter(row, part, ledger, entering)
        entering.flush()
        changed = ["state", "person_id", "row_id", "made", "findings", "sealed"]
        ImportRow.objects.bulk_update([row for row in rows if row.state != "waiting"], changed)
        _count(one, import_id)
    return True


def _enter(row: ImportRow, part: Part, ledger: Known, entering: Entering) -> None:
    row.state = "skipped"
    if row.choice != "take":
        return
    if part.verdict == "wrong" or (row.verdict != "double" and part.verdict not in {row.verdict, "same"}):
        row.findings = [*part.findings, {"code": "changed_since", "at": "hr_code"}]
        return
    row.state = "done"
    if part.verdict == "same":
        return
    if part.verdict == "new":
        row.row_id, row.person_id = entering.make(part)
        row.made = True
        return
    key = told(part.kind, part.owner, part.values) if part.kind != "person" else ()
    now = ledger.people[part.owner] if part.kind == "person" else ledger.papers[key]
    if row.verdict != "double" and part.was != store.opened(row)["was"]:
        row.state, row.findings = "skipped", [*part.findings, {"code": "changed_since", "at": "hr_code"}]
        return
    row.row_id = now.id
    row.person_id, wrote = entering.change(part, now.id)
    row.sealed = store.sealed(row.company_id, row.import_id, part, wrote)


def _count(one: Import, import_id: UUID) -> None:
    rows = ImportRow.objects.filter(company_id=one.company_id, import_id=import_id)
    one.done, one.moved_at = rows.exclude(state="waiting").count(), clock.now()
    one.total = rows.count()
    one.save()
    store.tell(one)
