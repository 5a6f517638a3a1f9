"""What is known of people by need only, sealed by a key that lies outside of the database.

Whoever reads a dump of the database reads no identity number, no telephone of a relative and no diagnosis.
The key is a file of the installation of its own (``people-key``): it may be kept when the secret of the
sessions is changed, and a backup takes it along, encrypted. Every sealed text names the key it was made with.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from davy.settings.secret import secret

__all__ = ["LostKeyError", "fingerprint", "index", "seal", "unseal"]

_FORM = b"\x01"
_NONCE, _MARK = 12, 4  # bytes; NIST SP 800-38D
_HEAD = len(_FORM) + _MARK + _NONCE


class LostKeyError(Exception):
    """Sealed by a key that is not here, for another company or row, or changed since."""


def seal(content: Mapping[str, Any], company_id: UUID, purpose: str) -> bytes:
    """The JSON of the content, closed for this company and this purpose (the row that it stands in)."""
    key, nonce = _key(), os.urandom(_NONCE)
    head = _FORM + _mark(key) + nonce
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return head + AESGCM(key).encrypt(nonce, text, _bound(company_id, purpose))


def unseal(sealed: bytes, company_id: UUID, purpose: str) -> dict[str, Any]:
    """What was sealed; nothing for the empty text. Raises LostKeyError."""
    if not sealed:
        return {}
    key = _key()
    if sealed[:1] != _FORM or sealed[1 : 1 + _MARK] != _mark(key):
        raise LostKeyError(purpose)
    try:
        plain = AESGCM(key).decrypt(
            sealed[_HEAD - _NONCE : _HEAD], sealed[_HEAD:], _bound(company_id, purpose)
        )
    except (InvalidTag, ValueError):
        raise LostKeyError(purpose) from None
    found: dict[str, Any] = json.loads(plain)
    return found


def index(text: str, company_id: UUID) -> str:
    """By which an equal text of this company is found without being told: 64 characters, of no use without
    the key. It begins with ``k``, which no hash of before it does."""
    made = hmac.new(_key() + b"index", f"{company_id}/{text}".encode(), hashlib.sha256).hexdigest()
    return f"k{made[:63]}"


def fingerprint() -> str:
    """Which key is in use, without telling it."""
    return _mark(_key()).hex()


def _key() -> bytes:
    return _read(str(settings.DATA))


@cache
def _read(data: str) -> bytes:
    path = Path(data) / "people-key"
    return bytes.fromhex(secret(path, lambda: secrets.token_hex(32).encode("ascii")).decode("ascii").strip())


def _mark(key: bytes) -> bytes:
    return hashlib.sha256(b"davy people key" + key).digest()[:_MARK]


def _bound(company_id: UUID, purpose: str) -> bytes:
    return f"{company_id}/{purpose}".encode()
