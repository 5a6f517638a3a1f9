"""What of the inbox also goes out by a messenger (SMS, WeCom, DingTalk, mail), when, in how many words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from davy_core.fields import Fields

__all__ = ["MessengerKind", "Outward", "OutwardBook", "Waiting", "folded", "next_at", "try_again_at"]

RED = "red"
_LONGEST = 7 * 24 * 3600


@dataclass(frozen=True)
class MessengerKind:
    """A way out of the app: its names, and the most characters of one message."""

    zh: str
    en: str
    most: int


@dataclass(frozen=True)
class Outward:
    """How notices of one sort go out: the messengers, the least time between two messages to one person, and
    the time after which one is no news any more."""

    by: tuple[str, ...]
    floor: timedelta
    until: timedelta


@dataclass(frozen=True)
class _Row:
    severity: str | None
    kinds: frozenset[str]
    outward: Outward


@dataclass(frozen=True)
class OutwardBook:
    """The contract of messengers."""

    messengers: Mapping[str, MessengerKind]
    rows: tuple[_Row, ...]
    pauses: tuple[timedelta, ...]

    @classmethod
    def load(cls, document: Mapping[str, Any]) -> OutwardBook:
        """The book of the parsed contract. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(document, "messengers", faults)
        top.raw("v")
        found = {k: _messenger(Fields(r, k, faults)) for k, r in top.entries("messengers").items()}
        listed = enumerate(top.items("rows"))
        rows = tuple(_row(Fields(r, f"rows.{n}", faults), frozenset(found)) for n, r in listed)
        pauses = tuple(_span(top, "pauses_s", each) for each in top.items("pauses_s"))
        if not pauses or timedelta(0) in pauses:
            top.fault("pauses_s names no pause, or one of nothing")
        top.finish()
        if faults:
            raise ValueError("; ".join(faults))
        return cls(found, rows, pauses)

    def outward(self, kind: str, severity: str) -> Outward | None:
        """How a notice of the inbox goes out, None when it stays inside."""
        for row in self.rows:
            if row.severity not in {None, severity} or (row.kinds and kind not in row.kinds):
                continue
            return row.outward
        return None


@dataclass(frozen=True)
class Waiting:
    """One notice that waits to go out to one person by one messenger."""

    at: datetime
    red: bool
    title: str


def next_at(at: datetime, outward: Outward, last: datetime | None) -> datetime:
    """When a notice of `at` may go out, after the `last` message to this person by this messenger."""
    return at if last is None else max(at, last + outward.floor)


def try_again_at(now: datetime, tries: int, book: OutwardBook) -> datetime:
    """When a messenger that did not take a message is asked again, after so many tries."""
    return now + book.pauses[min(max(tries, 1), len(book.pauses)) - 1]


def folded(waiting: Sequence[Waiting], most: int, others: str) -> str:
    """What one message says of all that waits: the gravest, of those the newest; `others` is said of the rest
    with their {count}. No longer than `most` characters."""
    first = max(waiting, key=lambda each: (each.red, each.at))
    tail = others.format(count=len(waiting) - 1) if len(waiting) > 1 else ""
    room = most - len(tail)
    said = first.title if len(first.title) <= room else first.title[: room - 1] + "…"
    return said + tail


def _messenger(row: Fields) -> MessengerKind:
    most = row.raw("most")
    if isinstance(most, bool) or not isinstance(most, int) or not 60 <= most <= 10_000:
        row.fault("most is not a number of characters from 60 to 10000")
        most = 60
    found = MessengerKind(row.text("zh"), row.text("en"), most)
    row.finish()
    return found


def _row(row: Fields, messengers: frozenset[str]) -> _Row:
    by = row.words("by")
    if not by or not messengers.issuperset(by):
        row.fault("by names no messenger, or one that is not there")
    outward = Outward(
        by, _span(row, "floor_s", row.raw("floor_s")), _span(row, "until_s", row.raw("until_s"))
    )
    found = _Row(row.choice("severity", (RED, "task")), frozenset(row.words("kinds")), outward)
    if found.severity == RED and outward.floor:
        row.fault("what is red goes out at once")
    row.finish()
    return found


def _span(row: Fields, key: str, found: object) -> timedelta:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= _LONGEST:
        row.fault(f"{key} is not a number of seconds from 0 to {_LONGEST}")
        return timedelta(0)
    return timedelta(seconds=found)
