"""What a paper claims, and what a source answered about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from davy_core.instants import instant

__all__ = ["PROVING", "SOURCES", "Answer", "Claim", "Record", "normal", "read_answer"]

SOURCES = ("official", "connector", "qr")
PROVING = frozenset({"official", "connector"})
"""Sources that may confirm a paper, and that may say against it so that its holder is frozen. A code printed
on a paper tells what whoever printed it wanted: it proves nothing by itself."""
_DROPPED = " ·•.-　\t\n\r"


@dataclass(frozen=True)
class Claim:
    """A certificate as the ledger has it. Days are included; None and empty are not told. `name` is the
    person's in the register, `holder_name` what is printed on the paper."""

    number: str
    kind: str
    item: str
    name: str
    holder_name: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    review_due: date | None = None


@dataclass(frozen=True)
class Record:
    """One entitlement that a source tells under the number. `status`: valid, expired, revoked; any other text
    is not understood, empty is not told."""

    item: str = ""
    category: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    review_due: date | None = None
    status: str = ""


@dataclass(frozen=True)
class Answer:
    """What a source told. `found` is None when it did not say; `photo`: same or other where somebody compared
    the source's photo with the person; `as_of`: how old what it tells is, None = of now."""

    found: bool | None
    number: str = ""
    name: str = ""
    records: tuple[Record, ...] = ()
    photo: str = ""
    as_of: datetime | None = None


def normal(text: str) -> str:
    """A name, number or item without what people write now and then: width, blanks, dots, case."""
    return unicodedata.normalize("NFKC", text).translate({ord(sign): None for sign in _DROPPED}).upper()


def read_answer(body: Mapping[str, Any]) -> Answer:
    """The answer in the body of a command, which has passed its schema. Raises ValueError for a day or an
    instant that is none."""
    return Answer(
        found=body.get("found"),
        number=str(body.get("number", "")),
        name=str(body.get("name", "")),
        records=tuple(_record(row) for row in body.get("records", ())),
        photo=str(body.get("photo", "")),
        as_of=instant(body["as_of"]) if body.get("as_of") else None,
    )


def _record(row: Mapping[str, Any]) -> Record:
    return Record(
        item=str(row.get("item", "")),
        category=str(row.get("category", "")),
        valid_from=_day(row.get("valid_from")),
        valid_to=_day(row.get("valid_to")),
        review_due=_day(row.get("review_due")),
        status=str(row.get("status", "")),
    )


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
