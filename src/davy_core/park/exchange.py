"""The two messages of a partnership, and when one of them is believed.

A company asks with its own key, its partner answers with its list, signed over the nonce of the question. An
old list repeated, a list of somebody else and a changed one are all refused; so is a question asked again.
Nothing here reads a clock or a key."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from davy_core.instants import instant

__all__ = [
    "APART",
    "ASK",
    "KINDS",
    "LEAST",
    "LIST",
    "MOST",
    "Entry",
    "Listed",
    "WrongError",
    "asked",
    "listed",
    "masked",
]

ASK, LIST = b"davy park ask v1\n", b"davy park list v1\n"
"""What stands before the bytes that are signed: a question is no list and a list no question."""

APART = timedelta(minutes=5)
"""How far the clocks of two companies may be apart (j)."""
LEAST = timedelta(seconds=20)
"""A partner is answered no more often: nobody asks his way through the people of another company."""
MOST = 20_000
"""People on one list."""
STATES = frozenset({"frozen", "shut_out"})
KINDS: Mapping[str, str] = {"certificate": "frozen", "decided": "frozen", "firm": "shut_out"}
"""Why, as a code and never a text, by what it is a reason for."""
_HEX = 64


class WrongError(Exception):
    """Not believed; `code` says why: form, pair, clock, again, often, nonce, order."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Entry:
    """One person of a list, whom nobody can name without the key of the pair and his number."""

    masked: str
    state: Literal["frozen", "shut_out"]
    kind: str
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True)
class Listed:
    """A list that is believed. `ended`: the partner took its consent back, and there is nobody on it."""

    seq: int
    at: datetime
    company: str
    ended: bool
    entries: tuple[Entry, ...]


def masked(key: bytes, number: str) -> str:
    """The keyed hash of a normal identity number: equal for the same pair of companies only. Whoever has the
    key can try numbers, as both partners can."""
    return hmac.new(key, b"davy park person v1\n" + number.encode(), hashlib.sha256).hexdigest()


def asked(body: Mapping[str, Any], pair: str, last: datetime | None, now: datetime) -> datetime:
    """The time of a question whose signature holds. Raises WrongError: form, pair, clock, again (it was
    answered already), often."""
    at = _instant(body.get("at"))
    if at is None or not _is_hex(body.get("nonce"), 32):
        raise WrongError("form")
    if body.get("pair") != pair:
        raise WrongError("pair")
    if abs(now - at) > APART:
        raise WrongError("clock")
    if last is not None and at <= last:
        raise WrongError("again")
    if last is not None and at - last < LEAST:
        raise WrongError("often")
    return at


def listed(body: Mapping[str, Any], pair: str, nonce: str, seq: int, now: datetime) -> Listed:
    """The list of an answer whose signature holds. Raises WrongError: form, pair, nonce (an answer to another
    question), clock, order (not after the last one)."""
    if body.get("pair") != pair:
        raise WrongError("pair")
    if not hmac.compare_digest(str(body.get("nonce")), nonce):
        raise WrongError("nonce")
    at, number = _instant(body.get("at")), body.get("seq")
    if at is None or type(number) is not int:
        raise WrongError("form")
    if abs(now - at) > APART:
        raise WrongError("clock")
    if number <= seq:
        raise WrongError("order")
    told, ended = body.get("entries"), body.get("ended")
    if not isinstance(told, list) or len(told) > MOST or not isinstance(ended, bool) or (ended and told):
        raise WrongError("form")
    entries = tuple(_entry(one) for one in told)
    if len({one.masked for one in entries}) != len(entries):
        raise WrongError("form")
    return Listed(number, at, str(body.get("company", ""))[:200], ended, entries)


def _entry(told: Any) -> Entry:
    if not isinstance(told, dict) or set(told) != {"masked", "state", "kind", "since", "until"}:
        raise WrongError("form")
    state, kind, since = told["state"], told["kind"], _instant(told["since"])
    if not _is_hex(told["masked"], _HEX) or state not in STATES or KINDS.get(str(kind)) != state:
        raise WrongError("form")
    if since is None and told["since"] is not None:
        raise WrongError("form")
    until = _instant(told["until"])
    if until is None and told["until"] is not None:
        raise WrongError("form")
    return Entry(told["masked"], state, kind, since, until)


def _is_hex(told: Any, length: int) -> bool:
    return isinstance(told, str) and len(told) == length and set(told) <= set("0123456789abcdef")


def _instant(told: Any) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        return instant(told)
    except ValueError:
        return None
