"""The one word that somebody on site is told about a person whose card he holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Card", "Looked", "looked"]

_AGAINST = frozenset({"differs", "not_found", "revoked"})
_RUNS = frozenset({"valid", "expiring", "review_due"})


@dataclass(frozen=True)
class Card:
    """A certificate as it stands today: `state` of davy_core.verification.waiting, `standing` by its days."""

    state: str
    standing: str


@dataclass(frozen=True)
class Looked:
    """`word`: unknown (nobody of the register), left, frozen, banned (with his whole firm), against, doubted
    (the code says something else than the ledger), ended (none of his certificates runs), unverified or
    good."""

    word: str


def looked(status: str | None, cards: Sequence[Card], *, code_differs: bool) -> Looked:
    """The word; the gravest counts. Good says that papers are in order, never that he may do a work: that is
    for the permit to say."""
    if status is None:
        return Looked("unknown")
    if status in {"left", "frozen", "banned"}:
        return Looked(status)
    if any(card.state in _AGAINST for card in cards):
        return Looked("against")
    if code_differs:
        return Looked("doubted")
    running = [card for card in cards if card.standing in _RUNS]
    if not running:
        return Looked("ended")
    unsure = any(card.state not in {"confirmed", "none"} for card in running)
    return Looked("unverified" if unsure else "good")
