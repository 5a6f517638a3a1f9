"""A passkey's answer over the bytes of a command, as it travels beside them.

`{"id", "client_data", "authenticator_data", "signature"}`, each base64url without padding, as the browser
gave it; in a header that JSON in base64url.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from davy.problems.response import Problem

__all__ = ["Assertion", "at_home", "read", "spelled", "unpadded"]

LONGEST = 8000  # characters of a header; a real one has about 900
_KEYS = frozenset({"id", "client_data", "authenticator_data", "signature"})
_BASE64URL = re.compile(r"[A-Za-z0-9_-]{1,4000}", re.ASCII)


@dataclass(frozen=True)
class Assertion:
    """What the authenticator answered. `challenge` and `origin` are what it says it was asked, and where."""

    credential: str
    client_data: bytes
    authenticator_data: bytes
    signature: bytes
    challenge: bytes
    origin: str

    @property
    def user_verified(self) -> bool:
        """Whether the authenticator made sure who touches it: fingerprint, face or PIN."""
        return bool(self.authenticator_data[32] & 0x04)

    @property
    def counter(self) -> int:
        """How often it has signed; 0 when it does not count."""
        return int.from_bytes(self.authenticator_data[33:37], "big")

    def standard(self) -> dict[str, Any]:
        """As the WebAuthn specification spells it."""
        return {
            "id": self.credential,
            "rawId": self.credential,
            "type": "public-key",
            "response": {
                "clientDataJSON": unpadded(self.client_data),
                "authenticatorData": unpadded(self.authenticator_data),
                "signature": unpadded(self.signature),
            },
        }


def spelled(text: str) -> Mapping[str, str]:
    """What a `Davy-Assertion` header says. Raises Problem passkey_unreadable."""
    try:
        return dict(json.loads(_bytes(text[:LONGEST])))
    except (ValueError, TypeError, RecursionError) as error:
        raise Problem("passkey_unreadable") from error


def read(said: object) -> Assertion:
    """The assertion of a parsed value. Raises Problem passkey_unreadable."""
    try:
        return _assertion(said)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Problem("passkey_unreadable") from error


def at_home(origin: str, host: str) -> bool:
    """Whether a page of this origin belongs to the host: by https, and by http on this machine only."""
    found = urlsplit(origin)
    safe = found.scheme == "https" or (found.scheme == "http" and _is_this_machine(host))
    return safe and found.hostname == host and not found.path and not found.username


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or host.endswith(".localhost")


def _assertion(said: object) -> Assertion:
    if not isinstance(said, Mapping) or set(said) != _KEYS:
        raise ValueError("not an assertion")
    client_data = _bytes(said["client_data"])
    told = json.loads(client_data)
    authenticator_data = _bytes(said["authenticator_data"])
    if len(authenticator_data) < 37:
        raise ValueError("authenticator data is cut off")
    _bytes(said["id"])
    return Assertion(
        credential=said["id"],
        client_data=client_data,
        authenticator_data=authenticator_data,
        signature=_bytes(said["signature"]),
        challenge=_bytes(told["challenge"]),
        origin=str(told["origin"]),
    )


def _bytes(text: object) -> bytes:
    if not isinstance(text, str) or not _BASE64URL.fullmatch(text):
        raise ValueError("not base64url")
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise ValueError("not base64url") from error


def unpadded(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
