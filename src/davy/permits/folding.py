"""A permit as its chain tells it, whatever its row says."""

from __future__ import annotations

from uuid import UUID

from davy.evidence import queries as evidence
from davy_core.permits.state import Permit
from davy_core.permits.upcast import fold

__all__ = ["folded"]


def folded(company_id: UUID, permit_id: UUID) -> Permit | None:
    """The permit as its events tell it, or None without any. Inside a tenant block."""
    events = evidence.events(company_id, "permit", permit_id)
    return fold((e.type, e.v, e.data) for e in events)
