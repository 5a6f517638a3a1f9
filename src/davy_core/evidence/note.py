"""Signed notes after C2SP: a text that anybody can read, with lines below it that tell who signed it.

The core knows no keys' insides: who signs or checks hands in a `Signer` or a `Verifier`. A line is
``— name base64(four bytes that name the key ‖ signature)``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = [
    "ED25519",
    "ED25519_COSIGNED",
    "NoteError",
    "Signature",
    "Signer",
    "Verifier",
    "key_id",
    "opened",
    "parsed",
    "signed",
    "vkey",
    "vkey_parts",
]

ED25519 = 0x01
"""A signature over the text."""
ED25519_COSIGNED = 0x04
"""A witness's signature over the text and the time."""

_DASH = "— "
_LARGEST = 1_000_000
_MOST_SIGNATURES = 100


class NoteError(ValueError):
    """This is no signed note, or nobody known signed it. The message says why."""


class Verifier(Protocol):
    """A public key by name."""

    @property
    def name(self) -> str: ...
    @property
    def id(self) -> bytes: ...
    def holds(self, text: bytes, signature: bytes) -> bool:
        """Whether this key made the signature over the text."""


class Signer(Protocol):
    """A private key by name."""

    @property
    def name(self) -> str: ...
    @property
    def id(self) -> bytes: ...
    def sign(self, text: bytes) -> bytes:
        """The signature over the text."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One line below the text: who says he signed, with which key (4 bytes), and the signature."""

    name: str
    id: bytes
    bytes: bytes

    def line(self) -> str:
        """The line as it stands below the text."""
        return f"{_DASH}{self.name} {base64.b64encode(self.id + self.bytes).decode()}\n"


def key_id(name: str, algorithm: int, public: bytes) -> bytes:
    """The four bytes that name a key. They lead to the key to try and prove nothing."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([algorithm]) + public).digest()[:4]


def vkey(name: str, algorithm: int, public: bytes) -> str:
    """The one spelling of a public key by name, as it is handed to people: ``name+id+base64``."""
    _check_name(name)
    told = base64.b64encode(bytes([algorithm]) + public).decode()
    return f"{name}+{key_id(name, algorithm, public).hex()}+{told}"


def vkey_parts(text: str) -> tuple[str, int, bytes]:
    """Name, algorithm and public key. Raises NoteError for what is not the one spelling of a key."""
    name, _, rest = text.partition("+")
    _, _, told = rest.partition("+")
    try:
        key = base64.b64decode(told, validate=True)
    except binascii.Error:
        key = b""
    if len(key) < 2 or vkey(name, key[0], key[1:]) != text:
        raise NoteError("this is no public key of a log or witness")
    return name, key[0], key[1:]


def signed(text: str, signers: Iterable[Signer], others: Sequence[Signature] = ()) -> str:
    """The note: the text, the signers' lines, and those `others` gave. Raises NoteError for bad text."""
    _check_text(text)
    own = [Signature(s.name, s.id, s.sign(text.encode())) for s in signers]
    return text + "\n" + "".join(s.line() for s in (*own, *others))


def parsed(note: str) -> tuple[str, list[Signature]]:
    """The text and what stands below it. Nothing is checked yet. Raises NoteError for what is no note."""
    if len(note) > _LARGEST:
        raise NoteError("the note is too large")
    at = note.rfind("\n\n")
    if at < 0 or not note.endswith("\n"):
        raise NoteError("there is no text with signatures below it")
    text, lines = note[: at + 1], note[at + 2 :].split("\n")[:-1]
    _check_text(text)
    if not 0 < len(lines) <= _MOST_SIGNATURES:
        raise NoteError("there are no signatures, or too many")
    return text, [_signature(line) for line in lines]


def opened(note: str, known: Iterable[Verifier]) -> tuple[str, list[Signature]]:
    """The text and the lines that known keys made. Lines of unknown keys are passed over.

    Raises NoteError when a known key's line is wrong, or when no known key signed.
    """
    text, lines = parsed(note)
    keys = {(key.name, key.id): key for key in known}
    held: dict[tuple[str, bytes], Signature] = {}
    for line in lines:
        key = keys.get((line.name, line.id))
        if key is None:
            continue
        if not key.holds(text.encode(), line.bytes):
            raise NoteError(f"the signature of {line.name} does not hold")
        held.setdefault((line.name, line.id), line)
    if not held:
        raise NoteError("nobody known signed this")
    return text, list(held.values())


def _signature(line: str) -> Signature:
    name, _, told = line.removeprefix(_DASH).partition(" ")
    try:
        content = base64.b64decode(told, validate=True)
    except binascii.Error:
        content = b""
    if not line.startswith(_DASH) or len(content) < 5 or base64.b64encode(content).decode() != told:
        raise NoteError("a line below the text is no signature")
    _check_name(name)
    return Signature(name, content[:4], content[4:])


def _check_name(name: str) -> None:
    if not name or "+" in name or any(c.isspace() for c in name):
        raise NoteError(f"{name!r} cannot name a key")


def _check_text(text: str) -> None:
    if not text.endswith("\n") or any(ord(c) < 0x20 and c != "\n" for c in text):
        raise NoteError("the text has control characters or does not end its last line")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NoteError("the text is no Unicode") from error
