"""Which catalogue governs a certificate, what follows for its dates, and what looks wrong on it. Pure.

Order 30 governs what was issued until 2026-05-31; order 19, whose text is to be confirmed, what was issued
since. A catalogue proposes and doubts; it never makes a paper valid, and what a paper does not say stays
unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

__all__ = ["Catalogue", "Paper", "by_id", "canonical", "doubts", "governing", "later", "read"]

_LOOSE = re.compile(r"[\s、,，·•()（）]|作业$")


@dataclass(frozen=True)
class Catalogue:
    """One pack of rulepacks/certificates. Months are None where the pack does not tell; `items` by the
    category they stand under."""

    id: str
    version: str
    kinds: tuple[str, ...]
    title: Mapping[str, str]
    source: str
    effective: date
    until: date | None
    grade: str
    to_confirm: bool
    valid_months: int | None
    review_months: int | None
    review_months_experienced: int | None
    number: str
    categories: tuple[tuple[str, tuple[str, ...]], ...]
    named: Mapping[str, str]


@dataclass(frozen=True)
class Paper:
    """What a certificate says; days are included, None is not told. `identity`: the holder's number, if
    known."""

    kind: str
    number: str
    item: str
    issued_at: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    review_due: date | None = None
    identity: str | None = None


def read(packs: Iterable[Mapping[str, Any]]) -> tuple[Catalogue, ...]:
    """The catalogues of the parsed packs, the newest first. A pack that is `like` another takes from it what
    it does not tell itself. Raises KeyError for a pack that is like none there is."""
    known = {str(pack["id"]): pack for pack in packs if "kind" in pack}
    found = [
        _catalogue({**known[pack["like"]], **_own(pack)} if "like" in pack else pack)
        for pack in known.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.effective, one.id), reverse=True))


def governing(
    catalogues: Sequence[Catalogue], kind: str, issued: date | None, today: date
) -> Catalogue | None:
    """The catalogue in force when the paper was issued; by that of today when it does not say. None: no
    catalogue knows this kind."""
    day = issued or today
    fitting = [one for one in catalogues if kind in one.kinds]
    inside = (one for one in fitting if one.effective <= day and (one.until is None or day <= one.until))
    return next(inside, None)


def by_id(catalogues: Sequence[Catalogue], name: str) -> Catalogue | None:
    """The catalogue of that id."""
    return next((one for one in catalogues if one.id == name), None)


def canonical(catalogue: Catalogue, item: str) -> tuple[str, str] | None:
    """The category and the item as the catalogue writes it, for an item as people write it; None: it does not
    stand there."""
    wanted = _LOOSE.sub("", item)
    for category, items in catalogue.categories:
        for one in items:
            names = (one, catalogue.named.get(one, ""), f"{catalogue.named.get(one, '')}{one}")
            if wanted in {_LOOSE.sub("", name) for name in names if name}:
                return category, one
    return None


def doubts(catalogue: Catalogue, paper: Paper) -> tuple[str, ...]:
    """What looks wrong on the paper, by code, for a person to look at; never a refusal by itself:
    item_unlisted, number_not_holder, validity_too_long, review_too_late, review_missing."""
    begin = paper.valid_from or paper.issued_at
    found = []
    if any(items for _, items in catalogue.categories) and canonical(catalogue, paper.item) is None:
        found.append("item_unlisted")
    if catalogue.number == "resident" and paper.identity and _holder(paper.number) != paper.identity.upper():
        found.append("number_not_holder")
    if (
        begin
        and paper.valid_to
        and catalogue.valid_months
        and paper.valid_to > later(begin, catalogue.valid_months)
    ):
        found.append("validity_too_long")
    most = catalogue.review_months_experienced or catalogue.review_months
    if most is not None and paper.review_due is None:
        found.append("review_missing")
    if most is not None and begin and paper.review_due and paper.review_due > later(begin, most):
        found.append("review_too_late")
    return tuple(found)


def later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _holder(number: str) -> str:
    return number.strip().upper().removeprefix("T")


def _own(pack: Mapping[str, Any]) -> dict[str, Any]:
    return {"until": None, **pack}


def _catalogue(pack: Mapping[str, Any]) -> Catalogue:
    kinds = pack["kind"] if isinstance(pack["kind"], list) else [pack["kind"]]
    return Catalogue(
        id=str(pack["id"]),
        version=str(pack["version"]),
        kinds=tuple(kinds),
        title=pack["title"],
        source=str(pack["source"]),
        effective=date.fromisoformat(pack["effective"]),
        until=date.fromisoformat(pack["until"]) if pack.get("until") else None,
        grade=str(pack["grade"]),
        to_confirm=bool(pack["to_confirm"]),
        valid_months=_months(pack, "valid_months"),
        review_months=_months(pack, "review_months"),
        review_months_experienced=_months(pack, "review_months_experienced"),
        number=str(pack["number"]),
        categories=tuple((row["zh"], tuple(map(str, row["items"]))) for row in pack["categories"]),
        named=pack.get("named", {}),
    )


def _months(pack: Mapping[str, Any], name: str) -> int | None:
    return int(pack[name]["value"]) if name in pack else None
