"""Keys and tokens of the NATS auth callout: an Ed25519 key under its NATS name, and JWTs signed with it.

The two dozen lines stand here instead of a library: the packages for it bring a second crypto library with
them (ADR 0019).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

__all__ = ["Issuer", "claims"]

_ACCOUNT = b"\x00"  # the prefix that makes a public key of an account begin with A
_HEADER = b'{"typ":"JWT","alg":"ed25519-nkey"}'


@dataclass(frozen=True)
class Issuer:
    """The account key by which the broker believes what the callout answers; `seed` is 32 bytes."""

    seed: bytes

    @classmethod
    def new(cls) -> Issuer:
        """A fresh key."""
        key = Ed25519PrivateKey.generate()
        return cls(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def public(self) -> str:
        """The public key in the spelling of NATS: prefix, key, CRC-16, base 32."""
        raw = _ACCOUNT + self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        check = binascii.crc_hqx(raw, 0).to_bytes(2, "little")
        return base64.b32encode(raw + check).decode().rstrip("=")

    def sign(self, told: Mapping[str, Any], issued: int) -> str:
        """A JWT over these claims; `issued` in seconds since 1970."""
        body = {**told, "iss": self.public, "iat": issued}
        digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).digest()
        body["jti"] = base64.b32encode(digest).decode().rstrip("=")
        text = f"{_text(_HEADER)}.{_text(json.dumps(body).encode())}"
        return f"{text}.{_text(self._key.sign(text.encode()))}"


def claims(token: str) -> dict[str, Any]:
    """What a JWT says. It comes over the broker's own account, which nobody else can publish to. Raises
    ValueError for what is none."""
    parts = token.split(".")
    if len(parts) != 3:
        raise ValueError("not a JWT")
    found = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    if not isinstance(found, dict):
        raise ValueError("not a JWT")  # noqa: TRY004 - what came is data, not a mistake of ours
    return found


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
