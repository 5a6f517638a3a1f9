"""Reads gateways, instruments and bindings. Inside the tenant block of the company."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.instruments.models import Gateway, InstrumentRow
from davy_core.instruments.state import Instrument
from davy_core.permits.plain import from_plain

__all__ = ["by_token", "code_of", "gateway_at", "instrument", "listed", "serial_taken"]

_LISTED = """
SELECT i.id, i.kind, i.serial, i.name, i.site_id, i.gateway_id, g.name AS gateway_name, i.enrolled_at,
i.retired_at, i.doc->>'calibrated_until' AS calibrated_until, i.doc->>'bumped_at' AS bumped_at,
  (i.doc->>'bump_passed')::boolean AS bump_passed, i.doc->>'ex' AS ex, i.doc->>'firmware' AS firmware,
  i.doc->>'calibrated_at' AS calibrated_at, i.doc::text AS doc, i.token AS code,
  b.permit_id, b.point, b.person_id, b.from_at, p.number AS permit_number, w.name AS person_name
FROM instruments_instrument i
LEFT JOIN instruments_gateway g ON g.company_id = i.company_id AND g.id = i.gateway_id
LEFT JOIN instruments_binding b
  ON b.company_id = i.company_id AND b.instrument_id = i.id AND b.until_at IS NULL
LEFT JOIN permits_permit p ON p.company_id = i.company_id AND p.id = b.permit_id
LEFT JOIN people_person w ON w.company_id = i.company_id AND w.id = b.person_id
WHERE i.company_id = %(company)s AND (%(one)s::uuid IS NULL OR i.id = %(one)s)
  AND (%(permit)s::uuid IS NULL OR b.permit_id = %(permit)s)
ORDER BY i.retired_at IS NOT NULL, i.serial
LIMIT 2000
"""


def instrument(company_id: UUID, instrument_id: UUID) -> Instrument | None:
    """The instrument as its events fold, or None."""
    row = rows.one(
        "SELECT doc::text AS doc FROM instruments_instrument WHERE company_id = %s AND id = %s",
        (company_id, instrument_id),
    )
    return None if row is None else from_plain(Instrument, json.loads(row["doc"]))


def listed(
    company_id: UUID, instrument_id: UUID | None = None, *, permit_id: UUID | None = None
) -> list[dict[str, Any]]:
    """Instruments with whom they serve now, by serial number, the retired ones last; one alone where
    named, or those that serve one permit. `doc` is the instrument as its events fold, `code` what stands in
    its QR code."""
    asked = {"company": company_id, "one": instrument_id, "permit": permit_id}
    return rows.many(_LISTED, asked)


def code_of(company_id: UUID, instrument_id: UUID) -> str | None:
    """What stands in its QR code, or None."""
    row = InstrumentRow.objects.filter(company_id=company_id, id=instrument_id).values("token").first()
    return str(row["token"]) if row else None


def by_token(company_id: UUID, token: str) -> UUID | None:
    """The instrument whose code was scanned, or None."""
    row = (
        InstrumentRow.objects.filter(company_id=company_id, token=token, retired_at=None).values("id").first()
    )
    return row["id"] if row else None


def serial_taken(company_id: UUID, serial: str) -> bool:
    """Whether an instrument of this serial number was ever enrolled: it would be taken for that one."""
    return InstrumentRow.objects.filter(company_id=company_id, serial=serial).exists()


def gateway_at(company_id: UUID, gateway_id: UUID | str, site_id: UUID | str) -> bool:
    """Whether this gateway works at this site."""
    return Gateway.objects.filter(
        company_id=company_id, id=gateway_id, site_id=site_id, retired_at=None
    ).exists()
