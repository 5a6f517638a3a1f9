"""Reads tables and orders. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.accounts.models import Company
from davy.actuation.contract import book
from davy.db import rows, tenant
from davy_core.actuation.facts import InstrumentSeen
from davy_core.actuation.state import Actuation
from davy_core.permits.plain import from_plain

__all__ = ["due", "instruments", "load", "named", "orders", "permits_at", "point_of", "points_of", "row_of"]

_INSTRUMENTS = """
SELECT i.id::text AS id, i.serial, i.kind, i.site_id::text AS site, i.doc->>'ex' AS ex,
  i.retired_at IS NOT NULL AS retired, g.id IS NOT NULL AS gateway,
  EXISTS (SELECT 1 FROM actuation_point p WHERE p.company_id = i.company_id AND p.id <> %(point)s
    AND (p.doc->'table'->'rows' @> jsonb_build_array(jsonb_build_object('instrument', i.id))
      OR p.doc->'proposal'->'rows' @> jsonb_build_array(jsonb_build_object('instrument', i.id))))
  OR EXISTS (SELECT 1 FROM actuation_order o WHERE o.company_id = i.company_id AND o.instrument_id = i.id
    AND o.point_id <> %(point)s AND NOT o.superseded
    AND (o.effect <> ALL(%(manual)s) OR o.confirmed_at IS NULL)) AS elsewhere
FROM instruments_instrument i
LEFT JOIN instruments_gateway g
  ON g.company_id = i.company_id AND g.id = i.gateway_id AND g.retired_at IS NULL
WHERE i.company_id = %(company)s AND i.id = ANY(%(wanted)s::uuid[])
"""
_ORDERS = """
SELECT o.id, o.point_id, o.instrument_id, i.name AS instrument, i.serial, i.kind, o.effect, o.causes,
  o.permits, o.requested_at, o.requested_by, w.name AS requested_name, o.reason, o.restores, o.due_at,
  o.until_at, o.sent_at, o.tries, o.delivered_at, o.confirmed_at, o.timed_out_at, o.refused,
  o.contradicted_at, o.contradictions, o.superseded
FROM actuation_order o
JOIN instruments_instrument i ON i.company_id = o.company_id AND i.id = o.instrument_id
LEFT JOIN people_person w ON w.company_id = o.company_id AND w.id::text = o.requested_by
WHERE o.company_id = %(company)s AND o.point_id = %(point)s
  AND (NOT o.superseded OR %(permit)s::uuid = ANY(o.permits))
ORDER BY o.requested_at DESC, o.id DESC LIMIT 100
"""


def load(company_id: UUID, point_id: UUID) -> Actuation | None:
    """The actuation of a work point as its events fold, or None."""
    row = row_of(company_id, point_id)
    return None if row is None else from_plain(Actuation, json.loads(row["doc"]))


def row_of(company_id: UUID, point_id: UUID) -> dict[str, Any] | None:
    """The document of a work point, the words about positions, and its version."""
    return rows.one(
        "SELECT doc::text AS doc, positions::text AS positions, version FROM actuation_point"
        " WHERE company_id = %s AND id = %s",
        (company_id, point_id),
    )


def instruments(company_id: UUID, point_id: UUID, wanted: Iterable[str]) -> dict[str, InstrumentSeen]:
    """Those of the register, as this work point sees them."""
    manual = [code for code, effect in book().effects.items() if effect.manual]
    asked = {"company": company_id, "point": point_id, "wanted": sorted(set(wanted)), "manual": manual}
    found = rows.many(_INSTRUMENTS, asked) if asked["wanted"] else []
    return {row.pop("id"): InstrumentSeen(**row) for row in found}


def named(company_id: UUID, wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What these instruments are called."""
    found = rows.many(
        "SELECT id::text AS id, name, serial, kind FROM instruments_instrument"
        " WHERE company_id = %s AND id = ANY(%s::uuid[])",
        (company_id, sorted(set(wanted))),
    )
    return {row["id"]: row for row in found}


def orders(company_id: UUID, point_id: UUID, permit_id: UUID | None = None) -> list[dict[str, Any]]:
    """The orders that hold at a work point, and those that a permit ever asked for, the newest first."""
    return rows.many(_ORDERS, {"company": company_id, "point": point_id, "permit": permit_id})


def permits_at(company_id: UUID, point_id: UUID) -> list[UUID]:
    """The permits that still count at this place (S6, S23)."""
    found = rows.many(
        "SELECT id FROM permits_permit WHERE company_id = %s AND point_id = %s"
        " AND (state IN ('issued', 'active', 'paused', 'finished') OR clearance = 'open') ORDER BY id",
        (company_id, point_id),
    )
    return [row["id"] for row in found]


def point_of(company_id: UUID, order_id: str) -> UUID | None:
    """The work point of an order."""
    row = rows.one(
        "SELECT point_id FROM actuation_order WHERE company_id = %s AND id = %s", (company_id, order_id)
    )
    return row["point_id"] if row else None


def points_of(company_id: UUID, wanted: Sequence[UUID]) -> dict[UUID, UUID]:
    """Instrument → the work point at which an order to it holds."""
    found = rows.many(
        "SELECT instrument_id, point_id FROM actuation_order"
        " WHERE company_id = %s AND instrument_id = ANY(%s::uuid[]) AND NOT superseded"
        " ORDER BY requested_at",
        (company_id, list(wanted)),
    )
    return {row["instrument_id"]: row["point_id"] for row in found}


def due(now: datetime) -> list[tuple[UUID, UUID]]:
    """(company, work point) where a proof is late. Opens its own tenant blocks."""
    found: list[tuple[UUID, UUID]] = []
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        with tenant.company(company_id):
            some = rows.many(
                "SELECT id FROM actuation_point WHERE company_id = %s AND looks_at <= %s ORDER BY looks_at",
                (company_id, now),
            )
        found += [(company_id, row["id"]) for row in some]
    return found
