"""What a picture proposes for each field of a document, and what speaks against it. A person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from davy_core.papers import resident
from davy_core.papers.catalogue import Catalogue, governing, later
from davy_core.scans import values
from davy_core.scans.documents import Document, Documents, Field
from davy_core.scans.pieces import Box, Line
from davy_core.scans.places import Told, told

__all__ = ["DOUBTS", "Holder", "Proposal", "kind_of", "propose"]

DOUBTS = (
    "unread", "unsure", "check_digit", "nearest", "not_in_catalogue", "out_of_range", "dates_disagree",
    "in_future", "other_person", "other_number",
)  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    """`value` as it would be entered (a day as YYYY-MM-DD, numbers in the unit of the document), None when
    it could not be read. `box`: where, pixels. `doubts`: codes of DOUBTS; with any of them a person must
    look."""

    name: str
    value: str | None
    box: Box | None = None
    sure: float = 0.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Holder:
    """Whom the register says the document belongs to. `owns`: whether a resident's number is his; None: his
    is not known."""

    name: str
    owns: Callable[[str], bool] | None = None


def kind_of(documents: Documents, lines: Sequence[Line]) -> str | None:
    """Which document the picture shows, by its title; None when no title is on it."""
    text = "".join(line.text for line in lines).replace(" ", "")
    for code, document in documents.by_code.items():
        if any(title in text for title in document.titles):
            return code
    return None


def propose(
    documents: Documents,
    document: Document,
    lines: Sequence[Line],
    *,
    items: Sequence[str],
    catalogues: Sequence[Catalogue],
    today: date,
    holder: Holder | None = None,
) -> tuple[Proposal, ...]:
    """A proposal for every field, in the order of the document; those a document must have and that were
    not read come without a value. `items`: what may stand on a
    certificate; `catalogues` tell its periods; `today`: nothing was issued after it."""
    places = told(document, lines)
    found: list[Proposal] = []
    for field in document.fields:
        place = places.get(field.name)
        read = _read(documents, field, place, items) if place else []
        found += [_sure(documents, one) for one in read] or _unread(field)
    seen = {one.name: one for one in found}
    catalogue = governing(catalogues, document.code, _begun(seen), today)
    marks = {**_dates(catalogue, seen, today), **(_person(seen, holder) if holder else {})}
    return tuple(replace(one, doubts=one.doubts + marks.get(one.name, ())) for one in found)


def _unread(field: Field) -> list[Proposal]:
    return [Proposal(name, None, doubts=("unread",)) for name in _names(field)] if field.must else []


def _names(field: Field) -> tuple[str, ...]:
    return (f"{field.name}_from", f"{field.name}_to") if field.kind == "days" else (field.name,)


def _read(documents: Documents, field: Field, place: Told, items: Sequence[str]) -> list[Proposal]:
    at = Proposal(field.name, None, place.box, place.sure)
    if field.kind == "days":
        return _days(field, at, values.days(place.text))
    if field.kind == "item":
        return _item(at, place.text, items)
    if field.kind == "pressure":
        return _pressure(documents, at, place.text)
    text = _simple(field.kind, place.text)
    if text is None:
        return []
    doubts: tuple[str, ...] = ()
    if field.kind in {"identity_number", "certificate_number"} and not resident.fits(text[-18:]):
        doubts = ("check_digit",)
    number = values.number(text) if field.within else None
    if field.within and number is not None and not field.within[0] <= number <= field.within[1]:
        doubts = ("out_of_range",)
    return [replace(at, value=text, doubts=doubts)]


def _simple(kind: str, text: str) -> str | None:
    if kind in {"day", "last_day"}:
        found = values.days(text)
        return found[-1 if kind == "last_day" else 0].isoformat() if found else None
    if kind == "number":
        number = values.number(text)
        return None if number is None else str(number)
    readers: dict[str, Callable[[str], str | None]] = {
        "name": values.name,
        "identity_number": values.identity_number,
        "certificate_number": values.certificate_number,
        "text": lambda told: values.plain(told) or None,
    }
    return readers[kind](text)


def _days(field: Field, at: Proposal, days: Sequence[date]) -> list[Proposal]:
    """One day alone is the last one: 有效期至."""
    first, last = _names(field)
    if not days:
        return []
    end = replace(at, name=last, value=days[-1].isoformat())
    return [end] if len(days) == 1 else [replace(at, name=first, value=days[0].isoformat()), end]


def _item(at: Proposal, text: str, items: Sequence[str]) -> list[Proposal]:
    near = values.item(text, items)
    if near is None:
        return [replace(at, value=values.plain(text), doubts=("not_in_catalogue",))]
    return [replace(at, value=near[0], doubts=() if near[1] else ("nearest",))]


def _pressure(documents: Documents, at: Proposal, text: str) -> list[Proposal]:
    found = values.pressure(text)
    if found is None:
        return []
    fits = all(low <= one <= high for one, (low, high) in zip(found, documents.pressure, strict=True))
    doubts = () if fits and found[0] > found[1] else ("out_of_range",)
    return [replace(at, value=f"{found[0]}/{found[1]}", doubts=doubts)]


def _sure(documents: Documents, one: Proposal) -> Proposal:
    return one if one.sure >= documents.sure else replace(one, doubts=(*one.doubts, "unsure"))


def _day(seen: Mapping[str, Proposal], name: str) -> date | None:
    one = seen.get(name)
    return date.fromisoformat(one.value) if one is not None and one.value else None


def _begun(seen: Mapping[str, Proposal]) -> date | None:
    return _day(seen, "valid_from") or _day(seen, "issued_at")


def _dates(
    catalogue: Catalogue | None, seen: Mapping[str, Proposal], today: date
) -> dict[str, tuple[str, ...]]:
    """A first day swallowed by the engine makes the last one the first: the arithmetic of the periods
    tells."""
    valid, reviewed = (catalogue.valid_months, catalogue.review_months) if catalogue else (None, None)
    begin, end, review = (_day(seen, name) for name in ("valid_from", "valid_to", "review_due"))
    marks: dict[str, tuple[str, ...]] = {}
    if begin and end and (end <= begin or not _apart(begin, end, valid)):
        marks |= dict.fromkeys(("valid_from", "valid_to"), ("dates_disagree",))
    if begin and review and not (begin < review and _apart(begin, review, reviewed)):
        marks["review_due"] = ("dates_disagree",)
    for name in ("issued_at", "reviewed_at", "valid_from", "examined_at", "finished_at"):
        found = _day(seen, name)
        if found and found > today:
            marks[name] = (*marks.get(name, ()), "in_future")
    return marks


def _apart(begin: date, end: date, months: int | None) -> bool:
    """Whether so many months lie between, two days more or less; True where the period is not known."""
    return months is None or abs((end - later(begin, months)).days) <= 2


def _person(seen: Mapping[str, Proposal], holder: Holder) -> dict[str, tuple[str, ...]]:
    marks: dict[str, tuple[str, ...]] = {}
    for name in ("holder_name", "name"):
        one = seen.get(name)
        if one is not None and one.value is not None and one.value != holder.name:
            marks[name] = ("other_person",)
    for name in ("number", "id_number"):
        one = seen.get(name)
        if holder.owns is not None and one is not None and one.value and _is_resident(one.value):
            marks[name] = () if holder.owns(one.value[-18:]) else ("other_number",)
    return marks


def _is_resident(text: str) -> bool:
    return values.identity_number(text[-18:]) is not None
