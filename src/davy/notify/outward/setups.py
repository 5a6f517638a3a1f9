"""How the messengers of a company are set up, their secrets opened."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from davy.notify.models import Messenger
from davy.notify.outward.ways import SendError, Setup
from davy.outside.sealed import LostKeyError, seal, unseal

__all__ = ["opened", "sealed", "setups"]

_PURPOSE = "messenger/{kind}"


def setups(company_id: UUID) -> Mapping[str, Setup | SendError]:
    """The messengers that are switched on, by kind; a SendError in place of one whose secret cannot be
    opened. Inside the tenant block of the company."""
    return {row.kind: opened(row) for row in Messenger.objects.filter(company_id=company_id, enabled=True)}


def opened(row: Messenger) -> Setup | SendError:
    """The setup of one messenger, or why it cannot be used."""
    try:
        secret = (
            unseal(bytes(row.secret), row.company_id, _PURPOSE.format(kind=row.kind)) if row.secret else {}
        )
    except LostKeyError:
        return SendError("lost_key")
    return Setup(row.settings, secret, row.private_net)


def sealed(secret: Mapping[str, str], company_id: UUID, kind: str) -> bytes:
    """The secret as it is kept."""
    return seal(secret, company_id, _PURPOSE.format(kind=kind)) if secret else b""
