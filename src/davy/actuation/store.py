"""Writes tables and orders as their events fold, in their transaction; an order lies ready to be sent with
it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from davy.db import rows
from davy.door.streams import Saving
from davy_core.actuation.following import looks_at
from davy_core.actuation.state import Actuation, Order
from davy_core.permits.kept import kept

__all__ = ["MOVED", "in_force", "looked_at", "moved", "save"]

_POINT = """
INSERT INTO actuation_point (company_id, id, version, versions, in_force, positions, looks_at, doc)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, versions = excluded.versions,
  in_force = excluded.in_force, positions = actuation_point.positions || excluded.positions,
  looks_at = excluded.looks_at, doc = excluded.doc
"""
_FIXED = (
    "point_id", "instrument_id", "effect", "table_version", "requested_at", "requested_by", "reason",
    "restores", "due_at", "until_at", "next_try_at",
)  # fmt: skip
MOVED = (
    "causes", "permits", "delivered_at", "confirmed_at", "timed_out_at", "refused", "contradicted_at",
    "contradictions", "superseded", "waits",
)  # fmt: skip
_ORDER = (
    f"INSERT INTO actuation_order (company_id, id, tries, {', '.join((*_FIXED, *MOVED))})"  # noqa: S608 - constants
    f" VALUES (%s, %s, 0, {', '.join(['%s'] * len(_FIXED))}, %s, %s::uuid[],"
    f" {', '.join(['%s'] * (len(MOVED) - 2))})"
    f" ON CONFLICT (company_id, id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in MOVED)}"
)
_TELL = "SELECT pg_notify('davy', %s)"


def save(saving: Saving) -> None:
    """Write the work point and its orders after these events; whoever looks at a permit there is told."""
    company, state = saving.envelope.company, saving.after
    rows.run(
        _POINT,
        (
            company,
            saving.envelope.stream_id,
            saving.version,
            state.versions,
            in_force(state),
            json.dumps(_positions(saving)),
            looked_at(state),
            json.dumps(kept(state)),
        ),
    )
    before: Mapping[str, Order] = {o.id: o for o in saving.before.orders} if saving.before else {}
    reasons = {e.data["order"]: e.private.get("reason") for e in saving.events if e.type == "OrderRequested"}
    told: set[str] = set()
    for order in _touched(state, before):
        rows.run(_ORDER, (company, order.id, *_fixed(saving, order, reasons.get(order.id)), *moved(order)))
        told |= set(order.permits)
    for permit in sorted(told):
        message = {"company": str(company), "kind": "effects", "id": permit}
        rows.run(_TELL, (json.dumps(message),))


def in_force(state: Actuation) -> bool:
    """Whether the work point has a table that moves anything."""
    return state.table is not None and bool(state.table.rows)


def looked_at(state: Actuation) -> datetime | None:
    """When the next proof is late; None: none is due."""
    return min((at for order in state.orders if (at := looks_at(order)) is not None), default=None)


def _touched(state: Actuation, before: Mapping[str, Order]) -> list[Order]:
    """The orders that changed; one that is remembered no more went as superseded, and its row tells so."""
    changed = [order for order in state.orders if before.get(order.id) != order]
    kept_ids = {order.id for order in state.orders}
    gone = [o for o in before.values() if o.id not in kept_ids and not o.superseded]
    return [*changed, *(replace(order, superseded=True) for order in gone)]


def _positions(saving: Saving) -> dict[str, dict[str, str]]:
    """What was written about where fans stand, by version; it can be erased, the chain holds its hash."""
    found = {}
    for event in saving.events:
        if event.type == "TableProposed":
            told = {k.removeprefix("position:"): v for k, v in event.private.items()}
            found[str(event.data["version"])] = told
    return found


def _fixed(saving: Saving, order: Order, reason: str | None) -> tuple[Any, ...]:
    return (
        saving.envelope.stream_id,
        order.instrument,
        order.effect,
        order.table,
        order.requested.at,
        order.requested.by,
        reason,
        order.restores,
        order.due,
        order.until,
        order.requested.at,
    )


def moved(order: Order) -> tuple[Any, ...]:
    """The values of the columns MOVED."""
    return (
        list(order.causes),
        list(order.permits),
        order.delivered_at,
        order.confirmed_at,
        order.timed_out_at,
        order.refused,
        order.contradicted_at,
        order.contradictions,
        order.superseded,
        order.waits and order.delivered_at is None,
    )
