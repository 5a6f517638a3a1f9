"""Signatures of phones and passkeys: P-256 as browsers make it, and the keys of WebAuthn (COSE)."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from davy_verify.cbor import decoded

__all__ = ["by_device", "by_passkey", "plain"]

_HALF = 32
_ES256, _EDDSA, _RS256 = -7, -8, -257


def plain(text: str) -> bytes:
    """The bytes of base64url without padding. Raises ValueError for another spelling."""
    if not text.isascii():
        raise ValueError("not base64url")
    try:
        found = base64.b64decode(text.encode() + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base64url") from error
    if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != text:
        raise ValueError("not base64url")
    return found


def by_device(key: str, signature: str, message: bytes) -> bool:
    """Whether this P-256 point signed the message with SHA-256 (raw r and s). Raises ValueError for what is
    no key or no signature."""
    raw = plain(signature)
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), plain(key))
    if len(raw) != 2 * _HALF:
        raise ValueError("a signature of another length")
    halves = encode_dss_signature(int.from_bytes(raw[:_HALF]), int.from_bytes(raw[_HALF:]))
    return _holds(lambda: public.verify(halves, message, ec.ECDSA(hashes.SHA256())))


def by_passkey(key: str, signature: str, message: bytes) -> bool:
    """Whether this key, as WebAuthn spells it, signed the message. Raises ValueError for a kind of key that
    Davy never asks for."""
    told, raw = decoded(plain(key)), plain(signature)
    if not isinstance(told, dict):
        raise ValueError("no key")  # noqa: TRY004 - it is what came that is wrong
    kind, curve = (told.get(1), told.get(3)), told.get(-1)
    if (*kind, curve) == (2, _ES256, 1):
        point = b"\4" + _coordinate(told, -2) + _coordinate(told, -3)
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        return _holds(lambda: public.verify(raw, message, ec.ECDSA(hashes.SHA256())))
    if (*kind, curve) == (1, _EDDSA, 6):
        edwards = ed25519.Ed25519PublicKey.from_public_bytes(_coordinate(told, -2))
        return _holds(lambda: edwards.verify(raw, message))
    if kind == (3, _RS256):
        numbers = rsa.RSAPublicNumbers(int.from_bytes(_bytes(told, -2)), int.from_bytes(_bytes(told, -1)))
        if numbers.n.bit_length() < 2048:
            raise ValueError("an RSA key that is too short")
        public_rsa = numbers.public_key()
        return _holds(lambda: public_rsa.verify(raw, message, padding.PKCS1v15(), hashes.SHA256()))
    raise ValueError("a key of another kind")


def _holds(verify: Any) -> bool:
    try:
        verify()
    except InvalidSignature:
        return False
    except UnsupportedAlgorithm as error:
        raise ValueError(str(error)) from error
    return True


def _bytes(told: dict[Any, Any], label: int) -> bytes:
    found = told.get(label)
    if not isinstance(found, bytes):
        raise ValueError("no key")  # noqa: TRY004 - it is what came that is wrong
    return found


def _coordinate(told: dict[Any, Any], label: int) -> bytes:
    found = _bytes(told, label)
    if len(found) != _HALF:
        raise ValueError("a key of another length")
    return found
