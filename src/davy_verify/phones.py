"""Checks what phones sent through their queues: the signature of each over the bytes of its command."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from davy_verify.enrolled import Enrolled, devices
from davy_verify.erased import Erased
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.keys import by_device
from davy_verify.opening import Bundle
from davy_verify.streams import Stream
from davy_verify.strict import form

__all__ = ["PHONES", "phones"]

PHONES = "signatures/phones.jsonl"
_LONGEST = 8 << 20
_LEVELS = {
    "commands_signed": PROVEN,
    "commands_key_late": OPEN,
    "commands_withheld": OPEN,
    "commands_erased": TOLD,
}
_LINE = {
    **dict.fromkeys(("device", "prev", "sha256", "signature", "command"), (str,)),
    "seq": (int,),
    "bytes": (str, type(None)),
}


def phones(bundle: Bundle, streams: Sequence[Stream], erased: Erased) -> Iterator[Finding]:
    """What the phones' signatures come to; `erased` tells which bytes went on record. Raises nothing."""
    if PHONES not in bundle.names or not all(stream.whole for stream in streams):
        return  # what is broken in a stream is told already
    known, came = devices(streams), defaultdict[str, list[tuple[Stream, Mapping[str, Any]]]](list)
    for stream in streams:
        for event in stream.events:
            came[event["command"]].append((stream, event))
    counts = dict.fromkeys(_LEVELS, 0)
    try:
        for line in bundle.lines(PHONES, _LONGEST):
            told = form(line, _LINE)
            try:
                counts[_one(told, known, came.get(told["command"], ()), erased)] += 1
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                yield Finding(BROKEN, "command_false", {"device": told["device"], "why": str(error)})
    except ValueError as error:
        yield Finding(BROKEN, "proofs_unreadable", {"why": str(error)})
    for code, count in counts.items():
        if count:
            yield Finding(_LEVELS[code], code, {"count": count})


def _one(
    told: Mapping[str, Any],
    known: Mapping[str, Enrolled],
    came: Sequence[tuple[Stream, Mapping[str, Any]]],
    erased: Erased,
) -> str:
    if not came:
        raise ValueError("no event came of this command")
    if told["device"] not in known:
        return "commands_withheld"
    key, (stream, event) = known[told["device"]], came[-1]
    if key.kind != "phone" or key.account != event["actor"] or not key.counts(event):
        raise ValueError("the phone is not that of who acted, or was not enrolled then")
    late = not key.before(stream.entered_at(event["seq"]))
    if told["bytes"] is None:
        gone = all(erased.command(of, one["seq"], told["sha256"]) for of, one in came)
        return "commands_key_late" if late else "commands_erased" if gone else "commands_withheld"
    raw = base64.b64decode(told["bytes"], validate=True)
    if sha256(raw).hexdigest() != told["sha256"]:
        raise ValueError("the bytes have another hash")
    if not by_device(key.key, told["signature"], raw):
        raise ValueError("the signature does not hold")
    sent = json.loads(raw)
    place = (sent["id"], sent["company"], sent["device"], sent["seq"], sent["prev"])
    if place != (told["command"], event["company"], told["device"], told["seq"], told["prev"]):
        raise ValueError("the bytes are those of another command")
    return "commands_key_late" if late else "commands_signed"
