"""Tells what was erased or removed on record from what is merely not shown: words, attachments, signed bytes.

An erasure is a stream of its own: who asked, who carried it out, and which words of which event went. So is
the removal of one record whose period was over. Shown in the bundle and in the log, they account for what
they name; nothing else does. A removal accounts for its own record only, when that was as old as it claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding
from davy_verify.streams import Stream

__all__ = ["Erased"]

_YEAR = 365
"""Days that AQ 3064.2-2025 4.2 has records kept at the least."""


@dataclass
class Erased:
    """What the erasures and removals in the bundle account for: words by event and label, attachments by
    hash, and the hashes of commands whose signed bytes went."""

    words: set[tuple[str, str]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    commands: set[str] = field(default_factory=set)
    told: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, streams: Sequence[Stream]) -> Erased:
        """From those whose chain holds and that the log has. What cannot be read accounts for nothing."""
        found, by_name = cls(), {f"{stream.kind}/{stream.id}": stream for stream in streams}
        for stream in streams:
            for event in stream.events[: stream.entered] if stream.whole else ():
                data = event["data"]
                if (stream.kind, event["type"]) == ("erasure", "ErasureCarriedOut"):
                    found._take(data, set(_pairs(data.get("words"))))
                elif (stream.kind, event["type"]) == ("removal", "RecordRemoved"):
                    found._removed(stream, event, by_name.get(str(data.get("record"))))
        return found

    def judged(self, streams: Sequence[Stream]) -> Iterator[Finding]:
        """One statement a stream for what was erased of it, and one for what is withheld."""
        yield from self.told
        for stream in streams:
            gone, hidden = stream.withheld & self.words, stream.withheld - self.words
            about = {"kind": stream.kind, "stream": stream.id}
            if gone:
                yield Finding(PROVEN, "private_erased", {**about, "count": len(gone)})
            if hidden:
                yield Finding(OPEN, "private_withheld", {**about, "count": len(hidden)})

    def _removed(self, stream: Stream, event: Mapping[str, Any], of: Stream | None) -> None:
        """A removal of a record of the bundle. Of one that is not in it nothing is missing here."""
        data = event["data"]
        if of is None or not of.whole:
            return
        days = data.get("days")
        about: dict[str, object] = {"kind": of.kind, "stream": of.id}
        if of.id != stream.id or type(days) is not int:
            self.told.append(Finding(BROKEN, "removal_false", {**about, "why": "it names another record"}))
            return
        at = event["recorded_at"]
        last = max((e["recorded_at"] for e in of.events if e["recorded_at"] <= at), default=None)
        about |= {"days": days, "clause": str(data.get("clause")), "at": at}
        if last is None or days < _YEAR or not _apart(last, at, days):
            self.told.append(Finding(OPEN, "removed_too_early", about))
            return
        own = {event["id"] for event in of.events}
        self._take(data, {pair for pair in _pairs(data.get("words")) if pair[0] in own}, of.named)
        self.told.append(Finding(PROVEN, "removed_by_period", about))

    def _take(
        self, data: Mapping[str, Any], words: set[tuple[str, str]], own: set[str] | None = None
    ) -> None:
        files = set(_texts(data.get("files")))
        self.words |= words
        self.files |= files if own is None else files & own
        self.commands |= set(_texts(data.get("commands")))


def _apart(last: str, at: str, days: int) -> bool:
    """Whether so many days lie between; what is no instant lies nowhere."""
    try:
        return datetime.fromisoformat(at) - datetime.fromisoformat(last) >= timedelta(days=days)
    except (ValueError, TypeError, OverflowError):
        return False


def _pairs(told: object) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict):
        for event, labels in told.items():
            yield from ((event, label) for label in _texts(labels))


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, list):
        yield from (one for one in told if isinstance(one, str))
