"""A value out of the letters that stand behind its label. What does not fit the kind is no value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

__all__ = [
    "certificate_number", "days", "identity_number", "item", "name", "number", "plain", "pressure",
]  # fmt: skip

_DAY = re.compile(
    r"((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})"
    r"|((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)"
)
_IDENTITY = re.compile(r"[1-9]\d{16}[\dXx]")
_CERTIFICATE = re.compile(r"[Tt7]?\s*([1-9]\d{16}[\dXx])")
_NAME = re.compile(r"[㐀-鿿\U00020000-\U0003ffff·•]{2,16}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PRESSURE = re.compile(r"(\d{2,3})\s*[/／1|]\s*(\d{2,3})(?!\d)")


def plain(text: str) -> str:
    """Full-width letters made narrow, blanks at the ends and the colon of a label gone."""
    return unicodedata.normalize("NFKC", text).strip(" :;|_.-·")


def name(text: str) -> str | None:
    """A person's name: two to sixteen Chinese letters, blanks between them gone."""
    found = _NAME.match(re.sub(r"\s", "", plain(text)))
    return found.group().replace("•", "·") if found else None


def identity_number(text: str) -> str | None:
    """Eighteen characters that can be a resident's number, whatever its check digit."""
    found = _IDENTITY.search(_letters(text))
    return found.group().upper() if found else None


def certificate_number(text: str) -> str | None:
    """T and a resident's number. The T is put there when the engine took it for a 7 or nothing."""
    found = _CERTIFICATE.search(_letters(text))
    return f"T{found.group(1).upper()}" if found else None


def days(text: str) -> tuple[date, ...]:
    """Every day of the calendar in the text, in its order; what is no day is left out."""
    found = []
    for one in _DAY.finditer(plain(text)):
        year, month, day = (int(part) for part in one.groups() if part is not None)
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(found)


def number(text: str) -> Decimal | None:
    """The first number."""
    found = _NUMBER.search(plain(text))
    try:
        return Decimal(found.group()) if found else None
    except InvalidOperation:  # pragma: no cover - the pattern lets only numbers through
        return None


def pressure(text: str) -> tuple[Decimal, Decimal] | None:
    """Systolic and diastolic, mmHg."""
    found = _PRESSURE.search(plain(text))
    return (Decimal(found.group(1)), Decimal(found.group(2))) if found else None


def item(text: str, items: Sequence[str]) -> tuple[str, bool] | None:
    """The item of the catalogue nearest to the text, and whether the text is it letter by letter. None when
    none is near: more than a third of the letters differ, or two are equally near."""
    told = re.sub(r"\s", "", plain(text))
    if not told:
        return None
    ranked = sorted((_apart(told, one), one) for one in dict.fromkeys(items))
    if not ranked or ranked[0][0] * 3 > max(len(told), len(ranked[0][1])):
        return None
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0] and ranked[0][0] > 0:
        return None
    return ranked[0][1], ranked[0][0] == 0


def _letters(text: str) -> str:
    """Without blanks; O and l inside numbers are what they look like."""
    close = re.sub(r"\s", "", plain(text))
    return close.translate(str.maketrans("OolI×", "0011X"))


def _apart(one: str, other: str) -> int:
    """How many letters must be put in, taken out or changed."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        above, row[0] = row[0], at
        for to, wanted in enumerate(other, start=1):
            above, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, above + (letter != wanted))
    return row[-1]
