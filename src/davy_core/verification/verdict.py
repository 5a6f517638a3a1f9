"""A claim held against an answer. Unknown is not yes, and no silence speaks against anybody.

A paper that says more than the source (a later end, an earlier beginning, another item, another name) is
false as it stands in the ledger. One that says less is out of date, and entitles to no more than the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from davy_core.papers.catalogue import Catalogue, canonical
from davy_core.verification.answer import PROVING, Answer, Claim, Record, normal

__all__ = ["AGAINST", "STALE", "Verdict", "freezes", "judge"]

AGAINST = frozenset({"differs", "not_found", "revoked"})
STALE = timedelta(days=7)
"""What a source tells from longer ago settles nothing (j): the issuing office may have acted since."""
_MASKS = "*＊×"


@dataclass(frozen=True)
class Verdict:
    """`kind`: confirmed, differs, not_found, revoked or unknown. `differs`: the fields in which the paper
    says more or something else; `lacks`: what is missing for a yes (``own_…`` in the ledger); `newer`: the
    days that the source knows later than the ledger."""

    kind: str
    differs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()


def freezes(verdict: Verdict, source: str) -> bool:
    """Whether this takes the holder's rights: a definite no of a source that proves."""
    return verdict.kind in AGAINST and source in PROVING


def judge(
    claim: Claim,
    answer: Answer | None,
    *,
    source: str,
    now: datetime,
    today: date,
    books: Sequence[Catalogue] = (),
) -> Verdict:
    """The verdict on this claim by this answer; `today` is the day at the plant."""
    silent = _silent(claim, answer, now)
    if silent is not None or answer is None:
        return Verdict("unknown", lacks=(silent or "answer",))
    if answer.found is False:
        return Verdict("not_found")
    fits = [one for one in answer.records if _same_item(claim, one, books)]
    record = fits[0] if fits else None
    if record is not None and record.status == "revoked":
        return Verdict("revoked")
    differs = _differs(claim, answer, record, today)
    if source not in PROVING:
        # A later day on the paper than in the ledger is one that somebody may have put there.
        differs = (*differs, *_newer(claim, record))
    lacks = _lacks(claim, answer, record)
    if differs:
        return Verdict("differs", differs, lacks)
    if lacks:
        return Verdict("unknown", lacks=lacks)
    if source not in PROVING:
        return Verdict("unknown", lacks=("proof",))
    return Verdict("confirmed", newer=_newer(claim, record))


def _silent(claim: Claim, answer: Answer | None, now: datetime) -> str | None:
    """What keeps the answer from being one: nothing said, said long ago, or said about another number."""
    if answer is None or answer.found is None:
        return "answer"
    if answer.as_of is not None and now - answer.as_of > STALE:
        return "fresh"
    if not claim.number or _number(answer.number) != _number(claim.number):
        return "number"
    return None


def _number(text: str) -> str:
    """The T before an identity number is written by some and left out by others."""
    found = normal(text)
    return found[1:] if len(found) == 19 and found.startswith("T") else found


def _differs(claim: Claim, answer: Answer, record: Record | None, today: date) -> tuple[str, ...]:
    found = []
    named = _whole(answer.name)
    if named and normal(claim.name) != normal(answer.name):
        found.append("name")
    if named and claim.holder_name and normal(claim.holder_name) != normal(answer.name):
        found.append("holder_name")
    if answer.photo == "other":
        found.append("photo")
    if record is None:
        return (*found, "item") if answer.records else tuple(found)
    if _later(claim.valid_to, record.valid_to):
        found.append("valid_to")
    if _later(record.valid_from, claim.valid_from):
        found.append("valid_from")
    if _later(claim.review_due, record.review_due):
        found.append("review_due")
    if record.status == "expired" and claim.valid_to is not None and today <= claim.valid_to:
        found.append("status")
    return tuple(found)


def _lacks(claim: Claim, answer: Answer, record: Record | None) -> tuple[str, ...]:
    """What is missing for a yes, of the answer and of the ledger."""
    known = record or Record()
    missing = {
        "name": not _whole(answer.name),
        "item": not answer.records,
        "valid_to": record is not None and known.valid_to is None,
        "status": known.status not in {"", "valid", "expired"},
        "own_holder_name": not claim.holder_name,
        "own_valid_to": claim.valid_to is None,
        "own_review_due": known.review_due is not None and claim.review_due is None,
    }
    return tuple(name for name, lacking in missing.items() if lacking)


def _newer(claim: Claim, record: Record | None) -> tuple[str, ...]:
    if record is None:
        return ()
    pairs = {
        "valid_to": (record.valid_to, claim.valid_to),
        "review_due": (record.review_due, claim.review_due),
    }
    return tuple(name for name, (theirs, ours) in pairs.items() if _later(theirs, ours))


def _later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


def _whole(name: str) -> bool:
    """A name with letters hidden tells nobody apart."""
    return bool(normal(name)) and not any(sign in name for sign in _MASKS)


def _same_item(claim: Claim, record: Record, books: Sequence[Catalogue]) -> bool:
    wanted = _item(claim.kind, claim.item, books)
    told = (record.item, record.category) if record.item else (record.category,)
    return any(text and _item(claim.kind, text, books) == wanted for text in told)


def _item(kind: str, text: str, books: Sequence[Catalogue]) -> str:
    """The item as a catalogue of the kind writes it, else as it is written, without the word for work."""
    for book in books:
        found = canonical(book, text) if kind in book.kinds else None
        if found is not None:
            return normal(found[1])
    return normal(text).removesuffix("作业")
