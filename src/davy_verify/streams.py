"""Checks one stream: its events are a whole chain, and the signed log committed to where it ends."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from davy_verify.entries import Checkpoint, Log, entry
from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding
from davy_verify.hashes import START, event_hash, leaf_hash, root_by_proof
from davy_verify.instants import instant
from davy_verify.opening import Bundle
from davy_verify.strict import form

__all__ = ["Stream", "attachments_of"]

_SHOWN = {"photo", "photos", "voice", "face", "drawing", "attachments"}
"""What in an event names an attachment by its hash."""


_EVENT = {
    **dict.fromkeys(("type", "id", "company", "command", "actor"), (str,)),
    **dict.fromkeys(("occurred_at", "recorded_at", "clock"), (str,)),
    **dict.fromkeys(("v", "seq"), (int,)),
    **dict.fromkeys(("stream", "data", "private"), (dict,)),
}
_SHOWN_ENTRY = {"index": (int,), "entry": (str,), "proof": (list,)}
_SALT = 16
"""Bytes of every salt. Were it any length, the first bytes of a text could pass for the end of its salt."""
_PRIVATE = dict.fromkeys(("event", "label", "salt", "bytes"), (str,))


@dataclass
class Stream:
    """One folder of the bundle, and what its events name."""

    bundle: Bundle
    folder: str
    kind: str
    id: str
    hashes: list[bytes] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    entries: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    entered: int = 0
    whole: bool = False
    words: dict[tuple[str, str], bytes] = field(default_factory=dict)
    withheld: set[tuple[str, str]] = field(default_factory=set)

    def check(self, log: Log) -> Iterator[Finding]:
        """Every statement about this stream."""
        try:
            fault = self._chain(log.checkpoint.origin) or self._entered(log.checkpoint) or self._complete(log)
        except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
            fault = self._broken("stream_unreadable", why=str(error))
        if fault is not None:
            yield fault
            return
        self.whole = True
        yield self._said(PROVEN, "stream_whole", **self._span())
        yield from self._logged()
        yield from self._private()

    def entered_at(self, seq: int) -> int | None:
        """The index of the first entry of the log that covers this event; None when none does yet."""
        return next((index for index, end in zip(self.entries, self.ends, strict=True) if seq <= end), None)

    def before(self, entry: int) -> int:
        """How many of its events the log had before this entry."""
        return max((end for at, end in zip(self.entries, self.ends, strict=True) if at < entry), default=0)

    def _lines(self, name: str) -> list[bytes]:
        content = self.bundle.text(f"{self.folder}/{name}")
        if not content.endswith(b"\n"):
            raise ValueError(f"{name} does not end its last line")
        return content[:-1].split(b"\n")

    def _chain(self, origin: str) -> Finding | None:
        before = START
        for number, body in enumerate(self._lines("events.jsonl"), 1):
            event = form(body, _EVENT)
            about = (event["stream"]["kind"], event["stream"]["id"], f"davy/{event['company']}")
            if about != (self.kind, self.id, "/".join(origin.split("/")[:2])):
                return self._broken("event_of_another", event=number)
            if event["seq"] != number:
                return self._broken("event_out_of_order", event=number)
            if instant(event["recorded_at"]) is None:
                return self._broken("stream_unreadable", why=f"event {number} was recorded at no instant")
            before = event_hash(before, body)
            self.hashes.append(before)
            self.events.append(event)
            self.named |= set(attachments_of(event["data"]))
        return None

    def _entered(self, checkpoint: Checkpoint) -> Finding | None:
        previous, seq = None, 0
        for line in self._lines("entries.jsonl"):
            told = form(line, _SHOWN_ENTRY)
            content, index = told["entry"].encode(), told["index"]
            found = entry(content)
            proof = [bytes.fromhex(step) for step in told["proof"]]
            if root_by_proof(index, checkpoint.size, leaf_hash(content), proof) != checkpoint.root:
                return self._broken("entry_not_in_log", entry=index)
            if (found["kind"], found["stream"], found["previous"]) != (self.kind, self.id, previous):
                return self._broken("entry_out_of_order", entry=index)
            if previous is not None and index <= previous:
                return self._broken("entry_out_of_order", entry=index)
            if not seq < found["seq"] <= len(self.hashes):
                return self._broken("events_missing", entry=index, events=found["seq"])
            if self.hashes[found["seq"] - 1].hex() != found["head"]:
                return self._broken("events_rewritten", entry=index, event=found["seq"])
            previous, seq = index, found["seq"]
            self.entries.append(index)
            self.ends.append(seq)
        self.entered = seq
        return None

    def _complete(self, log: Log) -> Finding | None:
        """All that the log has of this stream is shown: no end is cut off, no other beginning hidden."""
        there = log.known.get((self.kind, self.id), [])
        if log.whole and there != self.entries:
            return self._broken("entries_left_out", count=len(there), shown=len(self.entries))
        return None

    def _logged(self) -> Iterator[Finding]:
        late = len(self.events) - self.entered
        if late:
            yield self._said(OPEN, "events_not_in_log", count=late)

    def _private(self) -> Iterator[Finding]:
        """Names and free text stand beside the events, which hold their hash only."""
        asked = {(e["id"], label): digest for e in self.events for label, digest in e["private"].items()}
        try:
            lines = (
                self._lines("private.jsonl") if f"{self.folder}/private.jsonl" in self.bundle.names else []
            )
            told = [_private(line) for line in lines]
            shown = {key: digest for key, digest, _ in told}
        except (KeyError, ValueError, TypeError, binascii.Error) as error:
            yield self._broken("private_unreadable", why=str(error))
            return
        wrong = [key for key, digest in shown.items() if asked.get(key) != digest]
        if wrong or len(shown) != len(lines):
            yield self._broken("private_changed", count=len(wrong) or 1)
        elif shown:
            self.words = {key: content for key, _, content in told}
            yield self._said(PROVEN, "private_whole", count=len(shown))
        self.withheld = asked.keys() - shown.keys()

    def _span(self) -> Mapping[str, object]:
        first, last = self.events[0], self.events[-1]
        return {"events": len(self.events), "first": first["recorded_at"], "last": last["recorded_at"]}

    def _said(self, level: int, code: str, **about: object) -> Finding:
        return Finding(level, code, {"kind": self.kind, "stream": self.id, **about})

    def _broken(self, code: str, **about: object) -> Finding:
        return self._said(BROKEN, code, **about)


def _private(line: bytes) -> tuple[tuple[str, str], str, bytes]:
    """Event and label, the hash that the event should hold, and what was said."""
    told = form(line, _PRIVATE)
    content = base64.b64decode(told["bytes"], validate=True)
    salt = bytes.fromhex(told["salt"])
    if len(salt) != _SALT:
        raise ValueError("a salt of another length")
    return (told["event"], told["label"]), sha256(salt + content).hexdigest(), content


def attachments_of(value: object) -> Iterator[str]:
    """The hashes of attachments anywhere in the data of an event."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _SHOWN:
                yield from (one for one in (inner if isinstance(inner, list) else [inner]) if _is_hash(one))
            if isinstance(inner, dict | list):
                yield from attachments_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from attachments_of(inner)


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and all(c in "0123456789abcdef" for c in value)
