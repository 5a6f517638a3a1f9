"""The keys that sign checkpoints: Ed25519, one a company, made on first use in the data directory.

Whoever has the database but not this file can rewrite rows and cannot sign for them.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from davy.settings.env import BadSettingError
from davy.settings.secret import secret, settle
from davy_core.evidence.note import ED25519, key_id, vkey, vkey_parts

__all__ = [
    "LogKey",
    "PublicKey",
    "folder",
    "key_file",
    "log_key",
    "log_name",
    "numbered",
    "origin",
    "replaced",
    "succession_file",
]


@dataclass(frozen=True)
class PublicKey:
    """Who signed, and how that is checked."""

    name: str
    point: bytes

    @classmethod
    def of(cls, told: str) -> PublicKey:
        """The key of this spelling. Raises NoteError for another algorithm or no key at all."""
        name, algorithm, point = vkey_parts(told)
        if algorithm != ED25519 or len(point) != 32:
            raise ValueError("not an Ed25519 key of a log")
        return cls(name, point)

    @property
    def id(self) -> bytes:
        """The four bytes that lead to this key."""
        return key_id(self.name, ED25519, self.point)

    @property
    def told(self) -> str:
        """The spelling handed to people."""
        return vkey(self.name, ED25519, self.point)

    def holds(self, text: bytes, signature: bytes) -> bool:
        """Whether this key signed the text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.point).verify(signature, text)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class LogKey:
    """The private half, for the one worker that signs."""

    name: str
    private: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """The half that everybody may have."""
        return PublicKey(self.name, self.private.public_key().public_bytes_raw())

    @property
    def id(self) -> bytes:
        """The four bytes that lead to this key."""
        return self.public.id

    def sign(self, text: bytes) -> bytes:
        """The signature over the text, 64 bytes."""
        return self.private.sign(text)


def origin(company_id: UUID) -> str:
    """The name of a company's log, the same for ever and nobody else's."""
    return f"davy/{company_id}"


def log_key(company_id: UUID) -> LogKey:
    """The key of a company's log that is in force: the one that the newest succession names, else the first.
    Raises BadSettingError for a key file that is gone or not that key's."""
    path = succession_file(company_id)
    if not path.exists():
        return LogKey(origin(company_id), key_file(numbered(company_id, 0)))
    notes = json.loads(path.read_text(encoding="utf-8"))
    told = PublicKey.of(notes[-1].split("\n")[2])
    file = numbered(company_id, len(notes))
    found = LogKey(told.name, key_file(file))
    if found.public != told:
        raise BadSettingError(str(file), "is not the key that followed the one before")
    return found


def log_name(company_id: UUID) -> str:
    """The name that the company's log bears now: its origin, or what it was called when it was begun anew.
    Makes no key. Raises ValueError for a succession that is not ours."""
    path = succession_file(company_id)
    if not path.exists():
        return origin(company_id)
    return PublicKey.of(json.loads(path.read_text(encoding="utf-8"))[-1].split("\n")[2]).name


def numbered(company_id: UUID, followed: int) -> Path:
    """The file of the key that followed so many others."""
    return folder() / (f"{company_id}.{followed + 1}.pem" if followed else f"{company_id}.pem")


def succession_file(company_id: UUID) -> Path:
    """Where it is kept which key followed which."""
    return folder() / f"{company_id}.succession"


def replaced(path: Path, content: str) -> None:
    """Put the content in the place of what the file held, whole or not at all, and on the disk when this
    returns."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    settle(path.parent)


def folder() -> Path:
    """Where the keys of the logs lie, and what was signed last with each."""
    return Path(settings.DATA) / "log-keys"


@cache
def key_file(path: Path) -> Ed25519PrivateKey:
    """The private key in this file, made on first use. Raises BadSettingError when others may read the file
    or it holds something else."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    found = load_pem_private_key(secret(path, _made), None)
    if not isinstance(found, Ed25519PrivateKey):
        raise BadSettingError(str(path), "holds no Ed25519 key")
    return found


def _made() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
