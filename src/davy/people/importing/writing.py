"""Writes workbooks of people: the template, the ledger as it is, and what was wrong with the rows of a file.
What is written is read again: ``reading`` gives the same values back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

import xlsxwriter

from davy.people.importing.cells import guarded, written
from davy.people.importing.columns import KEYS, Column, Sheet, column, sheets, words

__all__ = ["Line", "book", "headed", "report", "table"]

Line = Mapping[str, str]
_ROWS = 2000  # rows that offer their choices
_WIDE = {"day": 13, "identity": 22, "contacts": 30, "file": 24}
_MARK = " *"


@dataclass(frozen=True)
class _Pens:
    head: Any
    text: Any
    day: Any
    bad: Any
    look: Any


def headed(sheet: Sheet) -> list[Column]:
    """The columns of a sheet as they are written: whose row it is in front."""
    own = list(sheet.columns)
    return own if sheet.id == "person" else [*(column(key) for key in KEYS), *own]


def book(out: IO[bytes], lines: Mapping[str, Iterable[Line]], wanted: Sequence[Sheet] | None = None) -> None:
    """A workbook with every sheet, or those wanted; without lines it is the template, with its choices."""
    made = xlsxwriter.Workbook(
        out, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    pens = _pens(made)
    for one in wanted or sheets():
        page = made.add_worksheet(one.zh)
        columns = headed(one)
        _head(page, columns, pens)
        for number, line in enumerate(lines.get(one.id, ()), 1):
            for at, told in enumerate(columns):
                _put(page, (number, at), told, line.get(told.id, ""), pens)
    made.close()


def table(out: IO[bytes], sheet: Sheet, lines: Iterable[Line]) -> None:
    """One sheet as a CSV in UTF-8 with a mark, which Chinese Excel needs."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer, columns = csv.writer(text), headed(sheet)
    writer.writerow([told.zh for told in columns])
    for line in lines:
        writer.writerow([guarded(written(told, line.get(told.id, ""))) for told in columns])
    text.detach()


def report(
    out: IO[bytes], columns: Sequence[str], found: Iterable[tuple[Mapping[str, str], Mapping[str, str]]]
) -> None:
    """The rows of a check, each with what the check said beside it: `found` gives the text of the first
    columns (sheet, row, verdict, what, how to mend) and the values of the row. Mended, it is sent in
    again."""
    made = xlsxwriter.Workbook(
        out, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    pens, page = _pens(made), made.add_worksheet("检查结果")
    told = [column(name) for name in columns]
    front = ("表", "行", "结果", "问题", "怎么改")
    for at, text in enumerate((*front, *(one.zh for one in told))):
        page.set_column(at, at, 40 if text in front[3:] else 14)
        page.write_string(0, at, text, pens.head)
    page.freeze_panes(1, 5)
    for number, (about, values) in enumerate(found, 1):
        pen = (
            pens.bad if about["weight"] == "wrong" else pens.look if about["weight"] == "look" else pens.text
        )
        for at, name in enumerate(("sheet", "row", "verdict", "what", "mend")):
            page.write_string(number, at, about[name], pen)
        for at, one in enumerate(told, len(front)):
            _put(page, (number, at), one, values.get(one.id, ""), pens)
    made.close()


def _pens(made: Any) -> _Pens:
    line = {"border": 1, "border_color": "#D5DAE1"}
    return _Pens(
        head=made.add_format(
            {"bold": True, "bg_color": "#F3F5F7", "text_wrap": True, "valign": "top", **line}
        ),
        text=made.add_format({"num_format": "@"}),
        day=made.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        bad=made.add_format({"num_format": "@", "bg_color": "#FDE8E8", "text_wrap": True, "valign": "top"}),
        look=made.add_format({"num_format": "@", "bg_color": "#FFF7DB", "text_wrap": True, "valign": "top"}),
    )


def _head(page: Any, columns: Sequence[Column], pens: _Pens) -> None:
    page.freeze_panes(1, 2)
    for at, told in enumerate(columns):
        pen = pens.day if told.kind == "day" else pens.text
        page.set_column(at, at, _WIDE.get(told.kind, max(12, 2 * len(told.zh) + 4)), pen)
        page.write_string(0, at, told.zh + (_MARK if told.must else ""), pens.head)
        if told.kind == "choice":
            source = [str(names[0]) for names in words(told.of).values()]
            page.data_validation(1, at, _ROWS, at, {"validate": "list", "source": source})


def _put(page: Any, place: tuple[int, int], told: Column, value: str, pens: _Pens) -> None:
    if not value:
        return
    if told.kind == "day" and len(value) == len("2026-05-01"):
        page.write_datetime(
            *place, datetime.combine(date.fromisoformat(value), datetime.min.time()), pens.day
        )
    else:
        page.write_string(*place, written(told, value), pens.text)
