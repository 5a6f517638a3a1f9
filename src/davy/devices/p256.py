"""ECDSA on P-256 with SHA-256 as browsers do it: raw points and raw r‖s, base64url without padding."""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

__all__ = ["decoded", "encoded", "point", "sign", "verifies"]

_HASH = ec.ECDSA(hashes.SHA256())
_SIZE = 32  # bytes of each half of a signature


def verifies(key: str, signature: str, message: bytes) -> bool:
    """Whether the signature over the message was made with the other half of the key. False as well for a key
    that is no point of the curve and for text that is not base64url."""
    try:
        raw = decoded(signature)
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(key))
        if len(raw) != 2 * _SIZE:
            return False
        halves = (int.from_bytes(raw[:_SIZE]), int.from_bytes(raw[_SIZE:]))
        public.verify(encode_dss_signature(*halves), message, _HASH)
    except (InvalidSignature, ValueError):
        return False
    return True


def sign(key: ec.EllipticCurvePrivateKey, message: bytes) -> str:
    """The signature over the message."""
    r, s = decode_dss_signature(key.sign(message, _HASH))
    return encoded(r.to_bytes(_SIZE) + s.to_bytes(_SIZE))


def point(key: ec.EllipticCurvePrivateKey) -> str:
    """The public half of the key."""
    return encoded(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def encoded(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of base64url without padding. Raises ValueError for other text."""
    try:
        return base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError("not base64url") from error
