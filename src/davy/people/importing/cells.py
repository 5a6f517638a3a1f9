"""What one cell says, as plain text: days as 2026-05-01, choices by code. Pure.

A spreadsheet gives a text, a number, a day or a truth value. What cannot be meant is a finding by its code,
and never a guess.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from davy.people import identity
from davy.people.importing.columns import Column, words

__all__ = ["FORMULA", "BadCellError", "bare", "guarded", "read", "written"]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_EPOCH, _FIRST, _LAST = date(1899, 12, 30), 10_000, 80_000  # days of a spreadsheet: 1927 to 2119
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[\sT]+[\d:.]+)?")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PART = re.compile(r"\d{2,4}\s*[-/.年]\s*\d{1,2}\s*月?(?:\s*[-/.]\s*\d{1,2})?|\d{4}\s*年?")
_PHONE = re.compile(r"\+?\d[\d -]{4,30}")
_ENDLESS = {"长期", "永久", "无限期", "长期有效", "永久有效"}
_EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number
_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")


class BadCellError(ValueError):
    """The cell cannot be meant so; the finding by its code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read(column: Column, cell: object) -> str:
    """What the cell says for this column; empty when it says nothing. Raises BadCellError."""
    if column.kind == "day":
        return _day(cell)
    text = _text(cell)
    if not text or "*" in text:
        return ""  # a masked value of an export says nothing
    found = _READ[column.kind](column, text)
    if column.most and column.kind != "number" and len(found) > column.most:
        raise BadCellError("too_long")
    return found


def written(column: Column, value: str) -> str:
    """The value as a workbook tells it: the first word of a choice, everything else as it is."""
    return str(words(column.of)[value][0]) if column.kind == "choice" and value else value


def guarded(text: str) -> str:
    """The text for a CSV, where nothing of it is taken for a formula. ``bare`` gives it back."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def bare(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        if abs(cell) >= _EXACT:
            raise BadCellError("number_rounded")
        return str(int(cell)) if float(cell).is_integer() else repr(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    text = bare(unicodedata.normalize("NFC", str(cell)).strip())
    if text.startswith("="):
        raise BadCellError("formula")
    if text in _ERRORS:
        raise BadCellError("cell_error")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Cn", "Co"} for letter in text.replace("\n", " ")):
        raise BadCellError("characters")
    return re.sub(r"\s*\n\s*", " ", text)


def _day(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not math.isfinite(cell):
            raise BadCellError("day")
        solid = _SOLID.fullmatch(str(int(cell)))
        return _serial(cell) if solid is None else _of(*solid.groups())
    text = unicodedata.normalize("NFKC", _text(cell)).strip()
    if not text or "*" in text or text in {"-", "/", "无"}:
        return ""
    if text in _ENDLESS:
        raise BadCellError("day_endless")
    found = _DAY.fullmatch(text) or _SOLID.fullmatch(text)
    if found is not None:
        return _of(*found.groups())
    if text.isdecimal() and len(text) == len(str(_LAST)):
        return _serial(int(text))
    raise BadCellError("day_part" if _PART.fullmatch(text) else "day")


def _serial(number: float) -> str:
    if not _FIRST <= number <= _LAST:
        raise BadCellError("day")
    return (_EPOCH + timedelta(days=int(number))).isoformat()


def _of(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise BadCellError("day") from None


def _plain(_column: Column, text: str) -> str:
    return text


def _choice(column: Column, text: str) -> str:
    for code, names in words(column.of).items():
        if _loose(text) in {_loose(str(name)) for name in (code, *names)}:
            return code
    raise BadCellError("choice")


def _loose(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()


def _identity(_column: Column, text: str) -> str:
    try:
        return identity.normal(unicodedata.normalize("NFKC", text))
    except identity.InvalidIdNumberError:
        raise BadCellError("identity") from None


def _phone(_column: Column, text: str) -> str:
    if not _PHONE.fullmatch(unicodedata.normalize("NFKC", text)):
        raise BadCellError("phone")
    return unicodedata.normalize("NFKC", text)


def _number(column: Column, text: str) -> str:
    try:
        found = Decimal(unicodedata.normalize("NFKC", text))
    except InvalidOperation:
        raise BadCellError("number") from None
    if not found.is_finite() or not 0 <= found <= column.most:
        raise BadCellError("number")
    return format(found.quantize(Decimal("0.1")), "f")


def _contacts(_column: Column, text: str) -> str:
    """Name/relation/telephone, several with a semicolon between; as they are written."""
    people = [one for one in re.split(r"[;；]", unicodedata.normalize("NFKC", text)) if one.strip()]
    parts = [[part.strip() for part in one.split("/")] for one in people]
    if not parts or len(parts) > 5:
        raise BadCellError("contacts")
    for one in parts:
        if len(one) != 3 or not one[0] or not _PHONE.fullmatch(one[2]) or max(map(len, one)) > 32:
            raise BadCellError("contacts")
    return "; ".join("/".join(one) for one in parts)


def _file(_column: Column, text: str) -> str:
    """The name of a file, wherever in the ZIP it lies."""
    return unicodedata.normalize("NFC", re.split(r"[\\/]", text)[-1])


_READ: Mapping[str, Callable[[Column, str], str]] = {
    "text": _plain,
    "firm": _plain,
    "unit": _plain,
    "choice": _choice,
    "identity": _identity,
    "phone": _phone,
    "number": _number,
    "contacts": _contacts,
    "file": _file,
}
