"""Signs of work points: the code that hangs where the work is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.printing import sheet

__all__ = ["MOST", "signs"]

MOST = 200  # points in one document

_POINTS = """
SELECT w.code, w.name, w.qr_token, a.name AS area FROM sites_work_point w
JOIN sites_area a ON a.company_id = w.company_id AND a.id = w.area_id
WHERE w.company_id = %(company)s AND (%(point)s::uuid IS NULL OR w.id = %(point)s)
  AND (%(area)s::uuid IS NULL OR w.area_id = %(area)s)
ORDER BY a.code, w.code LIMIT %(most)s
"""


def signs(
    company_id: UUID, company: str, *, point: UUID | None, area: UUID | None, origin: str, at: datetime
) -> bytes | None:
    """The PDF with a page for the point, for every point of the area, or for all; None when there is none.
    Inside a tenant block."""
    wanted = {"company": company_id, "point": point, "area": area, "most": MOST}
    found = rows.many(_POINTS, wanted)
    if not found:
        return None
    points = [_sign(row, origin) for row in found]
    return sheet.compiled("sign.typ", {"company": company, "points": points}, at)


def _sign(row: Mapping[str, Any], origin: str) -> dict[str, str]:
    return {
        "code": row["code"],
        "name": row["name"],
        "area": row["area"],
        "qr": sheet.qr(f"{origin}/c/{row['qr_token']}"),
    }
