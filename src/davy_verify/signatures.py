"""Checks every signature on the events: who could have made it, over what, and what nobody can check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from davy_verify.commands import SIGNING, must_fit
from davy_verify.enrolled import Enrolled, devices, passkeys
from davy_verify.erased import Erased
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.opening import Bundle
from davy_verify.proofs import LEVELS, Proof, proof
from davy_verify.streams import Stream

__all__ = ["PROOFS", "Signatures"]

PROOFS = "signatures/proofs.jsonl"
_LONGEST = 8 << 20
_KIND = {"passkey": "passkey", "device": "phone", "kiosk": "kiosk"}
"""What may sign by each way."""
Keys = Mapping[str, Mapping[str, Enrolled]]
"""By way, then by the name of the key there: a phone and a passkey never stand for each other."""


@dataclass
class Signatures:
    """The signatures that the events of some streams tell of."""

    bundle: Bundle
    streams: Sequence[Stream]
    erased: Erased
    """Which signed bytes went on record."""
    _used: set[str] = field(default_factory=set)

    def check(self) -> Iterator[Finding]:
        """One statement for each signature, and one a stream for those that left nothing behind."""
        try:
            kept = {found.sha256: found for found in self._kept()}
            enrolled = devices(self.streams)
            keys = {"passkey": passkeys(self.bundle, self.streams), "device": enrolled, "kiosk": enrolled}
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

    def _of(self, stream: Stream, kept: Mapping[str, Proof], keys: Keys) -> Iterator[Finding]:
        passwords, without = 0, []
        for event in stream.events:
            told = event["data"].get("signed")
            if not isinstance(told, dict):
                if event["type"] in SIGNING or "signed" in event["data"]:
                    without.append(str(event["seq"]))
                continue
            about = {"kind": stream.kind, "stream": stream.id, "event": event["seq"], "what": event["type"]}
            digest = told.get("evidence")
            if not isinstance(digest, str):
                fault = digest is not None or not _says(told, "password", 1)
                passwords += not fault
                if fault:
                    yield Finding(BROKEN, "signature_false", {**about, "why": "it claims more than it kept"})
                continue
            self._used.add(digest)
            if digest not in kept:
                yield Finding(OPEN, "proof_withheld", about)
            else:
                found = _judged(stream, event, kept[digest], keys, about)
                gone = found.code == "signature_bytes_withheld" and self.erased.command(
                    stream, event["seq"], kept[digest].command
                )
                yield Finding(TOLD, "signature_bytes_erased", found.about) if gone else found
        where = {"kind": stream.kind, "stream": stream.id}
        if passwords:
            yield Finding(TOLD, "signed_by_password", {**where, "count": passwords})
        if without:
            yield Finding(OPEN, "signed_by_nobody", {**where, "events": ", ".join(without)})


def _judged(
    stream: Stream, event: Mapping[str, Any], made: Proof, keys: Keys, about: dict[str, Any]
) -> Finding:
    about = {**about, "level": event["data"]["signed"].get("level"), "key": made.signer}
    key = keys[made.way].get(made.signer)
    try:
        _claims(event["data"]["signed"], made)
        made.must_hold()
        if key is not None:
            _fits_key(key, made, event)
        if made.signed is not None:
            must_fit(made.signed, stream, event)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return Finding(BROKEN, "signature_false", {**about, "why": str(error)})
    if key is None:
        return Finding(OPEN, "signature_key_unknown", about)
    about |= {"account": key.account, "since": key.since}
    doubt = _doubt(stream, event, made, key)
    return Finding(OPEN, doubt, about) if doubt else Finding(PROVEN, f"signature_{made.way}", about)


def _doubt(stream: Stream, event: Mapping[str, Any], made: Proof, key: Enrolled) -> str | None:
    """What keeps a signature that holds from proving this event. That its bytes are not there comes last: it
    is the only doubt that an erasure on record takes away."""
    if event["type"] not in SIGNING:
        return "signature_of_what"
    if "simulated" in event["data"]:
        return "signature_simulated"
    if key.entry is None and made.way == "passkey":
        return "signature_key_unlogged"
    if not key.before(stream.entered_at(event["seq"])):
        return "signature_key_late"
    return "signature_bytes_withheld" if made.signed is None else None


def _claims(told: Mapping[str, Any], made: Proof) -> None:
    """A signature counts for no more than its way, and a device without a face or a PIN for the least."""
    alone = made.way == "device" and not (told.get("face") and made.told["pin"])
    if not _says(told, made.way, 1 if alone else LEVELS[made.way]):
        raise ValueError("it claims another way or level than was kept")


def _says(told: Mapping[str, Any], way: str, level: int) -> bool:
    """`True` is no level, though it equals 1."""
    return told.get("way") == way and type(told.get("level")) is int and told["level"] == level


def _fits_key(key: Enrolled, made: Proof, event: Mapping[str, Any]) -> None:
    if key.kind != _KIND[made.way]:
        raise ValueError("a terminal is nobody's phone, and a phone no terminal")
    if key.key != made.told["public_key"]:
        raise ValueError("signed by another key than was enrolled under this name")
    if key.host is not None and key.host != made.told["rp_id"]:
        raise ValueError("the passkey was enrolled for another host")
    if made.way != "kiosk" and key.account != event["actor"]:
        raise ValueError("the key belongs to another account")
    if "simulated" not in event["data"] and not key.counts(event):
        raise ValueError("the key was not enrolled then, or revoked already")
