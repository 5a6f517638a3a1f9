"""Words, photos and signed bytes of the hand-made bundle go, and streams say who had that done."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from davy.archive.tests.forged import joined, shown, signed_files
from davy.archive.tests.handmade import (
    AT,
    FOLDER,
    LATER,
    ORDER,
    PERMIT,
    PHOTO,
    RULES_OF,
    WANG,
    ZHAO,
    Files,
    Twist,
    digest,
    entry_of,
    event,
    good,
    one_line,
    resigned,
)
from davy_core.evidence.entry import Entry

PROOFS, PHONES = "signatures/proofs.jsonl", "signatures/phones.jsonl"
Change = Callable[[Files], Files]
ERASURE = "0197e000-0000-7000-8000-00000000000e"
QIAN = "0197e000-0000-7000-8000-0000000000a3"
FEW = {"permit3": ["signature"]}
Made = Mapping[str, list[bytes]]


def gone(
    streams: Callable[[list[str]], Made], photos: Any = (), *, bytes_too: bool, first: str = ""
) -> Change:
    """Words and photo are gone, perhaps the signed bytes too, and so these streams in the bundle say, which
    take the hashes of all signed commands. Entered last in the log, or before the stream of id `first`."""

    def change(files: Files) -> Files:
        kept = {name: [json.loads(line) for line in files[name].splitlines()] for name in (PROOFS, PHONES)}
        commands = [
            *(json.loads(one["proof"])["command"] for one in kept[PROOFS]),
            *(one["sha256"] for one in kept[PHONES]),
        ]
        made, leaves = streams(commands), files["log/entries.jsonl"].splitlines()
        place = next((i for i, leaf in enumerate(leaves) if Entry.of(leaf).stream == first), len(leaves))
        leaves[place:place] = [entry_of(name, events) for name, events in made.items()]
        gone = ("private.jsonl", "manifest.note", *photos)
        rest = {n: b for n, b in files.items() if not n.startswith("log/") and not n.endswith(gone)}
        for name, lines in kept.items() if bytes_too else ():
            rest[name] = joined([one_line(one if _orders(one) else {**one, "bytes": None}) for one in lines])
        for name, events in made.items():
            folder = f"streams/{name.replace('/', '-', 1)}"
            rest |= {f"{folder}/events.jsonl": joined(events), f"{folder}/entries.jsonl": b""}
        at = {(one.kind, one.stream): index for index, one in enumerate(map(Entry.of, leaves))}
        for name in [name for name in rest if name.endswith("/entries.jsonl")]:
            kind, _, own = name.split("/")[1].partition("-")
            rest[name] = shown(leaves, at[kind, own])
        return signed_files(leaves, rest)

    return change


def _orders(proof: Mapping[str, Any]) -> bool:
    """Whether what was signed is the order to remove, which stays."""
    return bool(proof["bytes"]) and RULES_OF.encode() in base64.b64decode(proof["bytes"])


def erased(
    words: Any = FEW, photos: Any = (), kind: str = "erasure", at: str = LATER, asked: Any = ZHAO, **told: Any
) -> Change:
    """One asked (None: nobody), another erased, so long after."""

    def streams(commands: list[str]) -> Made:
        data = {"person": QIAN, "by": WANG, "records": [f"permit/{PERMIT}"], "words": words}
        data |= {"files": list(photos), "commands": commands, **told}
        request = {"person": QIAN, "by": asked}
        name = f"{kind}/{ERASURE}"
        events = [event(name, 1, "ErasureRequested", request, recorded_at=at)] if asked else []
        events.append(event(name, len(events) + 1, "ErasureCarriedOut", data, recorded_at=at, actor=WANG))
        return {name: events}

    return gone(streams, photos, bytes_too=False)


CONFIRMED = {"type": "RemovalConfirmed", **ORDER, "by": ZHAO}
NIGHT = {"type": "RemovalSwitched", "on": True, "most": 9, "by": ZHAO}


def _ordered(*told: Mapping[str, Any], at: str) -> Made:
    """The stream of who ordered removals, signed by password."""
    signed_so = {"signed": {"way": "password", "level": 1}}
    bodies = [{name: value for name, value in one.items() if name not in {"type", "at"}} for one in told]
    events = [
        event(RULES_OF, seq, one["type"], {**body, **signed_so}, recorded_at=one.get("at", at))
        for seq, (one, body) in enumerate(zip(told, bodies, strict=True), 1)
    ]
    return {RULES_OF: events} if events else {}


def removed(
    at: str = LATER,
    record: str = PERMIT,
    first: str = "",
    orders: Any = (CONFIRMED,),
    **told: Any,
) -> Change:
    """The period was over, and it was ordered so."""

    def streams(commands: list[str]) -> Made:
        data = {
            "record": f"permit/{PERMIT}",
            "days": 366,
            "clause": "AQ 3064.2-2025 4.2",
            "commands": commands,
            "batch": "b1",
            "by": ZHAO,
            "standing": False,
        }
        data |= {"words": FEW, "files": [digest(PHOTO)], **told}
        gone = event(f"removal/{record}", 1, "RecordRemoved", data, recorded_at=at)
        return {f"removal/{record}": [gone], **_ordered(*orders, at=at)}

    return gone(streams, [digest(PHOTO)], bytes_too=True, first=first)


def borrowed(how: str) -> Change:
    """The removal or the erasure of another, old record names what this young one lacks."""
    other = f"permit/{ERASURE}"

    def streams(commands: list[str]) -> Made:
        lost = {"words": FEW, "files": [digest(PHOTO)], "commands": commands}
        old = [
            event(other, 1, "PhotoAdded", {"photo": digest(PHOTO)}, recorded_at="2024-01-01T00:00:00.000Z")
        ]
        if how == "removal":
            data = {"record": other, "days": 366, "clause": "AQ 3064.2-2025 4.2", "by": ZHAO, **lost}
            data |= {"batch": "b1", "standing": False}
            told = _ordered({**CONFIRMED, "records": [other]}, at=AT)
            gone = {f"removal/{ERASURE}": [event(f"removal/{ERASURE}", 1, "RecordRemoved", data)], **told}
        else:
            name, data = f"erasure/{ERASURE}", {"person": QIAN, "by": WANG, "records": [other], **lost}
            asked = event(name, 1, "ErasureRequested", {"person": QIAN, "by": ZHAO})
            gone = {name: [asked, event(name, 2, "ErasureCarriedOut", data, actor=WANG)]}
        return {other: old, **gone}

    return gone(streams, [digest(PHOTO)], bytes_too=True)


def outlived() -> Change:
    """A removal that is dated between the old beginning of its record and what came last and is hidden."""
    record, name = f"permit/{ERASURE}", f"removal/{ERASURE}"
    old = event(record, 1, "Went", {}, id="old", recorded_at="2024-01-01T00:00:00.000Z")
    young = event(record, 2, "Went", {}, id="young", private={"opinion": "0" * 64})
    data = {"record": record, "days": 366, "clause": "x", "words": {"young": ["opinion"]}, "by": ZHAO}
    data |= {"batch": "b1", "standing": False}
    told = _ordered({**CONFIRMED, "records": [record]}, at="2025-06-01T00:00:00.000Z")
    removal = event(name, 1, "RecordRemoved", data, recorded_at="2025-06-01T00:00:00.000Z")
    keep = f"{FOLDER}/private.jsonl"

    def change(files: Files) -> Files:
        made = gone(lambda _: {record: [old, young], name: [removal], **told}, bytes_too=False)(files)
        return resigned({**made, keep: files[keep]})

    return change


def forged_and_gone(twist: Twist) -> Change:
    """What the phone signed is no such thing, and its bytes went with the removal."""
    return lambda _: removed()(good(twist))
