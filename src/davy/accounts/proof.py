"""Proof that a person has just entered his password or PIN, good for one command and two minutes."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.core import signing

__all__ = ["LASTS_S", "holds", "make"]

LASTS_S = 120
Way = Literal["password", "pin"]
_SALT = "davy.accounts.proof"


def make(account_id: UUID, command_id: UUID, way: Way = "password") -> str:
    """A signed token for this account and this one command."""
    return signing.dumps(_said(account_id, command_id, way), salt=_SALT)


def holds(token: str | None, account_id: UUID, command_id: UUID, way: Way = "password") -> bool:
    """Whether the token proves it for exactly this account, command and way, and is not too old."""
    if not token:
        return False
    try:
        said = signing.loads(token, salt=_SALT, max_age=LASTS_S)
    except signing.BadSignature:
        return False
    return bool(said == _said(account_id, command_id, way))


def _said(account_id: UUID, command_id: UUID, way: Way) -> dict[str, str]:
    return {"a": str(account_id), "c": str(command_id), "w": way}
