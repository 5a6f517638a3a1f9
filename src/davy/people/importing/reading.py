"""Takes a workbook or a table apart, whoever sent it. Nothing in it is run, followed or believed.

A workbook is a ZIP: its real size is counted while it is unpacked, macros and links to elsewhere are refused,
and rows are read one by one, so that a sheet of a million rows ends at the limit and not in memory.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from davy.people.importing.columns import contract

__all__ = ["BadFileError", "Table", "limit", "tables"]

_OLD = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PART = 1 << 20
_HEAD = 10
"""Rows at the top within which the headings are looked for: people put a title above them."""


class BadFileError(Exception):
    """The file as a whole cannot be read; the refusal by its code, and what it names."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


@dataclass
class Table:
    """One sheet: its headings, in which row they stand (1 = first), and the rows below, each with its
    number."""

    name: str
    headings: list[str]
    head_row: int
    rows: list[tuple[int, Sequence[object]]] = field(default_factory=list)


def limit(name: str) -> int:
    """A limit of contracts/importing.yaml."""
    return int(contract()["limits"][name])


def tables(path: Path) -> list[Table]:
    """Every sheet that has rows. Raises BadFileError."""
    with path.open("rb") as file:
        head = file.read(8)
    if not head:
        raise BadFileError("import_empty")
    if head.startswith(_OLD):
        raise BadFileError("import_old_form")  # .xls, or a workbook closed with a password
    found = list(_book(path)) if head.startswith(_ZIP) else [_csv(path)]
    kept = [table for table in found if table.rows]
    if not kept:
        raise BadFileError("import_empty")
    if sum(len(table.rows) for table in kept) > limit("rows"):
        raise BadFileError("import_too_long", most=limit("rows"))
    return kept


def _book(path: Path) -> Iterator[Table]:
    _look_into(path)
    left = limit("rows")
    try:
        with path.open("rb") as file:  # by its name openpyxl would believe the ending
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
            for sheet in book.worksheets:
                if sheet.sheet_state != "visible":
                    continue
                sheet.reset_dimensions()
                table = _below(sheet.title, _cells(sheet), left)
                left -= len(table.rows)
                yield table
    except (InvalidFileException, KeyError, ValueError, TypeError, ParseError, zipfile.BadZipFile) as error:
        # Whatever stands in a file that only looks like a workbook: openpyxl tells it in many ways.
        raise BadFileError("import_unreadable") from error


def _cells(sheet: Any) -> Iterator[tuple[int, Sequence[object]]]:
    most = limit("columns")
    yield from enumerate(sheet.iter_rows(values_only=True, max_col=most), 1)


def _look_into(path: Path) -> None:
    """Raises BadFileError for what is no plain workbook, and for one that grows beyond its limit."""
    most, size = limit("unpacked_mb") << 20, 0
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info.filename for info in archive.infolist()]
            if len(names) > 1000 or "xl/workbook.xml" not in names:
                raise BadFileError("import_unreadable")
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise BadFileError("import_macros")
            for info in archive.infolist():
                with archive.open(info) as part:
                    while chunk := part.read(_PART):
                        size += len(chunk)
                        if size > most:
                            raise BadFileError("import_bomb", most=limit("unpacked_mb"))
                        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                            raise BadFileError("import_unreadable")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise BadFileError("import_unreadable") from error


def _csv(path: Path) -> Table:
    raw = path.read_bytes()
    text = _decoded(raw)
    if "\0" in text:
        raise BadFileError("import_unreadable")
    first = text[: text.find("\n")] if "\n" in text else text
    separator = max(",;\t", key=first.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return _below("", enumerate(lines, 1), limit("rows"))
    except csv.Error as error:
        raise BadFileError("import_unreadable") from error


def _decoded(raw: bytes) -> str:
    """UTF-8 when it is, with or without a mark; else GB18030, which Chinese Excel writes."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFileError("import_encoding")


def _below(name: str, rows: Iterator[tuple[int, Sequence[object]]], left: int) -> Table:
    """The headings are the first row with at least two words among the first ten; rows without anything are
    passed over. Raises BadFileError beyond the limit."""
    table: Table | None = None
    for number, cells in rows:
        filled = [cell for cell in cells if cell not in (None, "")]
        if table is None:
            if len(filled) >= 2 and all(isinstance(cell, str) for cell in filled):
                table = Table(name, [str(cell or "").strip() for cell in cells], number)
            elif number > _HEAD:
                break
            continue
        if number - table.head_row > limit("rows") * 10:
            raise BadFileError("import_too_long", most=limit("rows"))
        if filled:
            table.rows.append((number, cells))
            if len(table.rows) > left:
                raise BadFileError("import_too_long", most=limit("rows"))
    return table or Table(name, [], 0)
