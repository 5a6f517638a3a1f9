"""Reads C2SP signed notes and checks their Ed25519 signatures."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

__all__ = ["BadNoteError", "Key", "Witness", "cosigned_at", "opened", "others", "signed_part", "signer"]


class BadNoteError(ValueError):
    """This is no note, or the key did not sign it."""


@dataclass(frozen=True)
class _Public:
    """An Ed25519 public key by a name; `_KIND` says what it signs."""

    _KIND: ClassVar[bytes]
    name: str
    point: bytes

    @classmethod
    def of(cls, told: str) -> Self:
        """The key of the spelling ``name+id+base64``. Raises BadNoteError for anything else."""
        name, _, rest = told.partition("+")
        try:
            content = base64.b64decode(rest.partition("+")[2], validate=True)
        except (binascii.Error, ValueError):
            content = b""
        found = cls(name, content[1:])
        if len(content) != 33 or content[:1] != cls._KIND or found.told != told:
            raise BadNoteError(f"no Ed25519 key of a {cls.__name__.lower()}")
        return found

    @property
    def id(self) -> bytes:
        """The four bytes by which a note names the key."""
        return sha256(self.name.encode() + b"\n" + self._KIND + self.point).digest()[:4]

    @property
    def told(self) -> str:
        """The spelling handed to people."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(self._KIND + self.point).decode()}"


@dataclass(frozen=True)
class Key(_Public):
    """The public key of a log, which signs the text."""

    _KIND = b"\1"


@dataclass(frozen=True)
class Witness(_Public):
    """The public key of a witness, who signs text and time."""

    _KIND = b"\4"


def cosigned_at(note: bytes, witness: Witness) -> int | None:
    """When this witness signed the note, in seconds since 1970; None when it has no line of his. Raises
    BadNoteError when his line does not hold."""
    text, _, lines = note.decode().rpartition("\n\n")
    for line in lines.split("\n")[:-1]:
        dash, name, content = _line(line)
        if not dash or name != witness.name or content[:4] != witness.id:
            continue
        at = int.from_bytes(content[4:12])
        try:
            said = f"cosignature/v1\ntime {at}\n{text}\n".encode()
            Ed25519PublicKey.from_public_bytes(witness.point).verify(content[12:], said)
        except InvalidSignature as error:
            raise BadNoteError(f"the line of {name} does not hold") from error
        return at
    return None


def others(note: bytes, key: Key) -> int:
    """How many lines below the note are of another name than this key. Raises BadNoteError."""
    lines = note.decode().rpartition("\n\n")[2].split("\n")[:-1]
    return sum(_line(line)[1] != key.name for line in lines)


def opened(note: bytes, key: Key) -> str:
    """The text of the note, which this key signed. Raises BadNoteError."""
    return _opened(note, key)[0]


def signer(note: bytes, keys: Sequence[Key]) -> Key:
    """The first of these keys that signed the note. Raises BadNoteError when none did."""
    for key in keys:
        with suppress(BadNoteError):
            opened(note, key)
            return key
    raise BadNoteError("not signed by these keys")


def signed_part(note: bytes, key: Key) -> bytes:
    """The note as this key signed it, without the lines of others. Raises BadNoteError."""
    text, line = _opened(note, key)
    return f"{text}\n{line}\n".encode()


def _opened(note: bytes, key: Key) -> tuple[str, str]:
    """The text, and the line of this key."""
    try:
        told = note.decode()
    except UnicodeDecodeError as error:
        raise BadNoteError("no text") from error
    text, gap, lines = told.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise BadNoteError("no signatures")
    text += "\n"
    for line in lines[:-1].split("\n"):
        dash, name, content = _line(line)
        if dash and name == key.name and content[:4] == key.id:
            try:
                Ed25519PublicKey.from_public_bytes(key.point).verify(content[4:], text.encode())
            except InvalidSignature as error:
                raise BadNoteError("the signature does not hold") from error
            return text, line
    raise BadNoteError("not signed by this key")


def _line(line: str) -> tuple[bool, str, bytes]:
    dash, _, rest = line.partition(" ")
    name, _, told = rest.partition(" ")
    try:
        content = base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadNoteError("a line below the text is no signature") from error
    if base64.b64encode(content).decode() != told:
        raise BadNoteError("a line below the text is no signature")
    return dash == "—", name, content
