"""From what somebody names (a permit, a kind of work, a serial number) to the instruments that are meant."""

from __future__ import annotations

from uuid import UUID

from davy.db import rows, tenant

__all__ = ["aimed"]

# Those in work first: a leak where nobody works shows little.
_SERVING = """
SELECT i.serial, p.number, p.type, p.state FROM instruments_binding b
JOIN instruments_instrument i ON i.company_id = b.company_id AND i.id = b.instrument_id
JOIN permits_permit p ON p.company_id = b.company_id AND p.id = b.permit_id
WHERE b.company_id = %s AND b.until_at IS NULL AND (p.number = %s OR p.type = %s)
ORDER BY p.state <> 'active', p.number, i.serial
"""
_SERIAL = "SELECT serial FROM instruments_instrument WHERE company_id = %s AND serial = %s"


def aimed(company_id: UUID, named: str) -> tuple[list[str], str] | None:
    """The serial numbers meant by the first of the names (parted by commas) that means any, and what they
    serve; None when there are none."""
    with tenant.company(company_id):
        for name in (part.strip() for part in named.split(",")):
            found = rows.many(_SERVING, (company_id, name, name))
            if found:
                permit = found[0]["number"]
                return [r["serial"] for r in found if r["number"] == permit], f"permit {permit}"
            if rows.one(_SERIAL, (company_id, name)):
                return [name], name
    return None
