"""What the log tells of itself: events of a stream of its own, entered in the tree like all others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.evidence import store as chain
from davy.ids import uuid7

__all__ = ["KIND", "stream", "tell", "told"]

KIND = "log"


def stream(company_id: UUID) -> chain.Head:
    """The stream of the company's log, taken for this transaction. Inside a tenant block."""
    return chain.lock(company_id, KIND, company_id)


def told(company_id: UUID, types: tuple[str, ...]) -> int:
    """How many events of these types there are. Inside a tenant block."""
    found = rows.one(
        "SELECT count(*) AS n FROM evidence_event"
        " WHERE company_id = %s AND kind = %s AND stream_id = %s AND type = ANY(%s)",
        [company_id, KIND, company_id, list(types)],
    )
    return int(found["n"]) if found else 0


def tell(head: chain.Head, type_: str, body: Mapping[str, Any], why: str) -> chain.Head:
    """Append what whoever runs the server did, and why he says he did. Inside a tenant block."""
    now = clock.now()
    return chain.append(
        head,
        [
            chain.Record(
                id=uuid7(),
                type=type_,
                v=1,
                body=body,
                private={"why": why.encode()} if why else {},
                occurred_at=now,
                recorded_at=now,
                command_id=uuid7(),
                actor="operator",
            )
        ],
    )
