"""The keys of a partnership: two halves of a secret passed by hand in two codes, and a signing key each.

Neither code alone masks anybody: the key of the pair is made of both halves. The codes are shown once, to who
gave the consent, and are kept nowhere in clear."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from davy.outside.sealed import seal, unseal
from davy_core.instants import instant, iso

__all__ = ["COUNTS_FOR", "Code", "CodeError", "Keys", "fresh", "opened"]

COUNTS_FOR = timedelta(hours=72)
"""How long a code may lie on somebody's desk (j)."""
_SIGN = "DAVY-PARK-"
_LONGEST = 2000
_PROOF = 8
"""Letters at the end of a code. They find a slip of the hand; who means harm can write them himself."""


def _proof(spelt: str) -> str:
    return hashlib.sha256(f"davy park code v1\n{spelt}".encode()).hexdigest()[:_PROOF]


class CodeError(Exception):
    """What was entered is no code of this step."""


@dataclass(frozen=True)
class Keys:
    """What we hold of one partnership. `half`: of ours; `own`: seed of our signing key; `theirs`: public key
    of the partner; `pair`: the key that masks, empty before both halves met and after the end."""

    half: str
    own: str
    theirs: str = ""
    pair: str = ""

    @property
    def point(self) -> str:
        """Our public key."""
        return self._private.public_key().public_bytes_raw().hex()

    def signed(self, head: bytes, body: str) -> str:
        """The signature of these bytes after their head, hex."""
        return self._private.sign(head + body.encode()).hex()

    def holds(self, head: bytes, body: str, signature: str) -> bool:
        """Whether the partner signed exactly this."""
        try:
            public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.theirs))
            public.verify(bytes.fromhex(signature), head + body.encode())
        except (InvalidSignature, ValueError):
            return False
        return True

    def joined(self, pair: UUID, first: str, second: str, theirs: str) -> Keys:
        """With the partner's key, and with the key of the pair made of both halves."""
        made = HKDF(algorithm=SHA256(), length=32, salt=pair.bytes, info=b"davy park pair v1")
        return Keys(self.half, self.own, theirs, made.derive(bytes.fromhex(first + second)).hex())

    def without_pair(self) -> Keys:
        """What is left after the end: the signing keys, to say goodbye with, and nothing that masks."""
        return Keys("", self.own, self.theirs, "")

    def sealed(self, company_id: UUID, partner_id: UUID) -> bytes:
        """Closed for its row."""
        return seal(vars(self), company_id, f"park/{partner_id}")

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.own))


def fresh() -> Keys:
    """New ones of ours."""
    return Keys(secrets.token_hex(32), secrets.token_hex(32))


def opened(sealed: bytes, company_id: UUID, partner_id: UUID) -> Keys:
    """Those of a row. Raises davy.outside.sealed.LostKeyError."""
    return Keys(**unseal(sealed, company_id, f"park/{partner_id}"))


@dataclass(frozen=True)
class Code:
    """What is passed by hand: the first from who invites, the second from who joins."""

    step: int
    pair: UUID
    company: str
    url: str
    half: str
    point: str
    at: datetime

    @property
    def text(self) -> str:
        """The spelling that is passed on; its end proves that none of its letters was lost or changed."""
        told: Mapping[str, Any] = {**vars(self), "pair": str(self.pair), "at": iso(self.at)}
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        spelt = base64.urlsafe_b64encode(body).decode().rstrip("=")
        return f"{_SIGN}{spelt}{_proof(spelt)}"

    @classmethod
    def of(cls, text: str, step: int, now: datetime) -> Code:
        """Raises CodeError for anything else, for another step, and for one too old."""
        plain = "".join(text.split())
        if not plain.startswith(_SIGN) or len(plain) > _LONGEST:
            raise CodeError
        spelt, proof = plain[len(_SIGN) : -_PROOF], plain[-_PROOF:]
        if proof != _proof(spelt):
            raise CodeError
        try:
            told = json.loads(base64.urlsafe_b64decode(spelt + "=="))
            found = cls(
                told["step"], UUID(told["pair"]), str(told["company"])[:200], str(told["url"])[:500],
                str(told["half"]), str(told["point"]), instant(told["at"]),
            )  # fmt: skip
            whole = [len(bytes.fromhex(part)) for part in (found.half, found.point)] == [32, 32]
        except (ValueError, KeyError, TypeError):
            raise CodeError from None
        if not whole or found.step != step or not -COUNTS_FOR < now - found.at < COUNTS_FOR:
            raise CodeError
        return found
