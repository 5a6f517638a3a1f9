"""A file that a firm sends with its own login, judged as if there were nobody in the plant but its people.

What stands elsewhere is seen by the plant when it confirms, and told to the firm by nothing here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from davy.people.importing.columns import Sheet, sheets
from davy.people.importing.judging import Part, Seen
from davy.people.importing.judging import judge as as_the_plant
from davy.people.importing.known import Known

__all__ = ["MEANINGS", "its_own", "judge", "own_sheets"]

_SHEETS = ("person", "certificate")
_PERSON = ("hr_code", "name", "id_number", "firm", "team", "trade", "phone", "photo")
_FIXED = ("name", "id_number", "firm")
"""What of somebody on the books is the plant's to change."""
_MUST = ("certificate.holder_name", "certificate.valid_to", "certificate.scan")
_BLANKS = str.maketrans("", "", " ·•\u3000")


def own_sheets() -> tuple[Sheet, ...]:
    """The sheets and columns that a firm may fill in."""
    return tuple(
        Sheet(one.id, one.zh, one.en, tuple(c for c in one.columns if one.id != "person" or c.id in _PERSON))
        for one in sheets()
        if one.id in _SHEETS
    )


MEANINGS = frozenset(column.id for sheet in own_sheets() for column in sheet.columns)


def its_own(read: Iterable[Part]) -> list[Part]:
    """The rows of people and certificates, with nothing in them that is not for a firm to say."""
    kept = [part for part in read if part.kind in _SHEETS]
    for part in kept:
        part.values = {name: text for name, text in part.values.items() if name in MEANINGS}
        part.findings = [one for one in part.findings if one["at"] in MEANINGS]
    return [part for part in kept if part.kind != "person" or not _said_before(part, kept)]


def _said_before(part: Part, kept: Iterable[Part]) -> bool:
    """Whether another row says the same of the person and more: a sheet of certificates names whose each
    is."""
    mine = {name: part.values.get(name, "") for name in ("id_number", "hr_code")}
    others = [one for one in kept if one.kind == "person" and one is not part]
    same = [one for one in others if any(text and one.values.get(n) == text for n, text in mine.items())]
    told = part.values.items()
    return any(told <= one.values.items() and (told != one.values.items() or one.n < part.n) for one in same)


def judge(part: Part, known: Known, seen: Seen, index: Mapping[str, str], today: date) -> None:
    """As the plant's own file, with `known` of the firm alone; and what a firm cannot hand in is wrong. A
    staff code that is not of its people is answered the same whether somebody else has it or nobody."""
    if part.values.get("hr_code") and part.values["hr_code"] not in known.people:
        del part.values["hr_code"]
        part.find("own_code", "hr_code")
    if part.kind == "certificate":
        for name in _MUST:
            if not part.values.get(name) and not any(one["at"] == name for one in part.findings):
                part.find("missing", name)
    as_the_plant(part, known, seen, index, today)
    if part.verdict == "change":
        _unchanged(part)
    if part.kind == "certificate":
        _his(part, known, seen)
    if part.wrong:
        part.verdict = "wrong"


def _unchanged(part: Part) -> None:
    if part.kind == "certificate":
        part.find("own_known", "certificate.number")
    for name in part.was:
        if name in _FIXED:
            part.find("own_fixed", name)


def _his(part: Part, known: Known, seen: Seen) -> None:
    now = known.people.get(part.owner)
    name = now.values["name"] if now else seen.newcomers.get(part.owner, "")
    printed = part.values.get("certificate.holder_name", "")
    if name and printed and printed.translate(_BLANKS) != name.translate(_BLANKS):
        part.find("own_holder", "certificate.holder_name")
    if any(one["code"] == "number_not_holder" for one in part.findings):
        part.find("own_number", "certificate.number")
