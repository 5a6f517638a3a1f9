"""What outsiders vouched for: older states of the log that an authority stamped or witnesses signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cryptography.x509 import Certificate

from davy_verify.entries import Checkpoint, Log, read
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.hashes import grown
from davy_verify.note import BadNoteError, Key, Witness, cosigned_at, others, signed_part, signer
from davy_verify.opening import Bundle
from davy_verify.stamp import BadStampError, UnknownKindError, believed, claimed
from davy_verify.streams import Stream
from davy_verify.times import Bound, held

__all__ = ["Trust", "check"]

_LATEST = 1 << 36  # seconds: what comes later is no time that can be written

_FILE = re.compile(r"log/outside/([1-9]\d{0,18})/.*", re.ASCII)


@dataclass(frozen=True)
class Trust:
    """Whom outside the reader trusts: roots of time-stamp authorities, and witnesses, of whom so many (None:
    all) must have signed."""

    roots: tuple[Certificate, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    needed: int | None = None


def check(bundle: Bundle, log: Log, streams: Sequence[Stream], trust: Trust) -> Iterator[Finding]:
    """What is vouched for of the log, of the entries of these streams, and of the times of their events."""
    entries = [index for stream in streams for index in stream.entries]
    stamps, words = 0, _Words(trust)
    for size in sorted({int(m[1]) for m in map(_FILE.fullmatch, bundle.names) if m}):
        try:
            found = list(_at(bundle, log, size, entries, words))
        except (KeyError, ValueError) as error:
            found = [Finding(BROKEN, "outside_unreadable", {"size": size, "why": str(error)})]
        stamps += f"log/outside/{size}/stamp.tsr" in bundle.names
        yield from found
    if stamps:
        yield Finding(TOLD, "stamp_bounds")
    else:
        yield Finding(TOLD, "not_the_clock")
        if trust.roots:
            yield Finding(OPEN, "no_stamp")
    yield from words.judged(entries)
    yield from held(streams, words.bounds)


@dataclass
class _Words:
    """What outsiders said of each older state: size by size which witness, how many lines others than the log
    put below, and by when it was there."""

    trust: Trust
    signed: dict[int, list[str]] = field(default_factory=dict)
    lines: int = 0
    bounds: list[Bound] = field(default_factory=list)

    def hear(self, note: bytes, key: Key, size: int) -> Iterator[Finding]:
        """Take in the lines below a note; those of named witnesses that do not hold are told."""
        self.lines += others(note, key)
        for witness in self.trust.witnesses:
            try:
                at = cosigned_at(note, witness)
            except BadNoteError as error:
                yield Finding(BROKEN, "witness_false", {"why": str(error)})
                continue
            if at is not None:
                self.signed.setdefault(size, []).append(f"{witness.name} {_instant(at)}")
                if at < _LATEST:
                    self.bounds.append(Bound(size, datetime.fromtimestamp(at, UTC)))

    def judged(self, entries: Sequence[int]) -> Iterator[Finding]:
        """Whether enough of those named signed one state, and what came after it."""
        if not self.trust.witnesses:
            if self.lines:
                yield Finding(TOLD, "witness_not_judged", {"count": self.lines})
            return
        needed = self.trust.needed or len(self.trust.witnesses)
        size, who = max(self.signed.items(), key=lambda one: (len(one[1]), one[0]), default=(0, []))
        about = {"size": size, "count": len(who), "needed": needed, "who": ", ".join(who)}
        if len(who) < needed:
            yield Finding(OPEN, "too_few_witnesses", about)
            return
        yield Finding(PROVEN, "witnessed", about)
        later = sum(index >= size for index in entries)
        if later:
            yield Finding(OPEN, "events_not_witnessed", {"count": later})


def _instant(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat() if at < _LATEST else str(at)


def _at(bundle: Bundle, log: Log, size: int, entries: Sequence[int], words: _Words) -> Iterator[Finding]:
    folder, now = f"log/outside/{size}", log.checkpoint
    note = bundle.text(f"{folder}/note")
    then = read(note, bundle.keys, "outside_not_signed")
    if not isinstance(then, Checkpoint):
        yield then
        return
    key = signer(note, bundle.keys)
    lines = bundle.text(f"{folder}/proof").decode().split("\n")
    proof = [bytes.fromhex(line) for line in lines[:-1]]
    if then.size != size or lines[-1] or not grown(size, now.size, then.root, now.root, proof):
        yield Finding(BROKEN, "outside_not_prefix", {"size": then.size})
        return
    yield from words.hear(note, key, size)
    if f"{folder}/stamp.tsr" in bundle.names:
        later = sum(index >= size for index in entries)
        yield from _stamp(bundle.text(f"{folder}/stamp.tsr"), signed_part(note, key), size, later, words)


def _stamp(answer: bytes, note: bytes, size: int, later: int, words: _Words) -> Iterator[Finding]:
    try:
        if not words.trust.roots:
            yield Finding(TOLD, "stamp_not_judged", {"at": claimed(answer)})
            return
        at, whom = believed(answer, note, words.trust.roots)
    except UnknownKindError:
        yield Finding(OPEN, "stamp_kind_unknown")
        return
    except BadStampError as error:
        yield Finding(BROKEN, "stamp_false", {"why": str(error)})
        return
    words.bounds.append(Bound(size, datetime.fromisoformat(at)))
    yield Finding(PROVEN, "stamped", {"size": size, "at": at, "whom": whom})
    if later:
        yield Finding(OPEN, "events_not_stamped", {"count": later})
