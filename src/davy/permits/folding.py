"""Fold the chains and compare with the rows: a row that says something else than its events is a lie."""

from __future__ import annotations

import json
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy_core.permits.plain import to_plain
from davy_core.permits.state import Permit
from davy_core.permits.upcast import fold

__all__ = ["differing", "folded"]


def folded(company_id: UUID, permit_id: UUID) -> Permit | None:
    """The permit as its events tell it, or None without any. Inside a tenant block."""
    events = evidence.events(company_id, "permit", permit_id)
    return fold((e.type, e.v, e.data) for e in events)


def differing(company_id: UUID) -> list[UUID]:
    """The permits whose row is not what their events fold to. Inside a tenant block."""
    found = rows.many(
        "SELECT id, version, doc::text AS doc FROM permits_permit WHERE company_id = %s ORDER BY id",
        (company_id,),
    )
    return [row["id"] for row in found if json.loads(row["doc"]) != to_plain(folded(company_id, row["id"]))]
