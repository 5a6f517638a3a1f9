"""What the rows of a work point's actuation tell against what its events fold to: its own, and every order
ever given, also those that the fold remembers no more. Inside a tenant block that holds the stream."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from davy.actuation import store
from davy.db import rows
from davy.evidence import queries as evidence
from davy.evidence.queries import StoredEvent
from davy_core.actuation.apply import apply
from davy_core.actuation.state import Actuation, Order

__all__ = ["differs", "of_no_point"]

_POINT = """
SELECT in_force, looks_at, positions::text AS positions FROM actuation_point WHERE company_id = %s AND id = %s
"""
# Not compared: what sending writes for itself (tries, sent_at, next_try_at).
_COLUMNS = (
    "instrument_id::text", "effect", "table_version", "requested_at", "requested_by", "reason", "restores",
    "due_at", "until_at", *(f"{name}::text[]" if name == "permits" else name for name in store.MOVED),
)  # fmt: skip
_ORDERS = (
    f"SELECT id, {', '.join(_COLUMNS)} FROM actuation_order"  # noqa: S608 - constants
    " WHERE company_id = %s AND point_id = %s"
)
_LOST = """
SELECT DISTINCT o.point_id AS id FROM actuation_order o WHERE o.company_id = %s AND NOT EXISTS (
  SELECT 1 FROM evidence_event e
  WHERE e.company_id = o.company_id AND e.kind = 'actuation' AND e.stream_id = o.point_id)
ORDER BY id
"""


def differs(company_id: UUID, point_id: UUID) -> bool:
    """Whether a column beside the document, or the row of any order, tells something else than the events,
    is missing, or was never made by one."""
    told = evidence.events(company_id, "actuation", point_id)
    orders, state = _folded(told)
    row = rows.one(_POINT, (company_id, point_id))
    if row is None or state is None:
        return True
    private = evidence.private(company_id, [event.id for event in told])
    if (row["in_force"], row["looks_at"]) != (store.in_force(state), store.looked_at(state)):
        return True
    if not _agree(json.loads(row["positions"]), _positions(told, private)):
        return True
    reasons = _reasons(told, private)
    kept = {one.pop("id"): tuple(one.values()) for one in rows.many(_ORDERS, (company_id, point_id))}
    return kept != {name: _row(order, reasons.get(name)) for name, order in orders.items()}


def of_no_point(company_id: UUID) -> list[UUID]:
    """Work points that orders name and no event ever did."""
    return [row["id"] for row in rows.many(_LOST, (company_id,))]


def _folded(told: Sequence[StoredEvent]) -> tuple[dict[str, Order], Actuation | None]:
    """Every order as it was left, by id, and the state. What is remembered no more went as superseded."""
    orders: dict[str, Order] = {}
    state: Actuation | None = None
    for event in told:
        state = apply(state, event.type, event.data)
        now = {order.id: order for order in state.orders} if state else {}
        orders = {name: now.get(name) or replace(o, superseded=True) for name, o in orders.items()} | now
    return orders, state


def _row(order: Order, reason: str | None) -> tuple[Any, ...]:
    return (
        order.instrument, order.effect, order.table, order.requested.at, order.requested.by, reason,
        order.restores, order.due, order.until, *store.moved(order),
    )  # fmt: skip


def _reasons(
    told: Sequence[StoredEvent], private: Mapping[tuple[UUID, str], bytes]
) -> Mapping[str, str | None]:
    found = ((e.data["order"], private.get((e.id, "reason"))) for e in told if e.type == "OrderRequested")
    return {name: content.decode() if content is not None else None for name, content in found}


def _positions(
    told: Sequence[StoredEvent], private: Mapping[tuple[UUID, str], bytes]
) -> Iterator[tuple[str, str, str]]:
    """Version, row, and what was written about where the fan stands."""
    versions = {event.id: str(event.data["version"]) for event in told if event.type == "TableProposed"}
    for (event_id, label), content in private.items():
        if event_id in versions:
            yield versions[event_id], label.removeprefix("position:"), content.decode()


def _agree(row: Mapping[str, Mapping[str, str]], told: Iterator[tuple[str, str, str]]) -> bool:
    return {(version, name, text) for version, one in row.items() for name, text in one.items()} == set(told)
