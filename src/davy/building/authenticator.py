"""An authenticator in software: makes passkeys and signs as a phone's would, for tests and the demo.

Its answers are real: keys, flags, counters and signatures are those of WebAuthn, judged as any other.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

__all__ = ["Authenticator", "header"]

UNLOCKED, TOUCHED, ATTESTED = 0x04, 0x01, 0x40
AAGUID = bytes(16)


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def header(assertion: dict[str, str]) -> str:
    """The assertion as the Davy-Assertion header carries it."""
    return _text(json.dumps(assertion).encode())


@dataclass
class Authenticator:
    """One passkey. `counts`: whether it counts its signatures; `unlocked`: whether its owner unlocks it."""

    host: str
    origin: str = ""
    counts: bool = True
    unlocked: bool = True
    counter: int = 0
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, offer: dict[str, Any]) -> dict[str, Any]:
        """The new credential for a server's offer."""
        whole = self._data(ATTESTED) + AAGUID + len(self.id).to_bytes(2, "big") + self.id + self._cose()
        attested = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": whole})
        return {
            "id": _text(self.id),
            "rawId": _text(self.id),
            "type": "public-key",
            "response": {
                "clientDataJSON": _text(self._client_data("webauthn.create", _bytes(offer["challenge"]))),
                "attestationObject": _text(attested),
                "transports": ["internal"],
            },
        }

    def sign(self, raw: bytes) -> dict[str, str]:
        """The assertion over the bytes of a command."""
        if self.counts:
            self.counter += 1
        data = self._data()
        client_data = self._client_data("webauthn.get", hashlib.sha256(raw).digest())
        signed = data + hashlib.sha256(client_data).digest()
        return {
            "id": _text(self.id),
            "client_data": _text(client_data),
            "authenticator_data": _text(data),
            "signature": _text(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
        }

    def _data(self, more: int = 0) -> bytes:
        flags = TOUCHED | more | (UNLOCKED if self.unlocked else 0)
        host = hashlib.sha256(self.host.encode()).digest()
        return host + bytes([flags]) + self.counter.to_bytes(4, "big")

    def _client_data(self, kind: str, challenge: bytes) -> bytes:
        origin = self.origin or f"https://{self.host}"
        told = {"type": kind, "challenge": _text(challenge), "origin": origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _cose(self) -> bytes:
        point = self.key.public_key().public_numbers()
        return cbor2.dumps(
            {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        )
