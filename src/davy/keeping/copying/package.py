"""Makes the copy: a ZIP that is written as it is read, so that it lies nowhere but with whom it is for.

`data.json` what the registers keep, `records.jsonl` what he did and what was written of him, one event a
line, `positions.jsonl` what instruments measured while he wore them, `files/` his photo, voice, handwriting
and the scans of his papers, `index.html` all of it for people to read.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any
from uuid import UUID

from davy.attachments import files
from davy.attachments.pouring import Pouring
from davy.db import rows, tenant
from davy.keeping import traces
from davy.keeping.copying import acts, page, tables
from davy.keeping.copying.others import Others
from davy.people import queries as people

__all__ = ["copy"]

_PART = 1 << 20
_READINGS = 5000
_WORN = """
SELECT instrument_id, from_at, coalesce(until_at, %(now)s) AS until_at FROM instruments_binding
WHERE company_id = %(company)s AND person_id = %(person)s ORDER BY from_at, id
"""
_MEASURED = """
SELECT taken_at, boot, seq, channels FROM readings_reading WHERE company_id = %(company)s
  AND instrument_id = %(instrument)s AND taken_at >= %(from)s AND taken_at < %(until)s
  AND (taken_at, boot, seq) > (%(after)s, %(boot)s, %(seq)s)
ORDER BY taken_at, boot, seq LIMIT %(most)s
"""


@dataclass
class _Writing:
    """Whom it is about, and what went in so far."""

    company: UUID
    person: UUID
    name: str
    now: datetime
    archive: zipfile.ZipFile
    out: Pouring
    files: set[str] = field(default_factory=set)
    data: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    shown: list[Mapping[str, Any]] = field(default_factory=list)
    records: int = 0
    readings: int = 0


def copy(company_id: UUID, company: str, person_id: UUID, now: datetime) -> Iterator[bytes]:
    """The parts of the ZIP. What the registers keep is read before the first part is handed over, so that a
    lost key is told as a refusal and not as half a file. Raises LostKeyError then. Opens its own tenant
    blocks, none while a part is handed over."""
    out = Pouring()
    writing = _Writing(company_id, person_id, "", now, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED), out)
    with tenant.company(company_id):
        writing.name = people.names(company_id, [person_id])[str(person_id)]
        accounts = traces.accounts_of(company_id, person_id)
        others = Others(company_id, person_id, writing.name, accounts)
        for table in tables.judged().values():
            if not table.none:
                found = list(tables.kept_in(company_id, person_id, table, others))
                writing.data[table.name] = found
                writing.files |= {
                    row[column.name] for column in table.told if column.kind == "file" for row in found
                } - {""}
        events = acts.named(company_id, person_id)
    return _written(writing, company, events, others)


def _written(writing: _Writing, company: str, events: list[UUID], others: Others) -> Iterator[bytes]:
    about = {"v": 1, "company": company, "person": writing.name, "at": writing.now, "tables": writing.data}
    yield from _put(writing, "data.json", _json(about, indent=1))
    yield from _records(writing, events, others)
    yield from _positions(writing)
    there: list[str] = []
    for digest in sorted(writing.files):
        yield from _file(writing, digest, there)
    told = page.Told(company, writing.name, writing.now, writing.data, writing.records, writing.shown,
                     writing.readings, there)  # fmt: skip
    yield from _put(writing, "index.html", page.page(told).encode())
    writing.archive.close()
    yield writing.out.poured()


def _records(writing: _Writing, events: list[UUID], others: Others) -> Iterator[bytes]:
    with _opened(writing, "records.jsonl") as target:
        pages = acts.acts(writing.company, writing.person, events, others)
        while True:
            with tenant.company(writing.company):
                found = next(pages, None)
            if found is None:
                break
            for act in found:
                target.write(_json(act.told) + b"\n")
                writing.files.update(act.files)
            writing.records += len(found)
            writing.shown = [*writing.shown, *(act.told for act in found)][-page.MOST :]
            yield writing.out.poured()
    yield writing.out.poured()


def _positions(writing: _Writing) -> Iterator[bytes]:
    with tenant.company(writing.company):
        asked = {"company": writing.company, "person": writing.person, "now": writing.now}
        worn = rows.many(_WORN, asked)
    with _opened(writing, "positions.jsonl") as target:
        for one in worn:
            for found in _measured(writing.company, one):
                writing.readings += len(found)
                for row in found:
                    told = {"at": row["taken_at"], "channels": _parsed(row["channels"])}
                    target.write(_json(told) + b"\n")
                yield writing.out.poured()
    yield writing.out.poured()


def _measured(company_id: UUID, worn: Mapping[str, Any]) -> Iterator[list[dict[str, Any]]]:
    asked = {
        "company": company_id,
        "instrument": worn["instrument_id"],
        "from": worn["from_at"],
        "until": worn["until_at"],
        "most": _READINGS,
    }
    after: dict[str, Any] = {"after": worn["from_at"], "boot": "", "seq": -1}
    while True:
        with tenant.company(company_id):
            found = rows.many(_MEASURED, {**asked, **after})
        if found:
            yield found
        if len(found) < _READINGS:
            return
        after = {"after": found[-1]["taken_at"], "boot": found[-1]["boot"], "seq": found[-1]["seq"]}


def _file(writing: _Writing, digest: str, there: list[str]) -> Iterator[bytes]:
    """The original as it was handed in. One that is gone is left out."""
    try:
        held = files.opened(writing.company, digest)
    except FileNotFoundError:
        return
    with held as source:
        first = source.read(_PART)
        name = f"files/{digest}{_ending(first)}"
        with _opened(writing, name, zipfile.ZIP_STORED) as target:
            part = first
            while part:
                target.write(part)
                yield writing.out.poured()
                part = source.read(_PART)
    there.append(name)
    yield writing.out.poured()


def _ending(head: bytes) -> str:
    """By which a computer opens it."""
    if head.startswith(b"\xff\xd8"):
        return ".jpg"
    if head.startswith(b"\x89PNG"):
        return ".png"
    if head[:4] == b"RIFF":
        return ".webp" if head[8:12] == b"WEBP" else ".wav"
    return ".webm" if head.startswith(b"\x1aE\xdf\xa3") else ".ogg" if head.startswith(b"OggS") else ".bin"


@contextmanager
def _opened(writing: _Writing, name: str, way: int = zipfile.ZIP_DEFLATED) -> Iterator[IO[bytes]]:
    at = writing.now
    info = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    info.compress_type = way
    with writing.archive.open(info, "w", force_zip64=True) as target:
        yield target


def _put(writing: _Writing, name: str, content: bytes) -> Iterator[bytes]:
    with _opened(writing, name) as target:
        target.write(content)
    yield writing.out.poured()


def _parsed(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


def _json(told: object, indent: int | None = None) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=indent, default=_plain).encode()


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
