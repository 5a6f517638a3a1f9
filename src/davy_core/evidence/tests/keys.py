"""Real keys for tests of signed notes."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy_core.evidence.note import ED25519, key_id


@dataclass(frozen=True)
class Key:
    """Both halves of an Ed25519 key with a name."""

    name: str
    private: Ed25519PrivateKey

    @classmethod
    def of(cls, name: str, seed: bytes) -> Key:
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @property
    def id(self) -> bytes:
        return key_id(self.name, ED25519, self.public)

    def sign(self, text: bytes) -> bytes:
        return self.private.sign(text)

    def holds(self, text: bytes, signature: bytes) -> bool:
        try:
            self.private.public_key().verify(signature, text)
        except InvalidSignature:
            return False
        return True
