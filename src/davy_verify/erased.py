"""Tells what was erased on record from what is merely not shown: words and attachments of people.

An erasure is a stream of its own: who asked, who carried it out, and which words of which event went. Shown
in the bundle and in the log, it accounts for them; nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from davy_verify.finding import OPEN, PROVEN, Finding
from davy_verify.streams import Stream

__all__ = ["Erased"]

_KIND = "erasure"
_DONE = "ErasureCarriedOut"


@dataclass
class Erased:
    """What the erasures in the bundle account for: words by event and label, attachments by hash."""

    words: set[tuple[str, str]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, streams: Sequence[Stream]) -> Erased:
        """From those whose chain holds and that the log has. What cannot be read accounts for nothing."""
        found = cls()
        for stream in streams:
            if stream.kind != _KIND or not stream.whole:
                continue
            for event in stream.events[: stream.entered]:
                if event["type"] == _DONE:
                    found.words |= set(_pairs(event["data"].get("words")))
                    found.files |= set(_texts(event["data"].get("files")))
        return found

    def judged(self, streams: Sequence[Stream]) -> Iterator[Finding]:
        """One statement a stream for what was erased of it, and one for what is withheld."""
        for stream in streams:
            gone, hidden = stream.withheld & self.words, stream.withheld - self.words
            about = {"kind": stream.kind, "stream": stream.id}
            if gone:
                yield Finding(PROVEN, "private_erased", {**about, "count": len(gone)})
            if hidden:
                yield Finding(OPEN, "private_withheld", {**about, "count": len(hidden)})


def _pairs(told: object) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict):
        for event, labels in told.items():
            yield from ((event, label) for label in _texts(labels))


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, list):
        yield from (one for one in told if isinstance(one, str))
