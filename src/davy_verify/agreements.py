"""Finds who had agreed to sign electronically before he first did (Electronic Signature Law, Art. 3 and
13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from davy_verify.finding import BROKEN, PROVEN, TOLD, Finding
from davy_verify.opening import Bundle
from davy_verify.streams import Stream

__all__ = ["agreements"]

_TEXT = re.compile(r"signatures/agreement-([1-9]\d{0,3})\.txt", re.ASCII)


def agreements(bundle: Bundle, streams: Sequence[Stream]) -> Iterator[Finding]:
    """Which accounts that signed had agreed before, by the log; and the texts. Raises nothing."""
    if not all(stream.whole for stream in streams):
        return  # what is broken in a stream is told already
    given: dict[str, int | None] = {}
    texts = set[tuple[str, str]]()
    for stream in streams:
        for event in stream.events if stream.kind == "account" else ():
            if event["type"] == "SigningAgreed":
                texts.add((str(event["data"].get("version")), str(event["data"].get("text"))))
                given.setdefault(stream.id, stream.entered_at(event["seq"]))
    for name, digest in bundle.names.items():
        found = _TEXT.fullmatch(name)
        if found and (found[1], digest) not in texts:
            yield Finding(BROKEN, "agreement_false", {"file": name})
    signed = _signers(streams)
    agreed = {one for one in signed if one in given and _before(given[one], signed[one])}
    if agreed:
        versions = ", ".join(sorted({version for version, _ in texts}))
        yield Finding(PROVEN, "signers_agreed", {"count": len(agreed), "versions": versions})
    if len(signed) > len(agreed):
        without = ", ".join(sorted(signed.keys() - agreed))
        yield Finding(TOLD, "signers_not_agreed", {"count": len(signed) - len(agreed), "accounts": without})


def _before(agreed: int | None, signed: int | None) -> bool:
    return agreed is not None and (signed is None or agreed < signed)


def _signers(streams: Sequence[Stream]) -> dict[str, int | None]:
    """Who signed, with where the log has his first signature; those of a demonstration are nobody's."""
    found: dict[str, int | None] = {}
    for stream in streams:
        for event in stream.events:
            if not _signed(event):
                continue
            entry = stream.entered_at(event["seq"])
            before = found.setdefault(event["actor"], entry)
            if entry is not None and (before is None or entry < before):
                found[event["actor"]] = entry
    return found


def _signed(event: dict[str, Any]) -> bool:
    return isinstance(event["data"].get("signed"), dict) and "simulated" not in event["data"]
