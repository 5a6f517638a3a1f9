"""The dry run: reads the file, judges every row, keeps what it found, changes nothing of the ledger.

It begins anew whenever it is begun: a worker that was killed leaves rows of a check that nobody can enter.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.people import vault
from davy.people.importing import bounded, store
from davy.people.importing.columns import column, columns, guessed
from davy.people.importing.judging import Part, Seen, judge, parts
from davy.people.importing.known import known
from davy.people.importing.reading import BadFileError, Table, limit, tables
from davy.people.importing.scans import Scans, TooLargeError, opened
from davy.people.models import Import, ImportRow

__all__ = ["Look", "check", "indexes", "names", "prepare"]

Look = Callable[[Path], bool]
_BATCH, _EVERY = 500, 20
_SCANS = contextmanager(opened)


def prepare(
    company_id: UUID, found: list[Table]
) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """What the file holds, and what its columns are taken to mean. Inside a tenant block."""
    remembered = store.remembered(company_id)
    mapping = {t.name: {str(at): name for at, name in guessed(t.headings, remembered).items()} for t in found}
    told = [
        {
            "name": t.name,
            "headings": t.headings[: limit("columns")],
            "rows": len(t.rows),
            "head_row": t.head_row,
        }
        for t in found
    ]
    return told, mapping


def check(company_id: UUID, import_id: UUID, today: date, look: Look) -> None:
    """Judge every row of an import that is ``checking``. `look`: whether a file is a picture that opens.
    Opens its own tenant blocks; a file that cannot be read leaves it ``failed`` with the reason."""
    try:
        with _SCANS(store.where(company_id, import_id, "scans")) as scans:
            found = tables(store.where(company_id, import_id, "sheet"))
            _begin(company_id, import_id, found)
            judged = _judged(company_id, import_id, found, scans, today=today, look=look)
            _keep(company_id, import_id, judged)
    except (BadFileError, FileNotFoundError) as error:
        code = error.code if isinstance(error, BadFileError) else "import_empty"
        values = error.values if isinstance(error, BadFileError) else {}
        _move(company_id, import_id, "failed", problem={"code": code, "values": values})


def _begin(company_id: UUID, import_id: UUID, found: list[Table]) -> None:
    with tenant.company(company_id):
        one = store.locked(company_id, import_id, "checking")
        if one is None:
            return
        if one.firm_id is not None and sum(len(table.rows) for table in found) > limit("firm_rows"):
            raise BadFileError("import_too_long", most=limit("firm_rows"))
        told, mapping = prepare(company_id, found)
        one.sheets, one.mapping = told, one.mapping or mapping
        one.moved_at, one.done, one.problem = clock.now(), 0, None
        one.total = sum(len(table.rows) for table in found)
        one.save()
        ImportRow.objects.filter(company_id=company_id, import_id=import_id).delete()
        store.tell(one)


def _judged(
    company_id: UUID, import_id: UUID, found: list[Table], scans: Scans, *, today: date, look: Look
) -> list[Part]:
    with tenant.company(company_id):
        one = Import.objects.get(company_id=company_id, id=import_id)
        read = list(parts(found, one.mapping))
        if one.firm_id is not None:
            read = bounded.its_own(read)
        index = indexes(company_id, read)
        ledger = known(company_id, *names(read, index), firm_id=one.firm_id)
    for part in read:
        _find_scans(part, scans)
    _look_at(read, scans, look, lambda: _beat(company_id, import_id))
    seen, judging = Seen(), judge if one.firm_id is None else bounded.judge
    for part in sorted(read, key=lambda one: (store.PHASES[one.kind], one.n)):
        judging(part, ledger, seen, index, today)
    return read


def indexes(company_id: UUID, read: Iterable[Part]) -> dict[str, str]:
    """Identity number → its keyed hash."""
    numbers = {part.values["id_number"] for part in read if part.values.get("id_number")}
    return {number: vault.index(number, company_id) for number in numbers}


def names(read: Iterable[Part], index: dict[str, str]) -> tuple[set[str], set[str], set[str]]:
    """Staff codes, keyed identity numbers and numbers of certificates that the rows name."""
    codes, numbers = set[str](), set[str]()
    for part in read:
        codes |= {part.values.get("hr_code", "")} - {""}
        numbers |= {part.values.get("certificate.number", "")} - {""}
    codes |= {f"R{mark[1:9].upper()}" for mark in index.values()}
    return codes, set(index.values()), numbers


def _find_scans(part: Part, scans: Scans) -> None:
    """The files that a row names, or that are called as its certificate or its person is."""
    for name, one in columns().items():
        if one.kind != "file" or one.group != part.kind or part.values.get(name):
            continue
        number, code = part.values.get("certificate.number", ""), part.values.get("hr_code", "")
        item, who = part.values.get("certificate.item", ""), part.values.get("name", "")
        if part.kind == "certificate" and number:
            called = scans.called(f"{number}_{item}", f"{number}-{item}", number)
        elif part.kind == "person":
            called = scans.called(code, f"{code}_{who}", f"{code}{who}")
        else:
            called = ""
        if called:
            part.values[name] = called


def _beat(company_id: UUID, import_id: UUID) -> None:
    """Somebody is still at it."""
    with tenant.company(company_id):
        Import.objects.filter(company_id=company_id, id=import_id).update(moved_at=clock.now())


def _look_at(read: list[Part], scans: Scans, look: Look, beat: Callable[[], None]) -> None:
    """Open every scan once; its hash tells whether the ledger has it already."""
    told: dict[str, tuple[str, str]] = {}
    for part in read:
        for name in [name for name in part.values if column(name).kind == "file"]:
            text = part.values[name]
            if text not in scans:
                part.find("scan_missing", name)
            else:
                if text not in told:
                    told[text] = _seen(text, scans, look)
                    if len(told) % _EVERY == 0:
                        beat()
                code, sha256 = told[text]
                if code:
                    part.find(code, name)
                part.scans[name] = sha256


def _seen(name: str, scans: Scans, look: Look) -> tuple[str, str]:
    with NamedTemporaryFile() as draft:
        try:
            scans.pour(name, draft)
        except TooLargeError:
            return "scan_large", ""
        except BadFileError:
            return "scan_bad", ""
        path = Path(draft.name)
        return ("" if look(path) else "scan_bad"), hashlib.sha256(path.read_bytes()).hexdigest()


def _keep(company_id: UUID, import_id: UUID, judged: list[Part]) -> None:
    for batch in store.batches(judged, _BATCH):
        with tenant.company(company_id):
            one = store.locked(company_id, import_id, "checking")
            if one is None:
                return
            ImportRow.objects.bulk_create([store.row_of(company_id, import_id, part) for part in batch])
            one.done, one.moved_at = one.done + len(batch), clock.now()
            one.total = len(judged)
            one.save()
            store.tell(one)
    counts = Counter(part.verdict for part in judged)
    _move(company_id, import_id, "checked", counts=dict(counts))


def _move(company_id: UUID, import_id: UUID, state: str, **fields: object) -> None:
    with tenant.company(company_id):
        one = store.locked(company_id, import_id, "checking")
        if one is None:
            return
        for name, value in {"state": state, "moved_at": clock.now(), **fields}.items():
            setattr(one, name, value)
        one.save()
        store.tell(one)
