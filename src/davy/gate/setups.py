"""How a gate is reached, its secret opened."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.gate.ways.http import Line
from davy.gate.ways.told import GateError
from davy.outside.sealed import LostKeyError, seal, unseal

__all__ = ["line", "sealed"]

_PURPOSE = "gate"


def line(company_id: UUID, row: dict[str, Any]) -> Line:
    """The line to the controller of this row. Raises GateError lost_key."""
    try:
        told = unseal(bytes(row["secret"]), company_id, _PURPOSE) if row["secret"] else {}
    except LostKeyError:
        raise GateError("lost_key") from None
    return Line(row["url"], str(told.get("token", "")), row["private_net"])


def sealed(token: str, company_id: UUID) -> bytes:
    """The token of a controller as it is kept."""
    return seal({"token": token}, company_id, _PURPOSE) if token else b""
