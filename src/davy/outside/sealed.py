"""What Davy identifies itself with outside, kept closed in the database: its key lies outside of it.

Whoever reads a dump of the database reads no password of a mail server. The key is made of the secret of the
installation, which a backup keeps apart and encrypted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

__all__ = ["LostKeyError", "seal", "unseal"]

_NONCE = 12  # bytes; NIST SP 800-38D


class LostKeyError(Exception):
    """Sealed by another key, for another company or purpose, or changed since."""


def seal(content: Mapping[str, Any], company_id: UUID, purpose: str) -> bytes:
    """The JSON of the content, closed for this company and purpose."""
    nonce = os.urandom(_NONCE)
    return nonce + _key().encrypt(nonce, json.dumps(content).encode(), _bound(company_id, purpose))


def unseal(sealed: bytes, company_id: UUID, purpose: str) -> dict[str, Any]:
    """What was sealed. Raises LostKeyError."""
    try:
        plain = _key().decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(company_id, purpose))
    except (InvalidTag, ValueError):
        raise LostKeyError(purpose) from None
    found: dict[str, Any] = json.loads(plain)
    return found


def _key() -> AESGCM:
    """Apart from whatever else the secret of the installation is used for."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"davy outside credentials v1")
    return AESGCM(derived.derive(settings.SECRET_KEY.encode()))


def _bound(company_id: UUID, purpose: str) -> bytes:
    return f"{company_id}/{purpose}".encode()
