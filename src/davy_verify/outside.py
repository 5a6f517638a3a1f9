"""What outsiders vouched for: an older checkpoint of the log that an authority has stamped with the time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cryptography.x509 import Certificate

from davy_verify.entries import Checkpoint, Log, read
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.hashes import grown
from davy_verify.note import signed_part
from davy_verify.opening import Bundle
from davy_verify.stamp import BadStampError, believed, claimed

__all__ = ["Trust", "check"]

_FILE = re.compile(r"log/outside/([1-9]\d{0,18})/.*", re.ASCII)


@dataclass(frozen=True)
class Trust:
    """Whom outside the reader trusts: roots of time-stamp authorities."""

    roots: tuple[Certificate, ...] = ()


def check(bundle: Bundle, log: Log, entries: Sequence[int], trust: Trust) -> Iterator[Finding]:
    """What is vouched for of the log, and of the entries at these indexes."""
    stamps = 0
    for size in sorted({int(m[1]) for m in map(_FILE.fullmatch, bundle.names) if m}):
        try:
            found = list(_at(bundle, log, size, entries, trust))
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


def _at(bundle: Bundle, log: Log, size: int, entries: Sequence[int], trust: Trust) -> Iterator[Finding]:
    folder, now = f"log/outside/{size}", log.checkpoint
    note, key = bundle.text(f"{folder}/note"), bundle.key
    if key is None:
        raise ValueError("no key")
    then = read(note, key, "outside_not_signed")
    if not isinstance(then, Checkpoint):
        yield then
        return
    lines = bundle.text(f"{folder}/proof").decode().split("\n")
    proof = [bytes.fromhex(line) for line in lines[:-1]]
    if then.size != size or lines[-1] or not grown(size, now.size, then.root, now.root, proof):
        yield Finding(BROKEN, "outside_not_prefix", {"size": then.size})
        return
    if f"{folder}/stamp.tsr" in bundle.names:
        later = sum(index >= size for index in entries)
        yield from _stamp(bundle.text(f"{folder}/stamp.tsr"), signed_part(note, key), size, later, trust)


def _stamp(answer: bytes, note: bytes, size: int, later: int, trust: Trust) -> Iterator[Finding]:
    try:
        if not trust.roots:
            yield Finding(TOLD, "stamp_not_judged", {"at": claimed(answer)})
            return
        at, whom = believed(answer, note, trust.roots)
    except BadStampError as error:
        yield Finding(BROKEN, "stamp_false", {"why": str(error)})
        return
    yield Finding(PROVEN, "stamped", {"size": size, "at": at, "whom": whom})
    if later:
        yield Finding(OPEN, "events_not_stamped", {"count": later})
