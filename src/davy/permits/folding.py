"""Fold the chains and compare with the rows: a row that says something else than its events is a lie."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy_core.permits.kept import tells
from davy_core.permits.state import Permit
from davy_core.permits.upcast import fold

__all__ = ["differing", "folded"]


def folded(company_id: UUID, permit_id: UUID) -> Permit | None:
    """The permit as its events tell it, or None without any. Inside a tenant block."""
    events = evidence.events(company_id, "permit", permit_id)
    return fold((e.type, e.v, e.data) for e in events)


def differing(company_id: UUID) -> list[UUID]:
    """The permits whose row is not what their events fold to. Inside a tenant block.

    Rows and events are read by two statements; a permit that somebody changed between them is read again.
    """
    ids = rows.many("SELECT id FROM permits_permit WHERE company_id = %s ORDER BY id", (company_id,))
    return [row["id"] for row in ids if not _same(company_id, row["id"])]


def _same(company_id: UUID, permit_id: UUID) -> bool:
    row, found = _row(company_id, permit_id), folded(company_id, permit_id)
    while (again := _row(company_id, permit_id)) != row:
        row, found = again, folded(company_id, permit_id)
    return row is not None and found is not None and tells(json.loads(row["doc"]), found)


def _row(company_id: UUID, permit_id: UUID) -> dict[str, Any] | None:
    return rows.one(
        "SELECT version, doc::text AS doc FROM permits_permit WHERE company_id = %s AND id = %s",
        (company_id, permit_id),
    )
