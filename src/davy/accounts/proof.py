"""Proof that a person has just entered his password, good for one command and two minutes."""

from __future__ import annotations

from uuid import UUID

from django.core import signing

__all__ = ["LASTS_S", "holds", "make"]

LASTS_S = 120
_SALT = "davy.accounts.proof"


def make(account_id: UUID, command_id: UUID) -> str:
    """A signed token for this account and this one command."""
    return signing.dumps({"a": str(account_id), "c": str(command_id)}, salt=_SALT)


def holds(token: str | None, account_id: UUID, command_id: UUID) -> bool:
    """Whether the token proves it for exactly this account and command, and is not too old."""
    if not token:
        return False
    try:
        said = signing.loads(token, salt=_SALT, max_age=LASTS_S)
    except signing.BadSignature:
        return False
    return bool(said == {"a": str(account_id), "c": str(command_id)})
