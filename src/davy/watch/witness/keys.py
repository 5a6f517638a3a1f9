"""The keys of witnesses (C2SP cosignature/v1, Ed25519) and the lists of whom we know, from the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from davy.evidence.log.keys import PublicKey, folder, key_file
from davy_core.evidence.checkpoint import cosigned, cosigned_at, cosigned_text
from davy_core.evidence.note import ED25519_COSIGNED, NoteError, Signature, key_id, vkey, vkey_parts

__all__ = ["OurKey", "Witness", "known_logs", "our_key", "witnesses"]


@dataclass(frozen=True)
class Witness:
    """Somebody who co-signs our checkpoints: the public key by name, and where he is asked."""

    name: str
    point: bytes
    url: str

    @classmethod
    def of(cls, line: str) -> Witness:
        """The witness of a line ``vkey address``. Raises NoteError."""
        told, _, url = line.partition(" ")
        name, algorithm, point = vkey_parts(told)
        if algorithm != ED25519_COSIGNED or len(point) != 32 or not url.strip():
            raise NoteError("this is no key of a witness with its address")
        return cls(name, point, url.strip().rstrip("/"))

    @property
    def id(self) -> bytes:
        """The four bytes that lead to this key."""
        return key_id(self.name, ED25519_COSIGNED, self.point)

    def signed_at(self, text: str, line: Signature) -> int:
        """When it co-signed the text, in seconds since 1970. Raises NoteError when the line does not hold."""
        at, signature = cosigned_at(line.bytes)
        try:
            Ed25519PublicKey.from_public_bytes(self.point).verify(signature, cosigned_text(text, at))
        except InvalidSignature as error:
            raise NoteError(f"the line of {self.name} does not hold") from error
        return at


@dataclass(frozen=True)
class OurKey:
    """Our own key as a witness of others."""

    name: str
    private: Ed25519PrivateKey

    @property
    def told(self) -> str:
        """The spelling handed to people."""
        return vkey(self.name, ED25519_COSIGNED, self.private.public_key().public_bytes_raw())

    def line(self, text: str, now: datetime) -> str:
        """Our line below a checkpoint's text."""
        at = int(now.timestamp())
        point = self.private.public_key().public_bytes_raw()
        signature = self.private.sign(cosigned_text(text, at))
        return Signature(
            self.name, key_id(self.name, ED25519_COSIGNED, point), cosigned(at, signature)
        ).line()


def our_key(company_id: UUID) -> OurKey:
    """The key with which this company co-signs the logs of others, made on first use."""
    return OurKey(f"davy-witness/{company_id}", key_file(folder() / f"{company_id}.witness.pem"))


def witnesses(path: Path | None) -> list[Witness]:
    """Who co-signs our checkpoints. Raises NoteError for a bad line, OSError when the file cannot be read."""
    return [Witness.of(line) for line in _lines(path)]


def known_logs(path: Path | None) -> Mapping[str, list[PublicKey]]:
    """The logs that we co-sign: their keys by origin. Raises NoteError or ValueError for a bad line, OSError
    when the file cannot be read."""
    found: dict[str, list[PublicKey]] = {}
    for line in _lines(path):
        key = PublicKey.of(line)
        found.setdefault(key.name, []).append(key)
    return found


def _lines(path: Path | None) -> list[str]:
    if path is None:
        return []
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]
