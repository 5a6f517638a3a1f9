"""A log and a bundle made by hand, by somebody who has the key and writes what he likes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive.tests.taken import zipped
from davy.evidence.log.keys import LogKey
from davy_core.evidence.chain import START, link_hash
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import signed
from davy_core.evidence.tree import (
    Node,
    consistency_proof,
    hash_children,
    hash_leaf,
    inclusion_proof,
    root,
)
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, worst
from davy_verify.note import Key
from davy_verify.outside import Trust

COMPANY = "0197e000-0000-7000-8000-00000000000c"
STREAM = "0197e000-0000-7000-8000-00000000000a"
OTHER = "0197e000-0000-7000-8000-00000000000b"
KEY = LogKey(f"davy/{COMPANY}", Ed25519PrivateKey.from_private_bytes(bytes(32)))
FOLDER = f"streams/permit-{STREAM}"


def event(seq: int, what: str, **other: Any) -> bytes:
    """One event of STREAM."""
    told = {
        **dict.fromkeys(("company",), COMPANY),
        **dict.fromkeys(("command", "actor", "clock"), "x"),
        **dict.fromkeys(("occurred_at", "recorded_at"), "2026-11-22T00:00:00.000Z"),
        "v": 1,
        "type": what,
        "stream": {"kind": "permit", "id": STREAM},
        "seq": seq,
        "id": f"e{seq}",
        "data": {},
        "private": {},
        **other,
    }
    return json.dumps(told).encode()


def entry(events: Sequence[bytes], previous: int | None, stream: str = STREAM) -> bytes:
    """The entry of a stream that came to these events."""
    head = START
    for body in events:
        head = link_hash(head, body)
    return Entry("permit", stream, len(events), head, previous).content


def note(leaves: Sequence[bytes]) -> bytes:
    """The checkpoint over these entries."""
    return signed(Checkpoint(KEY.name, len(leaves), root_of(leaves)).text, [KEY]).encode()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over these entries."""
    return root(len(leaves), node(leaves))


def shown(leaves: Sequence[bytes], *indexes: int) -> bytes:
    """Entries with their proofs, as they stand beside the events."""
    lines = []
    for index in indexes:
        proof = [step.hex() for step in inclusion_proof(index, len(leaves), node(leaves))]
        lines.append(json.dumps({"index": index, "entry": leaves[index].decode(), "proof": proof}).encode())
    return joined(lines)


def joined(lines: Sequence[bytes]) -> bytes:
    """Each with its end."""
    return b"".join(line + b"\n" for line in lines)


def signed_files(leaves: Sequence[bytes], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a bundle with manifest, key, checkpoint and, unless given otherwise, all entries."""
    told = f"{KEY.public.told}\n".encode()
    whole = {"log/key": told, "log/checkpoint": note(leaves), "log/entries.jsonl": joined(leaves), **files}
    lines = "".join(f"{sha256(b).hexdigest()}  {name}\n" for name, b in sorted(whole.items()))
    text = f"davy-bundle/v1\n2026-11-22T00:00:00.000Z\n{KEY.name}\n{lines}"
    return {**whole, "manifest.note": signed(text, [KEY]).encode()}


def told(
    files: Mapping[str, bytes], path: Path, seen: bytes | None = None, trust: Trust | None = None
) -> tuple[int, set[str]]:
    """What the checker makes of it, with the key: its exit code, and what is broken or open."""
    path.joinpath("b.zip").write_bytes(zipped(files))
    found = check(path / "b.zip", Key.of(KEY.public.told), seen, trust)
    return worst(found), {finding.code for finding in found if finding.level in {BROKEN, OPEN}}


def vouched(then: Sequence[bytes], leaves: Sequence[bytes], **files: bytes) -> dict[str, bytes]:
    """The files of an outsider's word about the log as it was `then`, in a bundle of these entries."""
    proof = consistency_proof(len(then), len(leaves), node(leaves))
    lines = "".join(f"{step.hex()}\n" for step in proof).encode()
    whole = {"note": note(then), "proof": lines, **{name.replace("_", "."): b for name, b in files.items()}}
    return {f"log/outside/{len(then)}/{name}": content for name, content in whole.items()}


def node(leaves: Sequence[bytes]) -> Node:
    """The complete nodes of the tree over these entries."""

    def found(level: int, index: int) -> bytes:
        if level == 0:
            return hash_leaf(leaves[index])
        return hash_children(found(level - 1, 2 * index), found(level - 1, 2 * index + 1))

    return found
