"""Who may speak together: the fixed detectors of a permit, the persons of a site whose instruments tell where
they are, and the newest that each of them told. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.instruments.kinds import kinds
from davy.readings.store import Row
from davy.sensing.as_read import as_read
from davy_core.watch.reading import Reading as Heard

__all__ = ["Heard", "located", "newest", "voting"]

_BOUND = """
SELECT b.permit_id, b.person_id::text AS person, i.site_id, i.id, i.kind FROM instruments_binding b
JOIN instruments_instrument i
  ON i.company_id = b.company_id AND i.id = b.instrument_id AND i.retired_at IS NULL
WHERE b.company_id = %s AND b.until_at IS NULL AND i.kind = ANY(%s)
"""
_NEWEST = """
SELECT r.* FROM unnest(%s::uuid[]) AS w(id) CROSS JOIN LATERAL (
  SELECT instrument_id AS instrument, taken_at, boot, seq, received_at, clock, gateway_id AS gateway,
    binding_id AS binding, log_seq, channels::text AS channels, doubts::text AS doubts
  FROM readings_reading
  WHERE company_id = %s AND instrument_id = w.id AND taken_at > %s
  ORDER BY taken_at DESC, seq DESC LIMIT 1) AS r
"""


def voting(company_id: UUID) -> dict[UUID, dict[UUID, str]]:
    """By permit the fixed gas detectors that serve it, with their kinds."""
    fixed = [kind.code for kind in kinds().values() if kind.gas and not kind.wearable]
    found: dict[UUID, dict[UUID, str]] = {}
    for row in _bound(company_id, fixed):
        if row["permit_id"] is not None:
            found.setdefault(row["permit_id"], {})[row["id"]] = row["kind"]
    return found


def located(company_id: UUID) -> dict[UUID, dict[UUID, str]]:
    """By site the instruments that tell where somebody is, each with who wears it."""
    telling = [kind.code for kind in kinds().values() if {"lat", "lon"} <= kind.channels.keys()]
    found: dict[UUID, dict[UUID, str]] = {}
    for row in _bound(company_id, telling):
        if row["person"] is not None:
            found.setdefault(row["site_id"], {})[row["id"]] = row["person"]
    return found


def newest(company_id: UUID, instruments: Iterable[UUID], since: datetime) -> dict[UUID, Heard]:
    """The newest reading of each that was taken since then."""
    found = {}
    for row in rows.many(_NEWEST, (list(instruments), company_id, since)):
        told = {name: json.loads(row[name]) if row[name] else None for name in ("channels", "doubts")}
        found[row["instrument"]] = as_read(Row(**{**row, **told}))
    return found


def _bound(company_id: UUID, wanted: list[str]) -> list[dict[str, Any]]:
    return rows.many(_BOUND, (company_id, wanted))
