"""A table as a sheet to take away: CSV or XLSX, the one way for every export.

What a spreadsheet would take for a formula is text in both. Instants are those of the plant's clocks, to the
minute; in XLSX they are dates and numbers are numbers, and a second sheet says what the table is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Literal
from zoneinfo import ZoneInfo

import xlsxwriter

__all__ = ["Cell", "Format", "Table", "media_type", "write"]

Format = Literal["csv", "xlsx"]
Cell = str | int | datetime | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60
_TYPES: Mapping[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Table:
    """What is written: a name for the sheet, headings, lines of as many cells, and what there is to say about
    it: label and text."""

    name: str
    headings: Sequence[str]
    lines: Iterable[Sequence[Cell]]
    about_name: str = ""
    about: Sequence[tuple[str, Cell]] = ()


def media_type(form: Format) -> str:
    """The content type of a sheet."""
    return _TYPES[form]


def write(table: Table, out: IO[bytes], form: Format, *, zone: ZoneInfo) -> int:
    """Write the table line by line, so that a long one takes no more memory than a short one; how many lines
    there were. Instants are told in `zone`."""
    return _csv(table, out, zone) if form == "csv" else _xlsx(table, out, zone)


def _csv(table: Table, out: IO[bytes], zone: ZoneInfo) -> int:
    """UTF-8 with a byte order mark, which spreadsheets need for Chinese."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([_spelled(heading, zone) for heading in table.headings])
    count = 0
    for line in table.lines:
        writer.writerow([_spelled(cell, zone) for cell in line])
        count += 1
    text.flush()
    text.detach()
    return count


def _spelled(cell: Cell, zone: ZoneInfo) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def _xlsx(table: Table, out: IO[bytes], zone: ZoneInfo) -> int:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    pen = _Pen(
        zone=zone,
        head=book.add_format({"bold": True, "bg_color": "#F3F5F7", "border": 1, "border_color": "#D5DAE1"}),
        when=book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        text=book.add_format({"num_format": "@"}),
    )
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    for at, heading in enumerate(table.headings):
        sheet.set_column(at, at, min(max(14, 2 * len(heading) + 2), _WIDEST))
        sheet.write_string(0, at, heading, pen.head)
    count = 0
    for line in table.lines:
        count += 1
        for at, cell in enumerate(line):
            pen.put(sheet, (count, at), cell)
    sheet.autofilter(0, 0, count, max(len(table.headings) - 1, 0))
    if table.about:
        _about(book.add_worksheet(table.about_name), table, pen)
    book.close()
    return count


def _about(sheet: Any, table: Table, pen: _Pen) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, _WIDEST)
    for at, (label, cell) in enumerate(table.about):
        sheet.write_string(at, 0, label, pen.head)
        pen.put(sheet, (at, 1), cell)


@dataclass(frozen=True)
class _Pen:
    """How cells of each kind are written."""

    zone: ZoneInfo
    head: Any
    when: Any
    text: Any

    def put(self, sheet: Any, place: tuple[int, int], cell: Cell) -> None:
        if isinstance(cell, datetime):
            # A spreadsheet knows no time zones: it is told the wall clock of the plant.
            sheet.write_datetime(*place, cell.astimezone(self.zone).replace(tzinfo=None), self.when)
        elif isinstance(cell, int):
            sheet.write_number(*place, cell)
        elif cell is not None:
            sheet.write_string(*place, cell, self.text)
