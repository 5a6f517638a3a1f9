"""How passkeys and the evidence of signatures are asked for and answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict

from davy.accounts.reference import Input

__all__ = [
    "AgreementIn",
    "AgreementOut",
    "EvidenceOut",
    "OfferIn",
    "OfferOut",
    "PasskeyIn",
    "PasskeyOfOut",
    "PasskeyOut",
    "PinIn",
    "PinOut",
    "PinProofIn",
    "PinProofOut",
]

NAME = Field(min_length=1, max_length=60)


class OfferIn(Input):
    """The password of the session's own account: a passkey signs for its person, so he is asked first."""

    password: str


class OfferOut(Schema):
    """What the browser makes a passkey from; texts but `rp_id` are base64url. `exclude`: those that are known
    already. `token` goes back with what was made, within five minutes."""

    challenge: str
    rp_id: str
    user: str
    exclude: list[str]
    token: str


class PasskeyAnswer(Schema):
    """What the authenticator answered, base64url."""

    model_config = ConfigDict(extra="allow")

    clientDataJSON: str = Field(max_length=4000)  # noqa: N815 - the specification's spelling
    attestationObject: str = Field(max_length=40_000)  # noqa: N815
    transports: list[str] = Field(default_factory=list, max_length=10)


class PasskeyMade(Schema):
    """A new passkey as WebAuthn spells it."""

    id: str = Field(max_length=1400)
    rawId: str = Field(max_length=1400)  # noqa: N815
    type: Literal["public-key"]
    response: PasskeyAnswer


class PasskeyIn(Input):
    """The passkey that was made for an offer, with the name its owner knows it by."""

    token: str = Field(max_length=1000)
    name: str = NAME
    credential: PasskeyMade


class PasskeyOut(Schema):
    """A passkey. `synced`: it lives in an account of its owner and may be on several of his devices."""

    id: UUID
    name: str
    rp_id: str
    credential: str
    transports: list[str]
    synced: bool
    created_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


class PasskeyOfOut(PasskeyOut):
    """A passkey of the company, with whose it is."""

    account_id: UUID
    username: str


class AgreementIn(Input):
    """Whether an approval needs the agreement from now on."""

    asked: bool


class AgreementOut(Schema):
    """The agreement to sign electronically, in force as this `version`; `sha256` is over both languages.
    `asked`: an approval without it is refused. `agreed`: the version that I agreed to last, null for
    none."""

    version: int
    sha256: str
    zh: str
    en: str
    asked: bool
    agreed: int | None
    agreed_at: datetime | None
    may_ask: bool


class PinIn(Input):
    """A PIN of six digits, under the password of the session's own account."""

    password: str
    pin: str = Field(max_length=20)


class PinOut(Schema):
    """Whether the account has a PIN."""

    is_set: bool


class PinProofIn(Input):
    """The PIN of the session's own account, and the command it is for."""

    pin: str = Field(max_length=20)
    command: UUID


class PinProofOut(Schema):
    """What goes into that command's envelope; it counts together with the signature of an enrolled device."""

    token: str


class EvidenceOut(Schema):
    """What is kept of one proof. Its SHA-256 is that of `body`, which is canonical JSON; `text` are the bytes
    of the command, null when they were erased."""

    sha256: str
    way: Literal["passkey", "device", "kiosk"]
    account_id: UUID
    command: str
    recorded_at: datetime
    body: str
    text: str | None


def told(credential: PasskeyMade) -> dict[str, Any]:
    """What the library reads."""
    return credential.dict()
