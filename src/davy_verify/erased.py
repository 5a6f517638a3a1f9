"""Tells what was erased or removed on record from what is merely not shown: words, attachments, signed bytes.

An erasure is a stream of its own: who asked, who carried it out, and which words of which event went. So is
the removal of one record whose period was over, which somebody ordered in the stream `retention`. Each
accounts for what it names, in the streams that it names, and there only in events that the log had before it
and that were a year old by then; nothing else accounts for anything. It is told and never proven: whoever has
the log's key and the database could have written it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from davy_verify.finding import BROKEN, OPEN, TOLD, Finding
from davy_verify.instants import instant
from davy_verify.streams import Stream

__all__ = ["Erased"]

_YEAR = 365
"""Days that AQ 3064.2-2025 4.2 has records kept at the least."""
_AHEAD = timedelta(days=1)
"""How far the plant's clock may be ahead of the reader's (j)."""


@dataclass(frozen=True)
class _Account:
    """What one event accounts for of the first so many events of a stream."""

    upto: int
    words: frozenset[tuple[str, str]] = frozenset()
    files: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()


@dataclass
class Erased:
    """What the erasures and removals in the bundle account for, stream by stream, for a reader whose clock
    says `now`."""

    now: datetime
    told: list[Finding] = field(default_factory=list)
    _orders: Mapping[str, Stream] = field(default_factory=dict)
    _accounts: dict[tuple[str, str], list[_Account]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, streams: Sequence[Stream], now: datetime) -> Erased:
        """From those whose chain holds and that the log has. What cannot be read accounts for nothing."""
        found = cls(now)
        whole = {f"{stream.kind}/{stream.id}": stream for stream in streams if stream.whole}
        found._orders = {stream.id: stream for stream in whole.values() if stream.kind == "retention"}
        for stream in whole.values():
            for event in stream.events[: stream.entered]:
                if (stream.kind, event["type"]) == ("erasure", "ErasureCarriedOut"):
                    found._carried_out(stream, event, whole)
                elif (stream.kind, event["type"]) == ("removal", "RecordRemoved"):
                    found._removed(stream, event, whole.get(str(event["data"].get("record"))))
        return found

    def word(self, stream: Stream, pair: tuple[str, str]) -> bool:
        """Whether this private part of the stream, by event and label, went on record."""
        return any(pair in one.words for one in self._of(stream))

    def file(self, stream: Stream, seq: int, digest: str) -> bool:
        """Whether an attachment that this event names went on record."""
        return any(seq <= one.upto and digest in one.files for one in self._of(stream))

    def command(self, stream: Stream, seq: int, digest: str) -> bool:
        """Whether the bytes of the command that this event came of went on record."""
        return any(seq <= one.upto and digest in one.commands for one in self._of(stream))

    def judged(self, streams: Sequence[Stream]) -> Iterator[Finding]:
        """One statement a stream for what was erased of it, and one for what is withheld."""
        yield from self.told
        for stream in streams:
            gone = sum(self.word(stream, pair) for pair in stream.withheld)
            hidden = len(stream.withheld) - gone
            about = {"kind": stream.kind, "stream": stream.id}
            if gone:
                yield Finding(TOLD, "private_erased", {**about, "count": gone})
            if hidden:
                yield Finding(OPEN, "private_withheld", {**about, "count": hidden})

    def _of(self, stream: Stream) -> Sequence[_Account]:
        return self._accounts.get((stream.kind, stream.id), ())

    def _carried_out(self, stream: Stream, event: Mapping[str, Any], whole: Mapping[str, Stream]) -> None:
        """An erasure by two, of the records that it names, and of the words of its own request."""
        about: dict[str, object] = {"kind": stream.kind, "stream": stream.id, "at": event["recorded_at"]}
        if not _by_two(stream, event):
            self.told.append(Finding(OPEN, "erased_by_one", about))
            return
        if self._ahead(event):
            self.told.append(Finding(OPEN, "removed_ahead", about))
            return
        words = frozenset(_pairs(event["data"].get("words")))
        self._take(stream, _Account(event["seq"] - 1, words))
        for name in sorted(set(_texts(event["data"].get("records")))):
            of = whole.get(name)
            if of is None or of is stream:
                continue
            upto = _before(stream, event, of)
            if _still(of, upto, event, _YEAR):
                self._take(of, _account(event, upto))
            else:
                told = {**about, "kind": of.kind, "stream": of.id}
                self.told.append(Finding(OPEN, "erased_too_early", told))

    def _removed(self, stream: Stream, event: Mapping[str, Any], of: Stream | None) -> None:
        """A removal of a record of the bundle. Of one that is not in it nothing is missing here."""
        if of is None:
            return
        data = event["data"]
        days = data.get("days")
        about: dict[str, object] = {"kind": of.kind, "stream": of.id}
        if of.id != stream.id or type(days) is not int:
            self.told.append(Finding(BROKEN, "removal_false", {**about, "why": "it names another record"}))
            return
        about |= {"days": days, "clause": str(data.get("clause")), "at": event["recorded_at"]}
        upto = _before(stream, event, of)
        if self._ahead(event):
            self.told.append(Finding(OPEN, "removed_ahead", about))
        elif days < _YEAR or not _still(of, upto, event, days):
            self.told.append(Finding(OPEN, "removed_too_early", about))
        elif not _ordered(event, self._orders.get(event["company"])):
            self.told.append(Finding(OPEN, "removed_unordered", about))
        else:
            self._take(of, _account(event, upto))
            self.told.append(Finding(TOLD, "removed_by_period", about))

    def _ahead(self, event: Mapping[str, Any]) -> bool:
        at = instant(event["recorded_at"])
        return at is None or at > self.now + _AHEAD

    def _take(self, of: Stream, account: _Account) -> None:
        """An id that a later event bears too names none of both."""
        own = {event["id"] for event in of.events[: account.upto]}
        own -= {event["id"] for event in of.events[account.upto :]}
        words = frozenset(pair for pair in account.words if pair[0] in own)
        told = _Account(account.upto, words, account.files, account.commands)
        self._accounts[(of.kind, of.id)].append(told)


def _account(event: Mapping[str, Any], upto: int) -> _Account:
    data = event["data"]
    words = frozenset(_pairs(data.get("words")))
    return _Account(
        upto, words, frozenset(_texts(data.get("files"))), frozenset(_texts(data.get("commands")))
    )


def _by_two(stream: Stream, event: Mapping[str, Any]) -> bool:
    """Whether one asked in this stream and another carries it out, and neither is the person himself."""
    asked, *more = stream.events[: event["seq"] - 1] or [{"type": ""}]
    if asked["type"] != "ErasureRequested" or any(one["type"] != event["type"] for one in more):
        return False
    person, by = event["data"].get("person"), event["data"].get("by")
    people = (person, asked["data"].get("by"), by)
    named = all(isinstance(one, str) for one in people) and len(set(people)) == len(people)
    return named and asked["data"].get("person") == person and asked["actor"] != event["actor"]


def _ordered(removal: Mapping[str, Any], orders: Stream | None) -> bool:
    """Whether somebody confirmed this record in the batch that it went with, or had switched the nights on,
    and by then not off again: he whom the removal names. Orders and removals are entered in any order."""
    data, at = removal["data"], instant(removal["recorded_at"])
    night: Mapping[str, Any] = {}
    for event in orders.events[: orders.entered] if orders else ():
        told, when = event["data"], instant(event["recorded_at"])
        if at is None or when is None or when > at:
            continue
        if event["type"] == "RemovalSwitched":
            night = told
        elif event["type"] == "RemovalConfirmed" and data.get("standing") is False:
            same = isinstance(told.get("batch"), str) and told["batch"] == data.get("batch")
            if same and told.get("by") == data.get("by") and data["record"] in _texts(told.get("records")):
                return True
    on = night.get("on") is True and type(night.get("most")) is int
    return data.get("standing") is True and on and night.get("by") == data.get("by")


def _before(stream: Stream, event: Mapping[str, Any], of: Stream) -> int:
    """How many events of a stream the log had before this event of another."""
    entry = stream.entered_at(event["seq"])
    return of.before(entry) if entry is not None else 0


def _still(of: Stream, upto: int, event: Mapping[str, Any], days: int) -> bool:
    """Whether so many days lie between each of these first events, of which there are some, and that one."""
    at, times = instant(event["recorded_at"]), [instant(one["recorded_at"]) for one in of.events[:upto]]
    return bool(times) and all(at is not None and time and (at - time).days >= days for time in times)


def _pairs(told: object) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict):
        for event, labels in told.items():
            yield from ((event, label) for label in _texts(labels))


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, list):
        yield from (one for one in told if isinstance(one, str))
