"""Checks every signature on the events: who could have made it, over what, and what nobody can check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from davy_verify.enrolled import Enrolled, devices, passkeys
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.opening import Bundle
from davy_verify.proofs import LEVELS, Proof, proof
from davy_verify.streams import Stream

__all__ = ["PROOFS", "Signatures"]

PROOFS = "signatures/proofs.jsonl"
_LONGEST = 8 << 20
_SAME = ("stage", "confirmed", "face")
"""What a signing command says in the same words as the event that came of it."""


@dataclass
class Signatures:
    """The signatures that the events of some streams tell of."""

    bundle: Bundle
    streams: Sequence[Stream]
    _used: set[str] = field(default_factory=set)

    def check(self) -> Iterator[Finding]:
        """One statement for each signature, and one a stream for those that left nothing behind."""
        try:
            kept = {found.sha256: found for found in self._kept()}
            keys = {**devices(self.streams), **passkeys(self.bundle)}
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            yield Finding(BROKEN, "proofs_unreadable", {"why": str(error)})
            return
        for stream in self.streams:
            if stream.whole:
                yield from self._of(stream, kept, keys)
        whole = all(stream.whole for stream in self.streams)  # else its events are told of already
        for digest in kept.keys() - self._used if whole else ():
            yield Finding(BROKEN, "proof_unnamed", {"proof": digest})

    def _kept(self) -> Iterator[Proof]:
        if PROOFS in self.bundle.names:
            for line in self.bundle.lines(PROOFS, _LONGEST):
                yield proof(line)

    def _of(
        self, stream: Stream, kept: Mapping[str, Proof], keys: Mapping[str, Enrolled]
    ) -> Iterator[Finding]:
        passwords = 0
        for event in stream.events:
            told = event["data"].get("signed")
            if not isinstance(told, dict):
                continue
            about = {"kind": stream.kind, "stream": stream.id, "event": event["seq"], "what": event["type"]}
            digest = told.get("evidence")
            if digest is None:
                fault = told.get("way") != "password" or told.get("level") != 1
                passwords += not fault
                if fault:
                    yield Finding(BROKEN, "signature_false", {**about, "why": "it claims more than it kept"})
                continue
            self._used.add(digest)
            if digest not in kept:
                yield Finding(OPEN, "proof_withheld", about)
            else:
                yield _judged(stream, event, kept[digest], keys, about)
        if passwords:
            about = {"kind": stream.kind, "stream": stream.id, "count": passwords}
            yield Finding(TOLD, "signed_by_password", about)


def _judged(
    stream: Stream, event: Mapping[str, Any], made: Proof, keys: Mapping[str, Enrolled], about: dict[str, Any]
) -> Finding:
    about = {**about, "level": event["data"]["signed"].get("level"), "key": made.signer}
    try:
        _claims(event["data"]["signed"], made)
        made.must_hold()
        key = keys.get(made.signer)
        if key is not None:
            _fits_key(key, made, event)
        if made.signed is not None:
            _fits_command(made.signed, stream, event)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return Finding(BROKEN, "signature_false", {**about, "why": str(error)})
    if key is None:
        return Finding(OPEN, "signature_key_unknown", about)
    about |= {"account": key.account, "since": key.since}
    if made.signed is None:
        return Finding(OPEN, "signature_bytes_withheld", about)
    return Finding(PROVEN, f"signature_{made.way}", about)


def _claims(told: Mapping[str, Any], made: Proof) -> None:
    """A signature counts for no more than its way, and a device without a face for the least."""
    most = 1 if made.way == "device" and not told.get("face") else LEVELS[made.way]
    if told.get("way") != made.way or told.get("level") != most:
        raise ValueError("it claims another way or level than was kept")


def _fits_key(key: Enrolled, made: Proof, event: Mapping[str, Any]) -> None:
    if key.key != made.told["public_key"]:
        raise ValueError("signed by another key than was enrolled under this name")
    if key.account is not None and key.account != event["actor"]:
        raise ValueError("the key belongs to another account")
    if not key.counts(event):
        raise ValueError("the key was not enrolled then, or revoked already")


def _fits_command(signed: bytes, stream: Stream, event: Mapping[str, Any]) -> None:
    """The bytes are those of the command from which this very event came."""
    told = json.loads(signed)
    place = (told["id"], told["company"], told["stream"])
    if place != (event["command"], event["company"], f"{stream.kind}/{stream.id}"):
        raise ValueError("the bytes are those of another command")
    body, data = told["body"], {**event["data"], **event["data"]["signed"]}
    if any(name in body and name in data and body[name] != data[name] for name in _SAME):
        raise ValueError("the event says something else than was signed")
    for label in ("signature", "opinion"):
        shown = stream.words.get((event["id"], label))
        if shown is not None and body.get(label, "").encode() != shown:
            raise ValueError("the handwriting or words are not those that were signed")
