"""Writes an instrument and whom it serves, as its events fold, in their transaction."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.instants import instant
from davy_core.instruments.state import Instrument
from davy_core.permits.kept import kept

__all__ = ["Told", "save"]

Told = tuple[str, Mapping[str, Any], Mapping[str, str]]
"""Type, data and private words of an event."""

_INSTRUMENT = """
INSERT INTO instruments_instrument (company_id, id, version, kind, serial, site_id, gateway_id, name, token,
  enrolled_at, retired_at, doc)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, gateway_id = excluded.gateway_id,
  retired_at = excluded.retired_at, doc = excluded.doc
"""
_BOUND = """
INSERT INTO instruments_binding (company_id, id, instrument_id, permit_id, point, person_id, from_at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_RELEASED = (
    "UPDATE instruments_binding SET until_at = %s WHERE company_id = %s AND id = %s AND until_at IS NULL"
)


def save(company_id: UUID, made: Instrument, version: int, events: Iterable[Told]) -> None:
    """Write the instrument after these events."""
    told = list(events)
    name = next((private["name"] for kind, _, private in told if kind == "InstrumentEnrolled"), "")
    rows.run(
        _INSTRUMENT,
        (
            company_id,
            made.id,
            version,
            made.kind,
            made.serial,
            made.site,
            made.gateway,
            name,
            f"i{secrets.token_urlsafe(18)}",  # kept from the first time; nobody guesses it
            made.enrolled.at,
            made.retired.at if made.retired else None,
            json.dumps(kept(made)),
        ),
    )
    for kind, data, _ in told:
        at: datetime = instant(data["at"])
        if kind == "InstrumentBound":
            served = (data.get("permit"), data.get("point"), data.get("person"))
            rows.run(_BOUND, (company_id, data["binding"], made.id, *served, at))
        elif kind == "InstrumentReleased":
            rows.run(_RELEASED, (at, company_id, data["binding"]))
